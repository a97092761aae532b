import { sql } from 'kysely'
import type { AccountId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Account } from './domain/account.ts'
import type { Identifier } from './domain/identifier.ts'
import { type FlatVirtualAccount, grown, type NamedTree, type NamedVirtualAccount } from './domain/tree.ts'

/** An account with its settings. */
export type StoredAccount = Account & {
  readonly timeZone: string
  /** Whether an administrator role takes two people; null: once there are two. */
  readonly twoForAdministrator: boolean | null
  readonly showAdministrators: 'NAMES' | 'RELAY' | 'NONE'
  /** Whom to turn to about the account: a person or a desk; empty where none is named. */
  readonly contactName: string
  /** Where mail reaches them; empty where none is named. */
  readonly contactAddress: string
  /** When somebody at that address said that it is theirs; until then nothing is sent there but that question. */
  readonly contactConfirmedAt: Date | null
}

/** SQL: an account `a` as `StoredAccount`. */
export const accountColumns = sql`
  a.id, a.identifier, a.name, a.type, a.status, a.visibility, a.time_zone as "timeZone",
  a.verified_domains as "verifiedDomains", a.two_for_administrator as "twoForAdministrator",
  a.show_administrators as "showAdministrators", a.contact_name as "contactName",
  a.contact_address as "contactAddress", a.contact_confirmed_at as "contactConfirmedAt"`

const byIdentifier = prepare<{ identifier: string }, StoredAccount>(
  (p) => sql<StoredAccount>`select ${accountColumns} from accounts a where a.identifier = ${p.identifier}`,
)
const byId = prepare<{ id: string }, StoredAccount>(
  (p) => sql<StoredAccount>`select ${accountColumns} from accounts a where a.id = ${p.id}::uuid`,
)

/** The account of this identifier, whoever asks: show nothing of it before a rule has said that one may. */
export async function findAccount(
  db: Database | Tx,
  identifier: Identifier,
): Promise<StoredAccount | undefined> {
  return (await byIdentifier(db, { identifier }))[0]
}

/** The account with this id, which must exist. */
export async function accountOf(db: Database | Tx, id: AccountId): Promise<StoredAccount> {
  const [account] = await byId(db, { id })
  if (!account) throw new Error('An account that was named is gone')
  return account
}

export type { FlatVirtualAccount, NamedTree, NamedVirtualAccount } from './domain/tree.ts'

const virtualAccountsOf = prepare<{ account: string }, FlatVirtualAccount>(
  (p) => sql<FlatVirtualAccount>`
    select v.id, v.parent_id as "parentId", v.name, v.is_default as "isDefault", v.restricted
    from virtual_accounts v where v.account_id = ${p.account}::uuid and v.closed_at is null`,
)

/** The tree of an account's virtual accounts. */
export async function treeOf(db: Database | Tx, accountId: AccountId): Promise<NamedTree> {
  return grown(accountId, await virtualAccountsOf(db, { account: accountId }))
}

/** What a new account is made of. */
export type NewAccount = Pick<StoredAccount, 'identifier' | 'name' | 'type' | 'visibility' | 'timeZone'> & {
  readonly id: AccountId
  readonly verifiedDomains: readonly Identifier[]
}

const reserved = prepare<{ identifier: string }, { held: boolean }>(
  (p) => sql<{ held: boolean }>`
    select exists (select from former_identifiers f
      where f.identifier = ${p.identifier} and f.reserved_until > (select app_now())) as held`,
)

/** Writes an account, ACTIVE; false when the identifier is taken, or was another account's until lately. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  if ((await reserved(tx, { identifier: account.identifier }))[0]?.held) return false
  const row = await tx
    .insertInto('accounts')
    .values({
      id: account.id,
      identifier: account.identifier,
      name: account.name,
      type: account.type,
      visibility: account.visibility,
      time_zone: account.timeZone,
      show_administrators: sql`coalesce((select show_administrators from installation_settings), 'NAMES')`,
      verified_domains: [...account.verifiedDomains],
    })
    .onConflict((clash) => clash.column('identifier').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What a new virtual account is made of; `parent` is the one it stands under. */
export type NewVirtualAccount = {
  readonly accountId: AccountId
  readonly id: VirtualAccountId
  readonly name: string
  readonly parent: Pick<NamedVirtualAccount, 'id' | 'path'> | null
  readonly isDefault: boolean
  /** Shown only to those who have access to it. */
  readonly restricted?: boolean
}

/** Writes a virtual account; false when there is one of that name beside it. */
export async function insertVirtualAccount(tx: Tx, made: NewVirtualAccount): Promise<boolean> {
  const row = await tx
    .insertInto('virtual_accounts')
    .values({
      account_id: made.accountId,
      id: made.id,
      parent_id: made.parent?.id ?? null,
      name: made.name,
      path: [...(made.parent?.path ?? []), made.id],
      is_default: made.isDefault,
      restricted: made.restricted ?? false,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The active person with this sign-in address. */
export async function personAt(db: Database | Tx, address: string): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('people')
    .select('id')
    .where('address', '=', address.trim().toLowerCase())
    .where('status', '=', 'ACTIVE')
    .executeTakeFirst()
  return row?.id as PersonId | undefined
}
