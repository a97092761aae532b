import { z } from 'zod'
import type { SeenAccount } from '../../accounts/index.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiAgreeToChangePath,
  apiChangePath,
  apiChangesPath,
  apiOpenChangesPath,
  apiRefuseChangePath,
  apiWithdrawChangePath,
} from '../../paths/account-changes.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterId,
  cursorRefused,
  type Given,
  type Operation,
  pageOf,
  pageQuery,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { askForChange } from '../ask/ask.ts'
import { changesOf, findChange, type OpenChange, openChanges, type StoredChange } from '../changes.store.ts'
import type { ChangeRefusal, ProposedKind } from '../domain/change.ts'
import { changeableBy } from '../looking.ts'
import { sayRefusal } from '../say.ts'
import { agreeToChange, refuseChange, type WhichChange, withdrawChange } from '../settle/settle.ts'
import { pauseAccount } from '../suspend/suspend.ts'
import {
  askBody,
  changeListSchema,
  changeSchema,
  exampleChange,
  refuseBody,
  shownChange,
} from './change.schema.ts'

const size = 50
const tag = 'Account changes'
const notFound: Problem = { status: 404, code: 'not-found' }
const inAccount = { identifier: 'The identifier of the account.' }
const ofChange = { ...inAccount, id: 'The id of the change.' }
const password = 'It needs your password typed within the last five minutes, which a token never has.'
const nothing = z.strictObject({})

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }
type Found = { readonly seen: SeenAccount; readonly change: StoredChange }

async function changeSeenBy(db: Database | Tx, { caller, params }: Asked): Promise<Found | undefined> {
  const seen = await changeableBy(db, caller, params['identifier'] ?? '')
  const change = seen && (await findChange(db, { accountId: seen.account.id, id: params['id'] ?? '' }))
  return change && { seen, change }
}

const forbidden = new Set(['recent-sign-in-needed', 'same-person'])

// Both words are those of others, too.
function codeOf({ code }: ChangeRefusal): string {
  return code === 'settled' || code === 'lapsed' ? `change-${code}` : code
}

function problemOf(refusal: ChangeRefusal, { reader }: ApiCaller, change?: StoredChange): Problem {
  if (refusal.code === 'not-found') return notFound
  const { status, problem, errors = {} } = sayRefusal(reader, refusal)
  const said = Object.entries(errors).map(([field, detail]) => ({ pointer: `/${field}`, detail }))
  return {
    status: forbidden.has(refusal.code) ? 403 : status,
    code: codeOf(refusal),
    detail: problem ?? said[0]?.detail,
    errors: said.length > 0 ? said : undefined,
    current: change && status === 409 ? shownChange(change) : undefined,
  }
}

const listing = reading<ApiCaller, typeof nothing>({
  id: 'listAccountChanges',
  tag,
  path: apiChangesPath.pattern,
  params: inAccount,
  scope: 'requests:read',
  summary: 'List the changes of a whole account',
  description:
    'The fifty that were asked last, open and settled, for its administrators, support and operators.',
  query: nothing,
  answer: {
    description: 'The changes.',
    schema: changeListSchema,
    example: { items: [exampleChange], after: null },
  },
  problems: [404],
  async run(db, { caller, params }) {
    const seen = await changeableBy(db, caller, params['identifier'] ?? '')
    if (!seen) return refuse(notFound)
    const changes = await changesOf(db, seen.account.id, size)
    return done({ body: { items: changes.map(shownChange), after: null } })
  },
})

function listingOpen({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof pageQuery>({
    id: 'listOpenAccountChanges',
    tag,
    path: apiOpenChangesPath.pattern,
    scope: 'requests:read',
    summary: 'List the account changes that wait for somebody',
    description: 'Over all accounts, the oldest first, fifty at a time; for support and operators.',
    query: pageQuery,
    answer: {
      description: 'A page of changes.',
      schema: changeListSchema,
      example: { items: [{ ...exampleChange, account: 'acme.example' }], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, query }) {
      if (!caller.isSupport && !caller.isOperator) return refuse(notFound)
      const bound = { person: caller.personId, filter: 'api:account-changes', now: caller.now }
      const after = afterId({ cursors, bound }, query.after)
      if (after === undefined) return cursorRefused(caller)
      const keys = ({ id }: OpenChange) => [id]
      const page = pageOf({ cursors, bound }, await openChanges(db, after, size + 1), { size, keys })
      return done({ body: { items: page.rows.map(shownChange), after: page.after } })
    },
  })
}

const shared = { tag, params: ofChange, scope: 'decisions:write', status: 200, versioned: true } as const
const answer = { description: 'The change.', schema: changeSchema, example: exampleChange } as const
const settled = { ...exampleChange, settledAt: '2026-11-25T09:00:00.000Z', version: 2 }

const readingOne = reading<ApiCaller, typeof nothing>({
  id: 'readAccountChange',
  tag,
  path: apiChangePath.pattern,
  params: ofChange,
  scope: 'requests:read',
  summary: 'Read a change of a whole account',
  description: 'How it stands. Its version is also the ETag.',
  query: nothing,
  answer,
  problems: [404],
  async run(db, asked) {
    const found = await changeSeenBy(db, asked)
    if (!found) return refuse(notFound)
    return done({ body: shownChange(found.change), version: found.change.version })
  },
})

async function given(tx: Tx, accountId: AccountId, id: string): Promise<Given> {
  const change = await findChange(tx, { accountId, id })
  if (!change) throw new Error('A change that was written is gone')
  return { body: shownChange(change), version: change.version, object: { accountId, id } }
}

const asking = writing<ApiCaller, typeof askBody>({
  ...shared,
  id: 'askForAccountChange',
  path: apiChangesPath.pattern,
  params: inAccount,
  summary: 'Ask for a change of a whole account',
  description: `Administrators ask; support agents and operators propose, and are the first of the two people that it takes. It waits fourteen days. ${password}`,
  body: askBody,
  exampleBody: { kind: 'TYPE', type: 'HOLDING', reason: exampleChange.reason },
  status: 201,
  versioned: false,
  answer,
  problems: [403, 404, 409, 422],
  async run(tx, { caller, params, body }) {
    const seen = await changeableBy(tx, caller, params['identifier'] ?? '')
    if (!seen) return refuse(notFound)
    const accountId = seen.account.id
    const { kind, reason, identifier, type } = body
    const more = {
      ...(identifier === undefined ? {} : { identifier }),
      ...(type === undefined ? {} : { type }),
    }
    const outcome =
      kind === 'SUSPEND' || kind === 'RESUME'
        ? await pauseAccount(tx, caller, { accountId, kind, reason })
        : await askForChange(tx, caller, { accountId, kind: kind satisfies ProposedKind, reason, ...more })
    if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller))
    return done(await given(tx, accountId, outcome.value))
  },
})

/** Takes a step about the change in the address, which is the version that the caller has seen. */
async function step(
  tx: Tx,
  asked: Asked & { readonly version: number },
  run: (which: WhichChange) => Promise<Outcome<unknown, ChangeRefusal>>,
): Promise<Outcome<Given, Problem>> {
  const found = await changeSeenBy(tx, asked)
  if (!found) return refuse(notFound)
  const which = { accountId: found.seen.account.id, id: found.change.id }
  const outcome = await run({ ...which, version: asked.version })
  if (outcome.ok) return done(await given(tx, which.accountId, which.id))
  return refuse(problemOf(outcome.refusal, asked.caller, found.change))
}

const agreeing = writing<ApiCaller, typeof nothing>({
  ...shared,
  id: 'agreeToAccountChange',
  path: apiAgreeToChangePath.pattern,
  summary: 'Agree to a change of a whole account',
  description: `As the first of two people of support or operation, or as the second: then it is done in the same moment. ${password}`,
  body: null,
  answer: { ...answer, example: { ...settled, outcome: 'DONE' } },
  problems: [403, 404, 409],
  run: (tx, asked) => step(tx, asked, (which) => agreeToChange(tx, asked.caller, which)),
})

const refusing = writing<ApiCaller, typeof refuseBody>({
  ...shared,
  id: 'refuseAccountChange',
  path: apiRefuseChangePath.pattern,
  summary: 'Refuse a change of a whole account',
  description: 'For support agents and operators; whoever asked withdraws it instead.',
  body: refuseBody,
  exampleBody: { answer: 'The register names it as a customer still.' },
  answer: {
    ...answer,
    example: { ...settled, outcome: 'REFUSED', answer: 'The register names it as a customer still.' },
  },
  problems: [403, 404, 409, 422],
  run: (tx, { body, ...asked }) =>
    step(tx, asked, (which) => refuseChange(tx, asked.caller, { ...which, answer: body.answer })),
})

const withdrawing = writing<ApiCaller, typeof nothing>({
  ...shared,
  id: 'withdrawAccountChange',
  path: apiWithdrawChangePath.pattern,
  summary: 'Take back what was asked of a whole account',
  description: 'For whoever asked, or another administrator when one of them did.',
  body: null,
  answer: { ...answer, example: { ...settled, outcome: 'WITHDRAWN' } },
  problems: [403, 404, 409],
  run: (tx, asked) => step(tx, asked, (which) => withdrawChange(tx, asked.caller, which)),
})

/** What the API offers about changes of whole accounts: the same use cases as the pages. */
export function operations(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [listing, listingOpen(platform), readingOne, asking, agreeing, refusing, withdrawing]
}
