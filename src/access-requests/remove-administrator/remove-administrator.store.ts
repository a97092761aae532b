import { sql } from 'kysely'
import type { Grant, Tree } from '../../accounts/domain/rights.ts'
import { grantsOf, holdGrantsOf } from '../../accounts/index.ts'
import { type AccountId, type GrantId, type Id, newId, type PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { approverOf } from '../decide/decide.store.ts'
import type { Proposal, Proposed, RemovedBecause } from '../domain/removing.ts'

export type RemovalId = Id<'removal'>

/** How a proposal ended. */
export type RemovalOutcome = RemovedBecause | 'GIVEN_UP' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED'

/** A proposal to remove an account administrator, as it is kept. */
export type StoredRemoval = {
  readonly accountId: AccountId
  readonly id: RemovalId
  readonly grantId: GrantId
  readonly proposedBy: PersonId
  readonly reason: string
  readonly proposedAt: Date
  readonly lapsesAt: Date
  readonly noticeEndsAt: Date | null
  readonly settledAt: Date | null
  readonly settledBy: PersonId | null
  readonly outcome: RemovalOutcome | null
  readonly answer: string
}

type Which = { readonly accountId: AccountId; readonly id: GrantId }

const columns = sql`
  m.account_id as "accountId", m.id, m.grant_id as "grantId", m.proposed_by as "proposedBy", m.reason,
  m.proposed_at as "proposedAt", m.lapses_at as "lapsesAt", m.notice_ends_at as "noticeEndsAt",
  m.settled_at as "settledAt", m.settled_by as "settledBy", m.outcome, m.answer`

const unsettled = prepare<{ account: string; grant: string }, StoredRemoval>(
  (p) => sql<StoredRemoval>`
    select ${columns} from administrator_removals m
    where m.account_id = ${p.account}::uuid and m.grant_id = ${p.grant}::uuid and m.settled_at is null`,
)
const byId = prepare<{ account: string; id: string }, StoredRemoval>(
  (p) => sql<StoredRemoval>`
    select ${columns} from administrator_removals m
    where m.account_id = ${p.account}::uuid and m.id = ${p.id}::uuid`,
)

/** The proposal to end this grant that nobody has settled; it may have lapsed. Lock the grant first, to be sure of it. */
export async function unsettledRemoval(db: Database | Tx, which: Which): Promise<StoredRemoval | undefined> {
  return (await unsettled(db, { account: which.accountId, grant: which.id }))[0]
}

/** One proposal, open or settled. */
export async function findRemoval(
  db: Database | Tx,
  which: { readonly accountId: AccountId; readonly id: string },
): Promise<StoredRemoval | undefined> {
  return (await byId(db, { account: which.accountId, id: which.id }))[0]
}

type AuthorFacts = { readonly tree: Tree; readonly now: Date }

/** The proposal with what its author holds now. */
export async function proposalOf(
  db: Database | Tx,
  removal: StoredRemoval,
  facts: AuthorFacts,
): Promise<Proposal> {
  const whose = { accountId: removal.accountId, personId: removal.proposedBy }
  return withAuthor(removal, await grantsOf(db, whose), facts)
}

/** The same, with what gives its author their power held until the transaction ends; nothing for somebody disabled. */
export async function holdProposal(tx: Tx, removal: StoredRemoval, facts: AuthorFacts): Promise<Proposal> {
  const whose = { accountId: removal.accountId, personId: removal.proposedBy }
  return withAuthor(removal, await holdGrantsOf(tx, whose), facts)
}

function withAuthor(
  { proposedBy, lapsesAt, noticeEndsAt }: StoredRemoval,
  held: Parameters<typeof approverOf>[1],
  { tree, now }: AuthorFacts,
): Proposal {
  const by = approverOf({ personId: proposedBy, now, authenticatedAt: null }, held, tree)
  return { by, lapsesAt, noticeEndsAt }
}

/** Writes a proposal; undefined when another is open for the same grant. */
export async function insertRemoval(
  tx: Tx,
  grant: Pick<Grant, 'accountId' | 'id'>,
  proposed: Proposed & { readonly by: PersonId; readonly at: Date },
): Promise<RemovalId | undefined> {
  const id = newId<'removal'>()
  const row = await tx
    .insertInto('administrator_removals')
    .values({
      account_id: grant.accountId,
      id,
      grant_id: grant.id,
      proposed_by: proposed.by,
      reason: proposed.reason,
      proposed_at: proposed.at,
      lapses_at: proposed.lapsesAt,
      notice_ends_at: proposed.noticeEndsAt,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row && id
}

const settle = prepare<
  { account: string; id: string; by: string | null; outcome: string; answer: string },
  { id: string }
>(
  (p) => sql<{ id: string }>`
    update administrator_removals set settled_at = app_now(), settled_by = ${p.by}::uuid, outcome = ${p.outcome},
      answer = ${p.answer}
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and settled_at is null
    returning id`,
)

/** Ends a proposal; false when it had ended. */
export async function settleRemoval(
  tx: Tx,
  removal: Pick<StoredRemoval, 'accountId' | 'id'>,
  ending: { readonly outcome: RemovalOutcome; readonly by: PersonId | null; readonly answer?: string },
): Promise<boolean> {
  const { outcome, by, answer = '' } = ending
  const rows = await settle(tx, { account: removal.accountId, id: removal.id, by, outcome, answer })
  return rows.length === 1
}
