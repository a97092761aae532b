import { z } from 'zod'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { roles } from '../../accounts/domain/roles.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { type Draft, givableRoles, type Rule, type RuleId } from '../../rules/domain/rule.ts'

const placeIds = z.array(z.uuid()).min(1).max(500)
const days = z.int().min(1).max(3650)
const domain = z.string().max(253).meta({ description: 'A mail domain; a subdomain is another one.' })

const group = z
  .strictObject({ id: z.uuid(), name: z.string().max(200).optional() })
  .meta({ description: 'A user group, with what it was called when the rule was written.' })

const who = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['ANYBODY', 'INSIDE', 'OUTSIDE']) }),
    z.strictObject({ kind: z.literal('DOMAINS'), domains: z.array(domain).min(1).max(20) }),
    z.strictObject({ kind: z.literal('GROUPS'), groups: z.array(group).min(1).max(20) }),
  ])
  .meta({ description: 'INSIDE: with a verified address in a domain that the account has proven.' })
const where = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['ANY', 'ACCOUNT', 'UNSURE']) }),
  z.strictObject({ kind: z.literal('VIRTUAL'), virtualAccountIds: placeIds }),
])
const duration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['ANY', 'NO_END']) }),
  z.strictObject({ kind: z.literal('AT_MOST'), days }),
])
const conditions = z.strictObject({
  who,
  roles: z
    .array(z.union([z.enum([...roles, 'UNSURE']), z.uuid()]))
    .max(100)
    .meta({ description: 'Codes, and ids of roles of the account’s own. Empty: any role.' }),
  where,
  duration,
})
const ownRoleSchema = z.strictObject({ custom: z.uuid(), version: z.int().min(1) })
const scope = z.union([
  z.literal('ASKED'),
  z.strictObject({ kind: z.literal('ACCOUNT') }),
  z.strictObject({ kind: z.literal('VIRTUAL'), virtualAccountIds: placeIds }),
])
const outcome = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('APPROVE'),
    role: z.union([z.enum([...givableRoles, 'ASKED']), ownRoleSchema]).meta({
      description: `${[...givableRoles, 'ASKED'].join(', ')}, or a role of the account’s own that gives no power over others, at the version you read. It is given as it is when the rule decides. ASKED gives built-in roles only.`,
    }),
    scope,
    days: days.nullable().meta({ description: 'At most so many days; null: as asked.' }),
  }),
  z.strictObject({ kind: z.literal('DECLINE'), en: z.string().max(8000), fr: z.string().max(8000) }),
  z.strictObject({ kind: z.literal('REVIEW') }),
])

const ruleSchema = z
  .strictObject({
    id: z.uuid(),
    place: z
      .uuid()
      .nullable()
      .meta({ description: 'The virtual account whose rule it is; null: the whole account’s.' }),
    version: z.int(),
    enabled: z.boolean(),
    conditions,
    outcome,
  })
  .meta({ id: 'Rule' })

/** The rules of an account as the API shows them. */
export const rulesSchema = z
  .strictObject({
    rules: z.array(ruleSchema).meta({ description: 'In the order in which those of one list are asked.' }),
    manualOnly: z
      .array(z.uuid().nullable())
      .meta({ description: 'Where only people decide; null stands for the whole account.' }),
  })
  .meta({ id: 'Rules' })

/** One change of the rules. */
export const changeSchema = z.strictObject({
  act: z
    .enum(['ADD', 'WRITE', 'SWITCH_ON', 'SWITCH_OFF', 'MOVE_UP', 'MOVE_DOWN', 'REMOVE'])
    .meta({ description: 'ADD and WRITE take conditions and outcome; all but ADD take the id.' }),
  id: z.uuid().optional(),
  place: z.uuid().nullable().optional().meta({ description: 'With ADD: whose rule it is.' }),
  conditions: conditions.optional(),
  outcome: outcome.optional(),
})

/** Where only people are to decide. */
export const manualOnlySchema = z.strictObject({
  places: z
    .array(z.uuid().nullable())
    .max(5000)
    .meta({ description: 'All of these places from now on; null stands for the whole account.' }),
})

/** A rule of the example. */
export const exampleRules: z.input<typeof rulesSchema> = {
  rules: [
    {
      id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f90',
      place: null,
      version: 1,
      enabled: true,
      conditions: {
        who: { kind: 'DOMAINS', domains: ['acme.example'] },
        roles: ['SV'],
        where: { kind: 'ACCOUNT' },
        duration: { kind: 'AT_MOST', days: 90 },
      },
      outcome: { kind: 'APPROVE', role: 'ASKED', scope: 'ASKED', days: null },
    },
  ],
  manualOnly: [],
}

/** A rule as the API shows it. */
export function shownRule({ id, place, version, enabled, conditions: met, outcome: then }: Rule) {
  return { id, place, version, enabled, conditions: met, outcome: then }
}

/** What a call says about a rule; `domain` is the first word that is no domain. */
export function draftOf(
  body: Pick<z.output<typeof changeSchema>, 'conditions' | 'outcome'>,
): Draft | { readonly domain: number } | undefined {
  const { conditions: met, outcome: then } = body
  if (!met || !then) return undefined
  if (met.who.kind === 'DOMAINS') {
    const read = met.who.domains.map((one) => readIdentifier(one))
    const wrong = read.findIndex(({ ok }) => !ok)
    if (wrong >= 0) return { domain: wrong }
    const domains = read.flatMap((one) => (one.ok ? [one.value] : []))
    return { conditions: { ...met, who: { kind: 'DOMAINS', domains } }, outcome: then } as Draft
  }
  return { conditions: met, outcome: then } as Draft
}

/** Ids of a body as what they name. */
export function namesIn({ id, place }: Pick<z.output<typeof changeSchema>, 'id' | 'place'>) {
  return { id: (id ?? '') as RuleId, place: (place ?? null) as VirtualAccountId | null }
}
