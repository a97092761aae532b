import { z } from 'zod'
import { type Identifier, readIdentifier } from '../../accounts/domain/identifier.ts'
import { choiceOf, type CustomRole, isRole, readChoice } from '../../accounts/domain/roles.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { textOf, type Typed } from '../../platform/http/index.ts'
import {
  type Conditions,
  type Draft,
  type Duration,
  type NamedGroup,
  givableRoles,
  type Rule,
  type RuleOutcome,
  type Where,
  type Who,
} from '../../rules/domain/rule.ts'

export const whos = ['ANYBODY', 'INSIDE', 'OUTSIDE', 'GROUPS', 'DOMAINS'] as const
export const wheres = ['ANY', 'ACCOUNT', 'UNSURE', 'VIRTUAL'] as const
export const durations = ['ANY', 'AT_MOST', 'NO_END'] as const
export const outcomes = ['APPROVE', 'DECLINE', 'REVIEW'] as const
export const gives = ['ASKED', 'ACCOUNT', 'VIRTUAL'] as const
export const ends = ['ASKED', 'AT_MOST'] as const

/** What is pressed: look what it would do, or at more of that; save it; go back to the form. */
export const stepField = z
  .string()
  .regex(/^(rehearse|save|back|from-\d{1,4})$/)
  .default('rehearse')

type Approval = Extract<RuleOutcome, { kind: 'APPROVE' }>

const ids = z.array(z.string().refine(isId)).max(500).default([])
// Virtual accounts by their names, one a line, where there are very many.
const names = z.string().max(20_000).default('')
const days = z
  .string()
  .max(20)
  .default('')
  .transform((text) => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN))
const text = z.string().max(8000).default('')
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: 'error.choice' })

/**
 * A rule as its form sends it; `place` is the virtual account whose rule it is, by its id or its name, empty for the
 * account's.
 */
export const ruleForm = z.strictObject({
  version: z.coerce.number().int().nonnegative(),
  place: z.string().max(1_000).default(''),
  who: choice(whos),
  domains: z.string().max(6000).default(''),
  groupId: ids,
  role: z.array(z.string().refine((one) => one === 'UNSURE' || isRole(one) || isId(one))).default([]),
  where: choice(wheres),
  whereId: ids,
  whereNames: names,
  duration: choice(durations),
  days,
  outcome: choice(outcomes),
  giveRole: z
    .string()
    .default('ASKED')
    .transform((one, context): Approval['role'] => {
      const named = readChoice(one)
      if (typeof named === 'object') return named
      if (one === 'ASKED') return one
      const given = givableRoles.find((role) => role === one)
      if (given === undefined) context.addIssue({ code: 'custom', message: 'error.choice' })
      return given ?? 'ASKED'
    }),
  give: choice(gives).default('ASKED'),
  giveId: ids,
  giveNames: names,
  ends: choice(ends).default('ASKED'),
  giveDays: days,
  textEn: text,
  textFr: text,
  step: stepField,
})

/** The fields that may come several times. */
export const ruleLists = ['role', 'whereId', 'giveId', 'groupId'] as const

/** Where others are written beside those that are ticked. */
export const nameFields = { whereId: 'whereNames', giveId: 'giveNames' } as const

/** The fields that are a group of buttons or boxes: their first one has the group's id with `-1`. */
export const groups = ['who', 'role', 'where', 'duration', 'outcome', 'give', 'ends'] as const

/** What the form sent. */
export type Sent = z.output<typeof ruleForm>

/** The rule that a form means, and the first word that should be a domain and is none; null when there is no such. */
export function draftFrom(sent: Sent): { readonly draft: Draft; readonly unreadable: string | null } {
  const { who, unreadable } = whoFrom(sent)
  const conditions = {
    who,
    roles: [...new Set(sent.role)] as Conditions['roles'],
    where: whereFrom(sent),
    duration: durationFrom(sent),
  }
  return { draft: { conditions, outcome: outcomeFrom(sent) }, unreadable }
}

function whoFrom({ who, domains, groupId }: Sent): { readonly who: Who; readonly unreadable: string | null } {
  if (who === 'GROUPS') {
    const ids = [...new Set(groupId)] as NamedGroup['id'][]
    return { who: { kind: who, groups: ids.map((id) => ({ id, name: '' })) }, unreadable: null }
  }
  if (who !== 'DOMAINS') return { who: { kind: who }, unreadable: null }
  const found: Identifier[] = []
  let unreadable: string | null = null
  for (const word of domains.split(/[\s,;]+/).filter((one) => one !== '')) {
    const read = readIdentifier(word)
    if (!read.ok) unreadable ??= word.slice(0, 80)
    else if (!found.includes(read.value)) found.push(read.value)
  }
  return { who: { kind: 'DOMAINS', domains: found }, unreadable }
}

function whereFrom({ where, whereId }: Sent): Where {
  return where === 'VIRTUAL'
    ? { kind: where, virtualAccountIds: [...new Set(whereId)] as VirtualAccountId[] }
    : { kind: where }
}

function durationFrom({ duration, days: limit }: Sent): Duration {
  return duration === 'AT_MOST' ? { kind: duration, days: limit } : { kind: duration }
}

function outcomeFrom(sent: Sent): RuleOutcome {
  if (sent.outcome === 'DECLINE') return { kind: 'DECLINE', en: sent.textEn, fr: sent.textFr }
  if (sent.outcome === 'REVIEW') return { kind: 'REVIEW' }
  return {
    kind: 'APPROVE',
    role: sent.giveRole,
    scope: givenScope(sent),
    days: sent.ends === 'AT_MOST' ? sent.giveDays : null,
  }
}

function givenScope({ give, giveId }: Sent) {
  if (give !== 'VIRTUAL') return give === 'ASKED' ? give : ({ kind: 'ACCOUNT' } as const)
  return { kind: 'VIRTUAL', virtualAccountIds: [...new Set(giveId)] as VirtualAccountId[] } as const
}

/** The form of a rule as it is. */
export function typedFrom({ place, conditions, outcome }: Rule): Typed {
  const { who, roles, where, duration } = conditions
  return {
    place: place ?? '',
    who: who.kind,
    domains: who.kind === 'DOMAINS' ? who.domains.join('\n') : '',
    groupId: who.kind === 'GROUPS' ? who.groups.map(({ id }) => id) : [],
    role: roles,
    where: where.kind,
    whereId: where.kind === 'VIRTUAL' ? where.virtualAccountIds : [],
    duration: duration.kind,
    days: duration.kind === 'AT_MOST' ? String(duration.days) : '',
    outcome: outcome.kind,
    ...outcomeTyped(outcome),
  }
}

function outcomeTyped(outcome: RuleOutcome): Typed {
  if (outcome.kind === 'DECLINE') return { textEn: outcome.en, textFr: outcome.fr }
  if (outcome.kind === 'REVIEW') return {}
  const { role, scope, days: limit } = outcome
  return {
    giveRole: typeof role === 'string' ? role : choiceOf(role),
    give: scope === 'ASKED' ? 'ASKED' : scope.kind,
    giveId: scope !== 'ASKED' && scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : [],
    ends: limit === null ? 'ASKED' : 'AT_MOST',
    giveDays: limit === null ? '' : String(limit),
  }
}

/** What was typed, with a role of the account’s own at the version that its form offers now. */
export function withRolesOffered(typed: Typed, offered: readonly CustomRole[]): Typed {
  const named = readChoice(textOf(typed, 'giveRole'))
  if (typeof named !== 'object') return typed
  const role = offered.find(({ id }) => id === named.custom)
  return { ...typed, giveRole: role ? choiceOf(role) : '' }
}

/** A form that nobody has filled in yet. */
export const blankRule: Typed = {
  who: 'INSIDE',
  where: 'ANY',
  duration: 'ANY',
  outcome: 'APPROVE',
  giveRole: 'ASKED',
  give: 'ASKED',
  ends: 'ASKED',
}

/** Moving, switching and removing a rule; `version` is that of the rules that were looked at. */
export const changeForm = z.strictObject({
  act: z.enum(['up', 'down', 'on', 'off', 'remove']),
  rule: z.string().refine(isId),
  version: z.coerce.number().int().nonnegative(),
  step: stepField,
})
