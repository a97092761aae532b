import { sql } from 'kysely'
import { rightsOf, type Tree } from '../../accounts/domain/rights.ts'
import { holdGrantsOf } from '../../accounts/index.ts'
import { type AccountId, type Id, newId, type PersonId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { type Proposal, proposalLapsesAfterDays } from '../domain/proposing.ts'

export type ProposalId = Id<'administrator-proposal'>

/** A proposal to make somebody an administrator, as it is kept. */
export type StoredProposal = {
  readonly accountId: AccountId
  readonly id: ProposalId
  readonly personId: PersonId
  readonly endsAt: Date | null
  readonly proposedBy: PersonId
  readonly proposedAt: Date
  readonly lapsesAt: Date
  readonly settledAt: Date | null
  readonly settledBy: PersonId | null
  readonly outcome: 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED' | null
}

type Which = { readonly accountId: AccountId; readonly id: string }

const columns = sql`
  m.account_id as "accountId", m.id, m.person_id as "personId", m.ends_at as "endsAt", m.proposed_by as "proposedBy",
  m.proposed_at as "proposedAt", m.lapses_at as "lapsesAt", m.settled_at as "settledAt", m.settled_by as "settledBy",
  m.outcome`

const byId = prepare<{ account: string; id: string }, StoredProposal>(
  (p) => sql<StoredProposal>`
    select ${columns} from administrator_proposals m
    where m.account_id = ${p.account}::uuid and m.id = ${p.id}::uuid`,
)
const locked = prepare<{ account: string; id: string }, StoredProposal>(
  (p) => sql<StoredProposal>`
    select ${columns} from administrator_proposals m
    where m.account_id = ${p.account}::uuid and m.id = ${p.id}::uuid for update of m`,
)

/** One proposal, open or settled. */
export async function findProposal(db: Database | Tx, which: Which): Promise<StoredProposal | undefined> {
  return (await byId(db, { account: which.accountId, id: which.id }))[0]
}

/** The same, locked. */
export async function lockProposal(tx: Tx, which: Which): Promise<StoredProposal | undefined> {
  return (await locked(tx, { account: which.accountId, id: which.id }))[0]
}

/** The proposal with what its author holds, which stays theirs until the transaction ends. */
export async function holdAuthor(tx: Tx, stored: StoredProposal, tree: Tree, now: Date): Promise<Proposal> {
  const held = await holdGrantsOf(tx, { accountId: stored.accountId, personId: stored.proposedBy })
  return {
    personId: stored.personId,
    endsAt: stored.endsAt,
    by: { personId: stored.proposedBy, rights: rightsOf(held, tree, now) },
    lapsesAt: stored.lapsesAt,
    isSettled: stored.settledAt !== null,
  }
}

const proposed = prepare<{ account: string; people: readonly string[] }, { personId: PersonId }>(
  (p) => sql<{ personId: PersonId }>`
    select m.person_id as "personId" from administrator_proposals m
    where m.account_id = ${p.account}::uuid and m.person_id = any(${p.people}::uuid[]) and m.settled_at is null
      and m.lapses_at > (select app_now())`,
)

/** Whom of these people somebody has proposed as an administrator. */
export async function proposedAmong(
  db: Database | Tx,
  accountId: AccountId,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  if (people.length === 0) return new Set()
  const rows = await proposed(db, { account: accountId, people })
  return new Set(rows.map(({ personId }) => personId))
}

/** Writes a proposal; undefined when another for the same person is open. */
export async function insertProposal(
  tx: Tx,
  made: Pick<StoredProposal, 'accountId' | 'personId' | 'endsAt' | 'proposedBy'> & { readonly now: Date },
): Promise<ProposalId | undefined> {
  await sql`update administrator_proposals set settled_at = lapses_at, outcome = 'LAPSED'
    where account_id = ${made.accountId}::uuid and person_id = ${made.personId}::uuid and settled_at is null
      and lapses_at <= app_now()`.execute(tx)
  const id = newId<'administrator-proposal'>()
  const row = await tx
    .insertInto('administrator_proposals')
    .values({
      account_id: made.accountId,
      id,
      person_id: made.personId,
      ends_at: made.endsAt,
      proposed_by: made.proposedBy,
      proposed_at: made.now,
      lapses_at: daysAfter(made.now, proposalLapsesAfterDays),
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row && id
}

const settle = prepare<{ account: string; id: string; by: string; outcome: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    update administrator_proposals set settled_at = app_now(), settled_by = ${p.by}::uuid, outcome = ${p.outcome}
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and settled_at is null
    returning id`,
)

/** Ends a proposal; false when it had ended. */
export async function settleProposal(
  tx: Tx,
  which: Which,
  ending: { readonly outcome: 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN'; readonly by: PersonId },
): Promise<boolean> {
  return (await settle(tx, { account: which.accountId, id: which.id, ...ending })).length === 1
}
