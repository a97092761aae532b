import { sql } from 'kysely'
import type { AccountId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import type { nameOf } from '../../people/domain/viewer.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { GrantSource } from '../domain/events.ts'
import type { Grant } from '../domain/rights.ts'
import type { Role } from '../domain/roles.ts'

/** One role that one person holds in an account. */
export type UserRow = Grant & {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
  readonly isDisabled: boolean
  /** Their confirmed address lies in a domain that the account has proved. */
  readonly ofTheHouse: boolean
  readonly source: GrantSource
  readonly requestId: RequestId | null
  readonly reference: string | null
  /** Who proposed to remove this administrator, while a second one is waited for. */
  readonly removalBy: Parameters<typeof nameOf>[0] | null
  /** Sorts the list, and says where the next page goes on. */
  readonly key: string
}

/** What the list is narrowed to, and where it goes on. */
export type UserFilter = {
  readonly account: AccountId
  /** The virtual accounts whose people are shown; null for the whole account. */
  readonly within: readonly VirtualAccountId[] | null
  readonly find: string
  readonly role: Role | null
  readonly after: readonly [key: string, id: string] | null
  readonly limit: number
}

type Values = {
  account: string
  within: readonly string[] | null
  find: string
  role: string | null
  afterKey: string | null
  afterId: string | null
  limit: number
}

const nameKey = sql`lower(p.last_name || ' ' || p.first_name || ' ' || p.id::text) collate "C"`

const list = prepare<Values, UserRow>(
  (p) => sql<UserRow>`
    select g.id, g.account_id as "accountId", g.person_id as "personId", g.role,
      g.virtual_account_id as "virtualAccountId", g.ends_at as "endsAt", g.revoked_at as "revokedAt",
      g.suspended_at as "suspendedAt", g.source,
      g.request_id as "requestId", r.reference, p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address, p.status <> 'ACTIVE' as "isDisabled",
      p.verified_at is not null and split_part(p.address, '@', 2) = any(a.verified_domains) as "ofTheHouse",
      case when m.id is not null then json_build_object('firstName', b.first_name, 'lastName', b.last_name,
        'preferredFirstName', b.preferred_first_name, 'address', b.address) end as "removalBy",
      ${nameKey} as key
    from grants g
    join people p on p.id = g.person_id
    join accounts a on a.id = g.account_id
    left join administrator_removals m on m.account_id = g.account_id and m.grant_id = g.id
      and m.settled_at is null and m.lapses_at > (select app_now())
    left join people b on b.id = m.proposed_by
    left join access_requests r on r.account_id = g.account_id and r.id = g.request_id
    where g.account_id = ${p.account}::uuid and ${grantIsActive}
      and (${p.within}::uuid[] is null or g.virtual_account_id = any(${p.within}::uuid[]))
      and (${p.role}::text is null or g.role = ${p.role}::text)
      and (${p.find}::text = '' or strpos(
        lower(p.first_name || ' ' || p.last_name || ' ' || p.preferred_first_name || ' ' || p.address),
        lower(${p.find}::text)) > 0)
      and (${p.afterKey}::text is null
        or (${nameKey}, g.id) > (${p.afterKey}::text collate "C", ${p.afterId}::uuid))
    order by ${nameKey}, g.id limit ${p.limit}::int`,
)

/** Who holds what in an account, by last name. */
export function usersOf(db: Database, filter: UserFilter): Promise<UserRow[]> {
  const { after, ...rest } = filter
  return list(db, { ...rest, afterKey: after?.[0] ?? null, afterId: after?.[1] ?? null })
}
