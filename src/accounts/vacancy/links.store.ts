import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountId, ClaimId, PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

/** What a link about a claim is for: its domain says yes, or somebody says no. */
export type ClaimLinkPurpose = 'CONFIRM_DOMAIN' | 'STOP'

/** A link about a claim that can still be used. */
export type ClaimLink = {
  readonly accountId: AccountId
  readonly claimId: ClaimId
  readonly purpose: ClaimLinkPurpose
  readonly personId: PersonId | null
  readonly domain: string | null
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

type NewLink = Omit<ClaimLink, 'accountId' | 'claimId'> & {
  account: string
  claim: string
  hash: Buffer
  days: number
}

const insert = prepare<NewLink, never>(
  (p) => sql<never>`
    insert into claim_links (hash, account_id, claim_id, purpose, person_id, domain, expires_at)
    values (${p.hash}, ${p.account}::uuid, ${p.claim}::uuid, ${p.purpose}, ${p.personId}::uuid, ${p.domain},
      app_now() + make_interval(days => ${p.days}::int))
    on conflict (hash) do nothing`,
)

/** Keeps the hash of a link's token, at the moment the mail is written; the same mail written again keeps its link. */
export async function keepClaimLink(tx: Tx, token: string, link: ClaimLink, days: number): Promise<void> {
  const { accountId, claimId, purpose, personId, domain } = link
  await insert(tx, {
    hash: hashOf(token),
    account: accountId,
    claim: claimId,
    purpose,
    personId,
    domain,
    days,
  })
}

const columns = sql`account_id as "accountId", claim_id as "claimId", purpose, person_id as "personId", domain`

const find = prepare<{ hash: Buffer }, ClaimLink>(
  (p) => sql<ClaimLink>`
    select ${columns} from claim_links where hash = ${p.hash} and used_at is null and expires_at > app_now()`,
)

/** The link of a token while it can be used; looking changes nothing. */
export async function findClaimLink(db: Database, token: string): Promise<ClaimLink | undefined> {
  return (await find(db, { hash: hashOf(token) }))[0]
}

const use = prepare<{ hash: Buffer; purpose: string }, ClaimLink>(
  (p) => sql<ClaimLink>`
    update claim_links set used_at = app_now()
    where hash = ${p.hash} and purpose = ${p.purpose} and used_at is null and expires_at > app_now()
    returning ${columns}`,
)

/** Uses a link up; of two at once only one gets it. */
export async function useClaimLink(
  tx: Tx,
  token: string,
  purpose: ClaimLinkPurpose,
): Promise<ClaimLink | undefined> {
  return (await use(tx, { hash: hashOf(token), purpose }))[0]
}
