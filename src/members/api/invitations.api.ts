import { z } from 'zod'
import { heldRoleSchema, managedAccount, type SeenAccount, shownRole } from '../../accounts/index.ts'
import { accountOf } from '../../accounts/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiAcceptInvitationPath,
  apiDeclineInvitationPath,
  apiInvitationsOfPath,
  apiInvitationsPath,
  apiInviteAgainPath,
  apiWithdrawInvitationPath,
} from '../../paths/members.ts'
import { type ApiCaller, nameOf } from '../../people/index.ts'
import {
  afterId,
  cursorRefused,
  type Given,
  nextPage,
  type Operation,
  pageOf,
  pageQuery,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  acceptInvitation,
  declineInvitation,
  inviteAgain,
  withdrawInvitation,
} from '../invite/invitation-steps.ts'
import { findInvitation, type Invitation, invitationsTo } from '../invite/invitations.store.ts'
import { type InvitedRow, invitedTo } from '../invite/invited.query.ts'
import { partiesOf } from '../people.store.ts'
import { mayChangePeople, placesSeen } from '../seeing.ts'
import { notFound, problemOf } from './problem.api.ts'

const size = 50
const tag = 'Invitations'
const instant = z.iso.datetime({ offset: true })
const inAccount = { identifier: 'The identifier of the account.' }
const ofInvitation = { id: 'The id of the invitation.' }
const nothing = z.strictObject({})

const offer = {
  role: heldRoleSchema,
  virtualAccountIds: z.array(z.uuid()),
  endsAt: instant.nullable(),
  lapsesAt: instant.meta({ description: 'Until when it can be accepted.' }),
}

const sentSchema = z
  .strictObject({
    id: z.uuid(),
    to: z.string().meta({ description: 'The address it was sent to.' }),
    ...offer,
    invitedBy: z.strictObject({ personId: z.uuid(), name: z.string() }),
    lastMailedAt: instant,
    mailed: z.int().min(0).meta({ description: 'How often it was mailed.' }),
  })
  .meta({ id: 'SentInvitation' })
const sentListSchema = z
  .strictObject({ items: z.array(sentSchema), after: nextPage })
  .meta({ id: 'SentInvitationList' })

const ownSchema = z
  .strictObject({
    id: z.uuid(),
    account: z.strictObject({ identifier: z.string(), name: z.string() }),
    invitedBy: z.string().meta({ description: 'The name of whoever sent it.' }),
    ...offer,
  })
  .meta({ id: 'Invitation' })
const ownListSchema = z.strictObject({ items: z.array(ownSchema) }).meta({ id: 'InvitationList' })

const settledSchema = z
  .strictObject({
    id: z.uuid(),
    outcome: z.enum(['SENT_AGAIN', 'WITHDRAWN', 'DECLINED', 'GIVEN', 'PROPOSED', 'HELD']).meta({
      description:
        'PROPOSED: an administrator’s role, which one more administrator must confirm. HELD: nothing that was new.',
    }),
  })
  .meta({ id: 'SettledInvitation' })

const id = '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f82'
const offered = {
  role: 'SV',
  virtualAccountIds: [],
  endsAt: null,
  lapsesAt: '2026-12-08T10:00:00.000Z',
} as const
const exampleSent: z.input<typeof sentSchema> = {
  id,
  to: 'nora@fresh.example',
  ...offered,
  virtualAccountIds: [],
  invitedBy: { personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73', name: 'Ana Costa' },
  lastMailedAt: '2026-11-24T10:00:00.000Z',
  mailed: 1,
}
const exampleOwn: z.input<typeof ownSchema> = {
  id,
  account: { identifier: 'acme.example', name: 'ACME' },
  invitedBy: 'Ana Costa',
  ...offered,
  virtualAccountIds: [],
}

function shownSent(row: InvitedRow): z.output<typeof sentSchema> {
  return {
    id: row.id,
    to: row.to,
    role: shownRole(row.role),
    virtualAccountIds: [...row.virtualAccountIds],
    endsAt: row.endsAt?.toISOString() ?? null,
    lapsesAt: row.lapsesAt.toISOString(),
    invitedBy: { personId: row.invitedBy, name: nameOf(row) },
    lastMailedAt: row.lastMailedAt.toISOString(),
    mailed: row.mailed,
  }
}

async function shownOwn(db: Database, one: Invitation): Promise<z.output<typeof ownSchema>> {
  const { identifier, name } = await accountOf(db, one.accountId)
  const by = (await partiesOf(db, [one.invitedBy])).get(one.invitedBy)
  const { role, scope, endsAt } = one.given
  return {
    id: one.id,
    account: { identifier, name },
    invitedBy: by?.name ?? name,
    role: shownRole(role),
    virtualAccountIds: scope.kind === 'VIRTUAL' ? [...scope.virtualAccountIds] : [],
    endsAt: endsAt?.toISOString() ?? null,
    lapsesAt: one.lapsesAt.toISOString(),
  }
}

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }

async function seenBy(db: Database | Tx, { caller, params }: Asked): Promise<SeenAccount | undefined> {
  const seen = await managedAccount(db, caller, params['identifier'] ?? '')
  return seen && mayChangePeople(seen) ? seen : undefined
}

function listing({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof pageQuery>({
    id: 'listSentInvitations',
    tag,
    path: apiInvitationsOfPath.pattern,
    params: inAccount,
    scope: 'requests:read',
    summary: 'List the open invitations of an account',
    description: 'Those that offer what you could give, newest first, fifty at a time.',
    query: pageQuery,
    answer: {
      description: 'A page of invitations.',
      schema: sentListSchema,
      example: { items: [exampleSent], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, params, query }) {
      const seen = await seenBy(db, { caller, params })
      if (!seen) return refuse(notFound)
      const account = seen.account.id
      const bound = { person: caller.personId, filter: `api:invitations:${account}`, now: caller.now }
      const after = afterId({ cursors, bound }, query.after)
      if (after === undefined) return cursorRefused(caller)
      const rows = await invitedTo(db, account, { within: placesSeen(seen), after, limit: size + 1 })
      const page = pageOf({ cursors, bound }, rows, { size, keys: (row: InvitedRow) => [row.id] })
      return done({ body: { items: page.rows.map(shownSent), after: page.after } })
    },
  })
}

const listingOwn = reading<ApiCaller, typeof nothing>({
  id: 'listInvitations',
  tag,
  path: apiInvitationsPath.pattern,
  scope: 'requests:read',
  summary: 'List the invitations to you',
  description: 'The open ones to your proved address.',
  query: nothing,
  answer: { description: 'The invitations.', schema: ownListSchema, example: { items: [exampleOwn] } },
  problems: [],
  async run(db, { caller }) {
    const found = caller.verified ? await invitationsTo(db, caller.address) : []
    return done({ body: { items: await Promise.all(found.map((one) => shownOwn(db, one))) } })
  },
})

type Settled = z.output<typeof settledSchema>['outcome']

function settled(one: Invitation, outcome: Settled): Outcome<Given, Problem> {
  return done({ body: { id: one.id, outcome }, object: { accountId: one.accountId, id: one.id } })
}

const shared = { tag, body: null, status: 200, versioned: false } as const
const answer = (outcome: Settled) =>
  ({ description: 'What came of it.', schema: settledSchema, example: { id, outcome } }) as const

const step = (
  act: typeof inviteAgain,
  outcome: 'SENT_AGAIN' | 'WITHDRAWN',
  about: { id: string; path: string; summary: string; description: string },
): Operation<ApiCaller> =>
  writing<ApiCaller, typeof nothing>({
    ...shared,
    ...about,
    params: { ...inAccount, ...ofInvitation },
    scope: 'decisions:write',
    answer: answer(outcome),
    problems: [403, 404, 409, 429],
    async run(tx, { caller, params }) {
      const seen = await seenBy(tx, { caller, params })
      const which = seen && { accountId: seen.account.id, id: params['id'] ?? '' }
      if (!which || !(await findInvitation(tx, which))) return refuse(notFound)
      const taken = await act(tx, caller, which)
      return taken.ok ? settled(taken.value, outcome) : refuse(problemOf(taken.refusal, caller))
    },
  })

const ofOwn = { ...shared, params: ofInvitation, scope: 'requests:write', problems: [404, 409] } as const

async function isTheirs(
  tx: Tx,
  { address, verified }: ApiCaller,
  sought: string | undefined,
): Promise<boolean> {
  return verified && (await invitationsTo(tx, address)).some((one) => one.id === sought)
}

const accepting = writing<ApiCaller, typeof nothing>({
  ...ofOwn,
  id: 'acceptInvitation',
  path: apiAcceptInvitationPath.pattern,
  summary: 'Accept an invitation',
  description: 'While whoever sent it can still give what it offers.',
  answer: answer('GIVEN'),
  async run(tx, { caller, params }) {
    if (!(await isTheirs(tx, caller, params['id']))) return refuse(notFound)
    const accepted = await acceptInvitation(tx, caller, { id: params['id'] ?? '' })
    if (!accepted.ok) return refuse(problemOf(accepted.refusal, caller))
    return settled(accepted.value.invitation, accepted.value.how)
  },
})

const declining = writing<ApiCaller, typeof nothing>({
  ...ofOwn,
  id: 'declineInvitation',
  path: apiDeclineInvitationPath.pattern,
  summary: 'Decline an invitation',
  description: 'Says no to what it offers.',
  answer: answer('DECLINED'),
  async run(tx, { caller, params }) {
    if (!(await isTheirs(tx, caller, params['id']))) return refuse(notFound)
    const declined = await declineInvitation(tx, caller, { id: params['id'] ?? '' })
    return declined.ok ? settled(declined.value, 'DECLINED') : refuse(problemOf(declined.refusal, caller))
  },
})

/** What the API offers about invitations: the same use cases as the pages. */
export function invitations(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [
    listing(platform),
    step(inviteAgain, 'SENT_AGAIN', {
      id: 'sendInvitationAgain',
      path: apiInviteAgainPath.pattern,
      summary: 'Mail an invitation once more',
      description:
        'Once a day and five times at most; its time begins anew, and the link of the mail before ends.',
    }),
    step(withdrawInvitation, 'WITHDRAWN', {
      id: 'withdrawInvitation',
      path: apiWithdrawInvitationPath.pattern,
      summary: 'Take an invitation back',
      description: 'Before it was accepted.',
    }),
    listingOwn,
    accepting,
    declining,
  ]
}
