import { z } from 'zod'
import { seenAccount, type SeenAccount } from '../../accounts/index.ts'
import { newId, type VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiManualOnlyPath, apiRulesPath } from '../../paths/rules.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Given, type Operation, type Problem, reading, writing } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Change } from '../../rules/domain/change.ts'
import { mayChangeRules } from '../../rules/domain/reading.ts'
import { bookOf, type ChangeRefusal, changeRules, lockRules, ruleWords as words } from '../../rules/index.ts'
import { notFound } from '../api/problem.api.ts'
import {
  changeSchema,
  draftOf,
  exampleRules,
  manualOnlySchema,
  namesIn,
  rulesSchema,
  shownRule,
} from './rules.schema.ts'

const about = {
  tag: 'Rules',
  path: apiRulesPath.pattern,
  params: { identifier: 'The identifier of the account.' },
}

async function ruledAccount(
  db: Database | Tx,
  caller: ApiCaller,
  identifier: string | undefined,
): Promise<SeenAccount | undefined> {
  const seen = await seenAccount(db, caller, identifier ?? '')
  if (!seen) return undefined
  const places = [null, ...seen.tree.virtualAccounts.map(({ id }) => id)]
  return places.some((place) => mayChangeRules(seen.rights, place)) ? seen : undefined
}

// A version of HTTP begins at one, that of rules that were never written at none.
async function shown(db: Database | Tx, { account, rights }: SeenAccount): Promise<Given> {
  const book = await bookOf(db, account.id)
  const own = book.rules.filter(({ place }) => mayChangeRules(rights, place))
  return {
    body: {
      rules: own.map(shownRule),
      manualOnly: book.manualOnly.filter((place) => mayChangeRules(rights, place)),
    },
    version: book.version + 1,
    object: { accountId: account.id, id: account.id },
  }
}

/** Reading and changing an account's rules: by the same use case as the pages. */
export const ruling: readonly Operation<ApiCaller>[] = [
  reading<ApiCaller, z.ZodObject<Record<never, never>>>({
    ...about,
    id: 'listRules',
    scope: 'requests:read',
    summary: 'List the rules of an account',
    description:
      'The rules that you may change, in their order: those of the account, or of the virtual accounts that you administer. The ETag is the version of all rules of the account.',
    query: z.strictObject({}),
    answer: { description: 'The rules as they are.', schema: rulesSchema, example: exampleRules },
    problems: [404],
    async run(db, { caller, params }) {
      const seen = await ruledAccount(db, caller, params['identifier'])
      return seen ? done(await shown(db, seen)) : refuse(notFound)
    },
  }),
  writing<ApiCaller, typeof changeSchema>({
    ...about,
    id: 'changeRules',
    scope: 'decisions:write',
    summary: 'Change the rules of an account',
    description:
      'Adds, writes, switches, moves or removes one rule. Every administrator is told. What it would have done to the last 180 days of requests is shown on the page of rules, before it is saved there.',
    body: changeSchema,
    exampleBody: {
      act: 'ADD',
      conditions: exampleRules.rules[0]?.conditions,
      outcome: exampleRules.rules[0]?.outcome,
    },
    status: 200,
    versioned: true,
    answer: { description: 'The rules as they are then.', schema: rulesSchema, example: exampleRules },
    problems: [404, 409, 422],
    async run(tx, { caller, params, body, version }) {
      const seen = await ruledAccount(tx, caller, params['identifier'])
      if (!seen) return refuse(notFound)
      const change = changeFrom(body)
      if ('pointer' in change) return refuse(unfit(caller, change.pointer))
      const accountId = seen.account.id
      const changed = await changeRules(tx, caller, { accountId, change, version: version - 1 })
      if (changed.ok) return done(await shown(tx, seen))
      return refused(tx, { caller, seen }, changed.refusal)
    },
  }),
  writing<ApiCaller, typeof manualOnlySchema>({
    ...about,
    path: apiManualOnlyPath.pattern,
    id: 'setManualOnly',
    scope: 'decisions:write',
    summary: 'Say where only people decide',
    description:
      'The whole account, or virtual accounts, in which no rule decides whatever the rules say. What you may not change stays as it is. Every administrator is told.',
    body: manualOnlySchema,
    exampleBody: { places: [null] },
    status: 200,
    versioned: true,
    answer: {
      description: 'The rules as they are then.',
      schema: rulesSchema,
      example: { ...exampleRules, manualOnly: [null] },
    },
    problems: [404, 409],
    async run(tx, { caller, params, body, version }) {
      const seen = await ruledAccount(tx, caller, params['identifier'])
      if (!seen) return refuse(notFound)
      const places = body.places as (VirtualAccountId | null)[]
      const which = { accountId: seen.account.id, places, version: version - 1 }
      const locked = await lockRules(tx, caller, which)
      if (locked.ok) return done(await shown(tx, seen))
      if (locked.refusal.code === 'not-found') return refuse(notFound)
      return refuse(await meanwhile(tx, { caller, seen }))
    },
  }),
]

function changeFrom(body: z.output<typeof changeSchema>): Change | { readonly pointer: string } {
  const { id, place } = namesIn(body)
  const draft = draftOf(body)
  const writes = body.act === 'ADD' || body.act === 'WRITE'
  if (body.act !== 'ADD' && id === '') return { pointer: '/id' }
  if (!writes) return stepFrom(body.act as Exclude<typeof body.act, 'ADD' | 'WRITE'>, id)
  if (!draft) return { pointer: body.conditions ? '/outcome' : '/conditions' }
  if ('domain' in draft) return { pointer: `/conditions/who/domains/${draft.domain}` }
  return body.act === 'ADD'
    ? { kind: 'ADD', id: newId<'rule'>(), place, draft }
    : { kind: 'WRITE', id, draft }
}

type Step = 'SWITCH_ON' | 'SWITCH_OFF' | 'MOVE_UP' | 'MOVE_DOWN' | 'REMOVE'

function stepFrom(act: Step, id: ReturnType<typeof namesIn>['id']): Change {
  const steps: Record<Step, Change> = {
    SWITCH_ON: { kind: 'SWITCH', id, on: true },
    SWITCH_OFF: { kind: 'SWITCH', id, on: false },
    MOVE_UP: { kind: 'MOVE', id, up: true },
    MOVE_DOWN: { kind: 'MOVE', id, up: false },
    REMOVE: { kind: 'REMOVE', id },
  }
  return steps[act]
}

const pointers: Readonly<Record<string, string>> = {
  domains: '/conditions/who/domains',
  groups: '/conditions/who/groups',
  who: '/conditions/who',
  where: '/conditions/where',
  days: '/conditions/duration/days',
  role: '/outcome/role',
  give: '/outcome/scope',
  giveDays: '/outcome/days',
  text: '/outcome',
  outcome: '/outcome',
}

function unfit({ reader }: ApiCaller, pointer: string): Problem {
  const detail = words.for(reader)('form.problem')
  return { status: 422, code: 'rule-unfit', detail, errors: [{ pointer, detail }] }
}

async function refused(
  tx: Tx,
  { caller, seen }: { caller: ApiCaller; seen: SeenAccount },
  refusal: ChangeRefusal,
): Promise<Outcome<never, Problem>> {
  const t = words.for(caller.reader)
  if (refusal.code === 'not-found') return refuse(notFound)
  if (refusal.code === 'too-many')
    return refuse({ status: 409, code: 'too-many-rules', detail: t('rules.too-many', { max: refusal.max }) })
  if (refusal.code === 'changed-meanwhile') return refuse(await meanwhile(tx, { caller, seen }))
  const errors = Object.entries(refusal.problems).map(([part, problem]) => ({
    pointer: pointers[part] ?? '',
    detail: t(`error.${part}.${problem}` as 'error.where.none'),
  }))
  return refuse({ status: 422, code: 'rule-unfit', detail: t('form.problem'), errors })
}

async function meanwhile(
  tx: Tx,
  { caller, seen }: { caller: ApiCaller; seen: SeenAccount },
): Promise<Problem> {
  const detail = words.for(caller.reader)('rules.changed-meanwhile')
  return { status: 409, code: 'rules-changed', detail, current: (await shown(tx, seen)).body }
}
