import { sql } from 'kysely'
import type { Identifier } from '../accounts/domain/identifier.ts'
import { type AccountId, newId, type PersonId, type VirtualAccountId } from '../kernel/id.ts'
import { customRolesToGive } from '../accounts/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import {
  type Conditions,
  emptyBook,
  givesOwn,
  listOf,
  type OwnRole,
  type Rule,
  type RuleBook,
  type RuleId,
  type RuleOutcome,
} from './domain/rule.ts'
import { namesRole } from './role-names.query.ts'

/** The rules of an account, with what else of it they depend on. */
export type StoredBook = RuleBook & {
  /** The account’s own roles that are in use, and those that are not while a rule names them. */
  readonly ownRoles: readonly OwnRole[]
  readonly account: { readonly verifiedDomains: readonly Identifier[] }
}

type BookRow = {
  version: number | null
  changedBy: PersonId | null
  verifiedDomains: Identifier[]
  manualOnly: (VirtualAccountId | null)[]
  ownRoles: OwnRole[]
  rules: StoredRule[]
}
type StoredRule = {
  id: RuleId
  place: VirtualAccountId | null
  version: number
  enabled: boolean
  conditions: Conditions
  outcome: RuleOutcome
  changedBy: PersonId
}

const book = prepare<{ account: string }, BookRow>(
  (p) => sql<BookRow>`
    select b.version, b.changed_by as "changedBy", a.verified_domains as "verifiedDomains",
      coalesce((select json_agg(m.virtual_account_id) from manual_only m where m.account_id = a.id), '[]') as "manualOnly",
      coalesce((
        select json_agg(json_build_object('id', c.id, 'name', c.name, 'version', c.version, 'reach', c.reach,
          'actions', c.actions, 'isRetired', c.retired_at is not null, 'changedBy', w.changed_by)
          order by lower(c.name), c.id)
        from custom_roles c
        join custom_role_versions w on w.account_id = c.account_id and w.role_id = c.id and w.version = c.version
        where c.account_id = a.id and (c.retired_at is null or exists (
          select from rules r where r.account_id = a.id and ${namesRole('r')}))), '[]') as "ownRoles",
      coalesce((
        select json_agg(json_build_object('id', r.id, 'place', r.virtual_account_id, 'version', r.version,
          'enabled', r.enabled, 'conditions', r.conditions, 'outcome', r.outcome, 'changedBy', r.changed_by)
          order by r.virtual_account_id nulls first, r.position, r.id)
        from rules r where r.account_id = a.id), '[]') as rules
    from accounts a left join rule_books b on b.account_id = a.id
    where a.id = ${p.account}::uuid`,
)

/** The rules of an account as they are. */
export async function bookOf(db: Database | Tx, accountId: AccountId): Promise<StoredBook> {
  const [row] = await book(db, { account: accountId })
  if (!row) throw new Error('An account that was named is gone')
  const { verifiedDomains, version, ...rest } = row
  return { ...rest, version: version ?? emptyBook.version, account: { verifiedDomains } }
}

const sharing = prepare<{ account: string }, { version: number }>(
  (p) => sql<{ version: number }>`
    select b.version from rule_books b join accounts a on a.id = b.account_id
    where b.account_id = ${p.account}::uuid and a.status = 'ACTIVE' for share of b, a`,
)

/**
 * The rules of an active account, which stay as they are until the transaction ends; undefined when there are none. Whoever
 * changes them is waited for, and then their rules are the ones.
 */
export async function shareBook(tx: Tx, accountId: AccountId): Promise<StoredBook | undefined> {
  const rows = await sharing(tx, { account: accountId })
  if (rows.length === 0) return undefined
  const found = await bookOf(tx, accountId)
  return found.rules.some((rule) => rule.enabled && givesOwn(rule)) ? lockRolesOf(tx, accountId) : found
}

/** The rules of an account whose book is held, with its own roles as they stay until the transaction ends. */
export async function lockRolesOf(tx: Tx, accountId: AccountId): Promise<StoredBook> {
  await customRolesToGive(tx, accountId)
  return bookOf(tx, accountId)
}

const opening = prepare<{ account: string }, never>(
  (p) =>
    sql<never>`insert into rule_books (account_id, version) values (${p.account}::uuid, 0) on conflict do nothing`,
)
const holding = prepare<{ account: string }, { version: number }>(
  (p) => sql<{ version: number }>`
    select b.version from rule_books b where b.account_id = ${p.account}::uuid for update`,
)

/** The rules of an account, held for a change: nobody else changes them, and none of them fires, until it is done. */
export async function holdBook(tx: Tx, accountId: AccountId): Promise<StoredBook> {
  await opening(tx, { account: accountId })
  await holding(tx, { account: accountId })
  return bookOf(tx, accountId)
}

/** What happened to one rule by a change. */
export type RuleChange =
  | 'ADDED'
  | 'CHANGED'
  | 'SWITCHED_ON'
  | 'SWITCHED_OFF'
  | 'MOVED_UP'
  | 'MOVED_DOWN'
  | 'REMOVED'

type RuleRow = {
  account: string
  id: string
  place: string | null
  position: number
  version: number
  enabled: boolean
  conditions: string
  outcome: string
  by: string
}

const put = prepare<RuleRow, never>(
  (p) => sql<never>`
    insert into rules (account_id, id, virtual_account_id, position, version, enabled, conditions, outcome, changed_by,
      changed_at)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.place}::uuid, ${p.position}::int, ${p.version}::int,
      ${p.enabled}::boolean, ${p.conditions}::jsonb, ${p.outcome}::jsonb, ${p.by}::uuid, app_now())
    on conflict (account_id, id) do update set position = excluded.position, version = excluded.version,
      enabled = excluded.enabled, conditions = excluded.conditions, outcome = excluded.outcome,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
)
const drop = prepare<{ account: string; id: string }, never>(
  (p) => sql<never>`delete from rules where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)
type VersionRow = Omit<RuleRow, 'enabled'> & { entry: string; what: RuleChange }
const remember = prepare<VersionRow, never>(
  (p) => sql<never>`
    insert into rule_versions (account_id, id, rule_id, version, what, virtual_account_id, position, conditions, outcome,
      changed_by, changed_at)
    values (${p.account}::uuid, ${p.entry}::uuid, ${p.id}::uuid, ${p.version}::int, ${p.what}, ${p.place}::uuid,
      ${p.position}::int, ${p.conditions}::jsonb, ${p.outcome}::jsonb, ${p.by}::uuid, app_now())`,
)
const turn = prepare<{ account: string; version: number; by: string }, never>(
  (p) => sql<never>`
    update rule_books set version = ${p.version}::int, changed_by = ${p.by}::uuid, changed_at = app_now()
    where account_id = ${p.account}::uuid`,
)

/** Writes what a change has made of the rules, and keeps every version of a rule that it touched. */
export async function writeBook(
  tx: Tx,
  accountId: AccountId,
  books: { readonly before: RuleBook; readonly after: RuleBook; readonly by: PersonId },
): Promise<void> {
  const { before, after, by } = books
  await turn(tx, { account: accountId, version: after.version, by })
  for (const rule of before.rules) {
    if (after.rules.some(({ id }) => id === rule.id)) continue
    await drop(tx, { account: accountId, id: rule.id })
    const { enabled: _, ...row } = rowOf(accountId, before, {
      ...rule,
      version: rule.version + 1,
      changedBy: by,
    })
    await remember(tx, { ...row, entry: newId(), what: 'REMOVED' })
  }
  for (const rule of after.rules) {
    const row = rowOf(accountId, after, rule)
    const old = before.rules.find(({ id }) => id === rule.id)
    if (old && old.version === rule.version && positionOf(before, old) === row.position) continue
    await put(tx, row)
    if (old?.version === rule.version) continue
    const { enabled: _, ...version } = row
    await remember(tx, { ...version, entry: newId(), what: changeOf(before, after, rule) })
  }
}

function changeOf(before: RuleBook, after: RuleBook, rule: Rule): RuleChange {
  const old = before.rules.find(({ id }) => id === rule.id)
  if (!old) return 'ADDED'
  if (old.enabled !== rule.enabled) return rule.enabled ? 'SWITCHED_ON' : 'SWITCHED_OFF'
  const moved = positionOf(after, rule) - positionOf(before, old)
  if (moved !== 0) return moved < 0 ? 'MOVED_UP' : 'MOVED_DOWN'
  return 'CHANGED'
}

function positionOf(book: RuleBook, rule: Rule): number {
  return listOf(book, rule.place).findIndex(({ id }) => id === rule.id) + 1
}

function rowOf(account: AccountId, book: RuleBook, rule: Rule): RuleRow {
  return {
    account,
    id: rule.id,
    place: rule.place,
    position: Math.max(1, positionOf(book, rule)),
    version: rule.version,
    enabled: rule.enabled,
    conditions: JSON.stringify(rule.conditions),
    outcome: JSON.stringify(rule.outcome),
    by: rule.changedBy,
  }
}

const lockPlace = prepare<{ account: string; id: string; place: string | null; by: string }, never>(
  (p) => sql<never>`
    insert into manual_only (account_id, id, virtual_account_id, set_by)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.place}::uuid, ${p.by}::uuid) on conflict do nothing`,
)
const openPlace = prepare<{ account: string; place: string | null }, never>(
  (p) => sql<never>`
    delete from manual_only
    where account_id = ${p.account}::uuid and virtual_account_id is not distinct from ${p.place}::uuid`,
)

/** Writes where only people decide. Hold the book first. */
export async function writeManualOnly(
  tx: Tx,
  accountId: AccountId,
  change: {
    readonly add: readonly (VirtualAccountId | null)[]
    readonly remove: readonly (VirtualAccountId | null)[]
    readonly by: PersonId
    readonly version: number
  },
): Promise<void> {
  for (const place of change.add) {
    await lockPlace(tx, { account: accountId, id: newId(), place, by: change.by })
  }
  for (const place of change.remove) await openPlace(tx, { account: accountId, place })
  await turn(tx, { account: accountId, version: change.version, by: change.by })
}
