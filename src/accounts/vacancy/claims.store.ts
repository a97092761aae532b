import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { type AccountId, type ClaimId, type GrantId, newId, type PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { Claim, ClaimStatus, Proof } from '../domain/claim.ts'
import type { Identifier } from '../domain/identifier.ts'

/** A claim as it is stored, with its account. */
export type StoredClaim = Claim & {
  readonly accountId: AccountId
  readonly reference: string
  readonly reason: string
  readonly proofDomain: string | null
  readonly provedAt: Date | null
  readonly documentsAt: Date | null
  readonly openedAt: Date
  readonly settledAt: Date | null
  readonly answer: string
  readonly identifier: Identifier
  readonly accountName: string
  readonly verifiedDomains: readonly Identifier[]
  readonly now: Date
}

const columns = sql`
  c.account_id as "accountId", c.id, c.reference, c.claimant_id as "claimantId", c.status, c.reason, c.proof,
  c.proof_domain as "proofDomain", c.proved_at as "provedAt", c.documents_at as "documentsAt",
  c.notice_ends_at as "noticeEndsAt", c.opened_at as "openedAt", c.settled_at as "settledAt", c.answer,
  a.identifier, a.name as "accountName", a.verified_domains as "verifiedDomains", app_now() as now,
  coalesce((select array_agg(y.agent_id order by y.approved_at) from claim_approvals y
    where y.account_id = c.account_id and y.claim_id = c.id), '{}') as "approvedBy"`

const byId = prepare<{ id: string }, StoredClaim>(
  (p) => sql<StoredClaim>`
    select ${columns} from claims c join accounts a on a.id = c.account_id where c.id = ${p.id}::uuid`,
)

/** The claim with this id, whoever asks: show nothing of it before a rule has said that one may. */
export async function findClaim(db: Database | Tx, id: ClaimId): Promise<StoredClaim | undefined> {
  return (await byId(db, { id }))[0]
}

const lock = prepare<{ id: string }, { id: string }>(
  (p) => sql<{ id: string }>`select c.id from claims c where c.id = ${p.id}::uuid for update`,
)

/** Locks a claim until the transaction ends, and gives it as it is then. */
export async function lockClaim(tx: Tx, id: ClaimId): Promise<StoredClaim | undefined> {
  const [found] = await lock(tx, { id })
  return found && findClaim(tx, id)
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = (n: number) =>
  Array.from({ length: n }, () => alphabet.charAt(randomInt(alphabet.length))).join('')

const insert = prepare<
  { account: string; id: string; reference: string; claimant: string; reason: string },
  { id: ClaimId }
>(
  (p) => sql<{ id: ClaimId }>`
    insert into claims (account_id, id, reference, claimant_id, reason)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.reference}, ${p.claimant}::uuid, ${p.reason})
    on conflict do nothing returning id`,
)

/** Writes a claim; undefined when this person has one that is not over. */
export async function insertClaim(
  tx: Tx,
  claim: { readonly accountId: AccountId; readonly claimantId: PersonId; readonly reason: string },
): Promise<ClaimId | undefined> {
  const [row] = await insert(tx, {
    account: claim.accountId,
    id: newId<'claim'>(),
    reference: `VC-${letters(4)}-${letters(4)}`,
    claimant: claim.claimantId,
    reason: claim.reason,
  })
  return row?.id
}

type Key = { account: string; id: string }
const key = (claim: Pick<StoredClaim, 'accountId' | 'id'>): Key => ({
  account: claim.accountId,
  id: claim.id,
})

const prove = prepare<
  Key & { proof: Proof; domain: string | null; agent: string | null; until: Date },
  { id: string }
>(
  (p) => sql<{ id: string }>`
    update claims set status = 'NOTICE', proof = ${p.proof}, proof_domain = ${p.domain}, proved_at = app_now(),
      accepted_by = ${p.agent}::uuid, notice_ends_at = ${p.until}::timestamptz, version = version + 1
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and status = 'OPEN' returning id`,
)

/** Writes how a claim was proven, and until when it is noticed. */
export async function writeProof(
  tx: Tx,
  claim: StoredClaim,
  by: { proof: Proof; domain: string | null; agentId: PersonId | null; noticeEndsAt: Date },
): Promise<void> {
  const { proof, domain, agentId, noticeEndsAt } = by
  await prove(tx, { ...key(claim), proof, domain, agent: agentId, until: noticeEndsAt })
}

const moved = prepare<Key & { status: ClaimStatus }, never>(
  (p) => sql<never>`
    update claims set status = ${p.status}, version = version + 1
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)

/** Writes where a claim stands that is not over. */
export async function moveClaim(tx: Tx, claim: StoredClaim, status: ClaimStatus): Promise<void> {
  await moved(tx, { ...key(claim), status })
}

const settled = prepare<
  Key & { status: ClaimStatus; by: string | null; answer: string; grant: string | null },
  never
>(
  (p) => sql<never>`
    update claims set status = ${p.status}, settled_at = app_now(), settled_by = ${p.by}::uuid, answer = ${p.answer},
      grant_id = ${p.grant}::uuid, version = version + 1
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)

/** Ends a claim. */
export async function settleClaim(
  tx: Tx,
  claim: StoredClaim,
  end: { status: ClaimStatus; by: PersonId | null; answer?: string; grantId?: GrantId },
): Promise<void> {
  const { status, by, answer = '', grantId = null } = end
  await settled(tx, { ...key(claim), status, by, answer, grant: grantId })
}

const documents = prepare<Key, never>(
  (p) => sql<never>`
    update claims set documents_at = app_now() where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)

/** Notes that the claimant proves the domain by documents, which agents read. */
export async function writeDocuments(tx: Tx, claim: StoredClaim): Promise<void> {
  await documents(tx, key(claim))
}

const approve = prepare<Key & { agent: string }, { agent: string }>(
  (p) => sql<{ agent: string }>`
    insert into claim_approvals (account_id, claim_id, agent_id)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.agent}::uuid) on conflict do nothing returning agent_id as agent`,
)

/** Writes an agent's approval. */
export async function writeApproval(tx: Tx, claim: StoredClaim, agent: PersonId): Promise<void> {
  await approve(tx, { ...key(claim), agent })
}

/** What is known around a claim when a rule is asked. */
export type Surroundings = {
  readonly isAnotherNoticed: boolean
  readonly claimantIsFit: boolean
}

const surroundings = prepare<Key & { claimant: string }, Surroundings>(
  (p) => sql<Surroundings>`
    select exists (select from claims o where o.account_id = ${p.account}::uuid and o.id <> ${p.id}::uuid
        and o.status in ('NOTICE', 'WITH_SUPPORT')) as "isAnotherNoticed",
      exists (select from people p join accounts a on a.id = ${p.account}::uuid and a.status = 'ACTIVE'
        where p.id = ${p.claimant}::uuid and p.status = 'ACTIVE' and p.verified_at is not null
          and not exists (select from grants g where g.account_id = a.id and g.person_id = p.id and g.role = 'SA'
            and g.revoked_at is null and g.suspended_at is null
            and (g.ends_at is null or g.ends_at > app_now()))) as "claimantIsFit"`,
)

/** Whether another claim of the account is noticed, and whether the claimant can still be given the role. */
export async function surroundingsOf(tx: Tx, claim: StoredClaim): Promise<Surroundings> {
  const [row] = await surroundings(tx, { ...key(claim), claimant: claim.claimantId })
  return row ?? { isAnotherNoticed: true, claimantIsFit: false }
}

const heldRole = prepare<{ account: string; person: string }, { held: boolean }>(
  (p) => sql<{ held: boolean }>`
    select exists (select from grants g
      where g.account_id = ${p.account}::uuid and g.person_id = ${p.person}::uuid) as held`,
)

/** Whether somebody holds or ever held a role in an account. */
export async function heldARole(
  db: Database | Tx,
  accountId: AccountId,
  personId: PersonId,
): Promise<boolean> {
  return (await heldRole(db, { account: accountId, person: personId }))[0]?.held ?? false
}

const openOnes = prepare<{ person: string }, { accountId: AccountId }>(
  (p) => sql<{ accountId: AccountId }>`
    select account_id as "accountId" from claims
    where claimant_id = ${p.person}::uuid and status in ('OPEN', 'NOTICE', 'WITH_SUPPORT') limit 20`,
)

/** The accounts for which somebody has a claim that is not over. */
export function heldClaims(tx: Tx, person: PersonId): Promise<{ accountId: AccountId }[]> {
  return openOnes(tx, { person })
}
