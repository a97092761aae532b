import { sql } from 'kysely'
import type { AccountType } from '../../accounts/domain/account.ts'
import type { Identifier } from '../../accounts/domain/identifier.ts'
import type { AccountId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

const taken = prepare<{ identifier: string; account: string }, { taken: boolean }>(
  (p) => sql<{ taken: boolean }>`
    select exists (select from accounts a where a.identifier = ${p.identifier})
      or exists (select from former_identifiers f where f.identifier = ${p.identifier}
        and f.account_id <> ${p.account}::uuid and f.reserved_until > (select app_now())) as taken`,
)

/** Whether an identifier belongs to an account, or did lately to another one than this. */
export async function isTaken(
  db: Database | Tx,
  identifier: Identifier,
  accountId: AccountId,
): Promise<boolean> {
  return (await taken(db, { identifier, account: accountId }))[0]?.taken ?? true
}

const rename = prepare<{ account: string; identifier: string; until: Date }, never>(
  (p) => sql<never>`
    with freed as (
      delete from former_identifiers where identifier = ${p.identifier} returning identifier
    ), former as (
      insert into former_identifiers (identifier, account_id, reserved_until)
      select a.identifier, a.id, ${p.until}::timestamptz from accounts a where a.id = ${p.account}::uuid
      on conflict (identifier) do update set account_id = excluded.account_id, reserved_until = excluded.reserved_until
    )
    update accounts set identifier = ${p.identifier} where id = ${p.account}::uuid`,
)

/** Gives an account another identifier, and keeps the old one from others until then. */
export async function writeIdentifier(
  tx: Tx,
  accountId: AccountId,
  { identifier, until }: { readonly identifier: Identifier; readonly until: Date },
): Promise<void> {
  await rename(tx, { account: accountId, identifier, until })
}

const type = prepare<{ account: string; type: string }, never>(
  (p) => sql<never>`update accounts set type = ${p.type} where id = ${p.account}::uuid`,
)
const list = prepare<{ account: string }, never>(
  (p) => sql<never>`update accounts set visibility = 'LISTED' where id = ${p.account}::uuid`,
)

/** Gives an account another type. */
export async function writeType(tx: Tx, accountId: AccountId, to: AccountType): Promise<void> {
  await type(tx, { account: accountId, type: to })
}

/** Lets everybody who is signed in find an account. */
export async function writeListed(tx: Tx, accountId: AccountId): Promise<void> {
  await list(tx, { account: accountId })
}
