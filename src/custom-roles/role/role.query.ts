import { sql } from 'kysely'
import type { Action } from '../../accounts/domain/roles.ts'
import type { PersonId } from '../../kernel/id.ts'
import { grantIsActive, nameOf } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { RoleFilter, WhichRole } from '../custom-roles.store.ts'
import type { Content } from '../domain/wanted-role.ts'

/** A holder by name. */
export type NamedHolder = { readonly personId: PersonId; readonly name: string }
type NameRow = Parameters<typeof nameOf>[0] & { personId: PersonId }

const names = prepare<
  { account: string; id: string; within: readonly string[] | null; most: number },
  NameRow
>(
  (p) => sql<NameRow>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address
    from people p where p.id in (
      select g.person_id from grants g
      where g.account_id = ${p.account}::uuid and g.custom_role_id = ${p.id}::uuid and ${grantIsActive}
        and (${p.within}::uuid[] is null or g.virtual_account_id = any(${p.within}::uuid[])))
    order by lower(p.last_name), p.id limit ${p.most}::int`,
)

/** The first of those who hold a role, by last name, of those whom the viewer sees. */
export async function firstHolders(
  db: Database | Tx,
  { accountId, id, within, most }: WhichRole & Pick<RoleFilter, 'within' | 'most'>,
): Promise<NamedHolder[]> {
  const rows = await names(db, { account: accountId, id, within, most })
  return rows.map((row) => ({ personId: row.personId, name: nameOf(row) }))
}

/** What gives a role, beside those who hold it. */
export type StillGiving = {
  readonly groups: readonly { id: string; name: string }[]
  readonly invitations: number
  /** Rules, on or off, that give it. */
  readonly rules: number
}

const giving = prepare<{ account: string; id: string }, StillGiving>(
  (p) => sql<StillGiving>`
    select coalesce((
        select json_agg(json_build_object('id', u.id, 'name', u.name) order by lower(u.name), u.id) from user_groups u
        where u.account_id = ${p.account}::uuid and u.custom_role_id = ${p.id}::uuid and u.closed_at is null), '[]') as groups,
      (select count(*)::int from invitations i
        where i.account_id = ${p.account}::uuid and i.custom_role_id = ${p.id}::uuid and i.settled_at is null and i.lapses_at > app_now()) as invitations,
      (select count(*)::int from rules r
        where r.account_id = ${p.account}::uuid and r.outcome -> 'role' ->> 'custom' = ${p.id}::text) as rules`,
)

/** The user groups, open invitations and rules that give a role. */
export async function stillGiving(db: Database | Tx, { accountId, id }: WhichRole): Promise<StillGiving> {
  const [found] = await giving(db, { account: accountId, id })
  return found ?? { groups: [], invitations: 0, rules: 0 }
}

/** What a role was at one version, by whom and since when. */
export type RoleVersion = Content & {
  readonly version: number
  readonly changedAt: Date
  /** Null when they were erased. */
  readonly by: string | null
  /** What it was before; null for the first. */
  readonly before: Content | null
}
type VersionRow = Content &
  Pick<RoleVersion, 'version' | 'changedAt'> &
  NameRow & { erased: boolean; beforeName: string | null; beforeDescription: string; beforeActions: Action[] }

const versions = prepare<{ account: string; id: string; before: number; most: number }, VersionRow>(
  (p) => sql<VersionRow>`
    select v.version, v.name, v.description, v.actions, v.changed_at as "changedAt",
      b.name as "beforeName", b.description as "beforeDescription", b.actions as "beforeActions",
      coalesce(p.status = 'ERASED', true) as erased, p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address
    from custom_role_versions v
    left join custom_role_versions b on b.account_id = v.account_id and b.role_id = v.role_id
      and b.version = v.version - 1
    left join people p on p.id = v.changed_by
    where v.account_id = ${p.account}::uuid and v.role_id = ${p.id}::uuid and v.version < ${p.before}::int
    order by v.version desc limit ${p.most}::int`,
)

/** The versions of a role before this one, the newest first. */
export async function versionsOf(
  db: Database | Tx,
  { accountId, id, before, most }: WhichRole & { readonly before: number; readonly most: number },
): Promise<RoleVersion[]> {
  const rows = await versions(db, { account: accountId, id, before, most })
  return rows.map((row) => ({
    version: row.version,
    name: row.name,
    description: row.description,
    actions: row.actions,
    changedAt: row.changedAt,
    by: row.erased ? null : nameOf(row),
    before:
      row.beforeName === null
        ? null
        : { name: row.beforeName, description: row.beforeDescription, actions: row.beforeActions },
  }))
}
