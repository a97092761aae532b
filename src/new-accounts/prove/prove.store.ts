import { sql } from 'kysely'
import type { AccountId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

const verify = prepare<{ account: string; domain: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    update accounts set verified_domains = array_append(verified_domains, ${p.domain})
    where id = ${p.account}::uuid and not (${p.domain} = any(verified_domains)) returning id`,
)

/** Writes that an account has proven a domain; false when it had before. */
export async function addVerifiedDomain(tx: Tx, account: AccountId, domain: string): Promise<boolean> {
  return (await verify(tx, { account, domain })).length === 1
}
