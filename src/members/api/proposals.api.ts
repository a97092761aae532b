import { z } from 'zod'
import { may } from '../../accounts/domain/rights.ts'
import { heldIn, managedAccount } from '../../accounts/index.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import {
  apiConfirmProposalPath,
  apiEndProposalPath,
  apiLeavePath,
  apiProposalPath,
} from '../../paths/members.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Given, type Operation, reading, writing } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { findProposal, type StoredProposal } from '../propose-administrator/proposals.store.ts'
import { confirmAdministrator, endProposal } from '../propose-administrator/settle-proposal.ts'
import { leave } from '../remove-member/remove-member.ts'
import { mayChangePeople } from '../seeing.ts'
import { notFound, problemOf } from './problem.api.ts'
import { endedSchema, exampleEnded } from './users.schema.ts'

const tag = 'Access'
const instant = z.iso.datetime({ offset: true })
const inAccount = { identifier: 'The identifier of the account.' }
const params = { ...inAccount, id: 'The id of the proposal.' }
const nothing = z.strictObject({})

const proposalSchema = z
  .strictObject({
    id: z.uuid(),
    personId: z.uuid().meta({ description: 'Who is to become an administrator.' }),
    endsAt: instant.nullable(),
    proposedBy: z.uuid(),
    proposedAt: instant,
    lapsesAt: instant,
    settledAt: instant.nullable(),
    outcome: z.enum(['CONFIRMED', 'REFUSED', 'WITHDRAWN', 'LAPSED']).nullable(),
  })
  .meta({ id: 'AdministratorProposal' })

const example: z.input<typeof proposalSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f83',
  personId: exampleEnded.personId,
  endsAt: null,
  proposedBy: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f79',
  proposedAt: '2026-11-24T10:00:00.000Z',
  lapsesAt: '2026-12-01T10:00:00.000Z',
  settledAt: null,
  outcome: null,
}

function shown(one: StoredProposal): z.output<typeof proposalSchema> {
  const { id, personId, proposedBy, outcome } = one
  return {
    id,
    personId,
    endsAt: one.endsAt?.toISOString() ?? null,
    proposedBy,
    proposedAt: one.proposedAt.toISOString(),
    lapsesAt: one.lapsesAt.toISOString(),
    settledAt: one.settledAt?.toISOString() ?? null,
    outcome,
  }
}

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }

async function seenBy(
  db: Database | Tx,
  { caller, params: named }: Asked,
): Promise<StoredProposal | undefined> {
  const seen = await managedAccount(db, caller, named['identifier'] ?? '')
  const isTheirs =
    seen && mayChangePeople(seen) && may(seen.rights, 'change-administrators', { kind: 'ACCOUNT' })
  return isTheirs ? findProposal(db, { accountId: seen.account.id, id: named['id'] ?? '' }) : undefined
}

const answer = { description: 'The proposal.', schema: proposalSchema, example } as const

const readingOne = reading<ApiCaller, typeof nothing>({
  id: 'readProposal',
  tag,
  path: apiProposalPath.pattern,
  params,
  scope: 'requests:read',
  summary: 'Read a proposal to make somebody an administrator',
  description: 'For administrators of the account.',
  query: nothing,
  answer,
  problems: [404],
  async run(db, asked) {
    const one = await seenBy(db, asked)
    return one ? done({ body: shown(one) }) : refuse(notFound)
  },
})

async function given(tx: Tx, { accountId, id }: StoredProposal): Promise<Given> {
  const one = await findProposal(tx, { accountId, id })
  if (!one) throw new Error('A proposal that was settled is gone')
  return { body: shown(one), object: { accountId, id } }
}

const step = (
  act: typeof confirmAdministrator,
  outcome: 'CONFIRMED' | 'REFUSED',
  about: { id: string; path: string; summary: string; description: string },
): Operation<ApiCaller> =>
  writing<ApiCaller, typeof nothing>({
    ...about,
    tag,
    params,
    scope: 'decisions:write',
    body: null,
    status: 200,
    versioned: false,
    answer: { ...answer, example: { ...example, settledAt: '2026-11-25T09:00:00.000Z', outcome } },
    problems: [403, 404, 409],
    async run(tx, asked) {
      const one = await seenBy(tx, asked)
      if (!one) return refuse(notFound)
      const settled = await act(tx, asked.caller, one)
      if (!settled.ok) return refuse(problemOf(settled.refusal, asked.caller))
      return done(await given(tx, one))
    },
  })

const leaving = writing<ApiCaller, typeof nothing>({
  id: 'leaveAccount',
  tag,
  path: apiLeavePath.pattern,
  params: inAccount,
  scope: 'requests:write',
  summary: 'Leave an account',
  description:
    'Ends all that you hold in it. An account keeps its last administrator; a role that administers something needs your password typed within the last five minutes, which a token never has.',
  body: null,
  status: 200,
  versioned: false,
  answer: { description: 'What ended.', schema: endedSchema, example: exampleEnded },
  problems: [403, 404, 409],
  async run(tx, { caller, params: named }) {
    const own = await heldIn(tx, caller, named['identifier'] ?? '')
    if (!own || own.held.length === 0) return refuse(notFound)
    const left = await leave(tx, caller, { accountId: own.account.id })
    if (!left.ok) return refuse(problemOf(left.refusal, caller))
    const grantIds = left.value.map(({ id }) => id)
    return done({ body: { personId: caller.personId, grantIds } })
  },
})

/** Making administrators, which takes two, and leaving: the same use cases as the pages. */
export const proposals: readonly Operation<ApiCaller>[] = [
  readingOne,
  step(confirmAdministrator, 'CONFIRMED', {
    id: 'confirmProposal',
    path: apiConfirmProposalPath.pattern,
    summary: 'Make somebody an administrator as the second of two',
    description:
      'It needs your password typed within the last five minutes, which a token never has; nobody confirms what they proposed.',
  }),
  step(endProposal, 'REFUSED', {
    id: 'endProposal',
    path: apiEndProposalPath.pattern,
    summary: 'End a proposal to make somebody an administrator',
    description: 'Another administrator refuses it, its author takes it back.',
  }),
  leaving,
]
