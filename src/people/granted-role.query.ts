import { type RawBuilder, sql } from 'kysely'

/**
 * SQL: what the grant of this alias carries, as JSON: the code of a built-in role, or the custom role with the actions
 * that it gives by this grant.
 */
export function roleOf(alias: string): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`
  case when ${of('custom_role_id')} is null then to_jsonb(${of('role')}) else (
    select jsonb_build_object('id', c.id, 'name', c.name, 'version', c.version, 'reach', c.reach,
      'actions', ${of('custom_actions')})
    from custom_roles c where c.account_id = ${of('account_id')} and c.id = ${of('custom_role_id')}) end`
}

/** SQL: the same of the grant `g`. */
export const grantedRole = roleOf('g')

/** SQL: what the decision of this alias gave, as JSON: a custom role as it was at the version that was given. */
export function decidedRole(alias: string): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`
  case when ${of('custom_role_id')} is null then to_jsonb(${of('role')}) else (
    select jsonb_build_object('id', w.role_id, 'name', w.name, 'version', w.version,
      'reach', case ${of('role')} when 'CA' then 'ACCOUNT' else 'VIRTUAL' end, 'actions', w.actions)
    from custom_role_versions w where w.account_id = ${of('account_id')} and w.role_id = ${of('custom_role_id')}
      and w.version = ${of('custom_role_version')}) end`
}

/** SQL: the role of the account’s own that the request `r` asks for, as it was then, as JSON; null when it asks for none. */
export const askedOwnRole: RawBuilder<unknown> = sql`
  case when r.ask_custom_role_id is not null then (
    select jsonb_build_object('id', w.role_id, 'name', w.name, 'version', w.version,
      'reach', case r.ask_role when 'CA' then 'ACCOUNT' else 'VIRTUAL' end, 'actions', w.actions)
    from custom_role_versions w where w.account_id = r.account_id and w.role_id = r.ask_custom_role_id
      and w.version = r.ask_custom_role_version) end`

/** SQL: the grants of these two aliases carry the same role. */
export function sameRoleAs(one: string, other: string): RawBuilder<boolean> {
  const same = (column: string) =>
    sql`${sql.ref(`${one}.${column}`)} is not distinct from ${sql.ref(`${other}.${column}`)}`
  return sql<boolean>`(${same('role')} and ${same('custom_role_id')})`
}

/** SQL: the grant `g` carries this action: one of these built-in roles has it, or the custom role contains it. */
export function carries(action: string, builtIn: readonly string[]): RawBuilder<boolean> {
  const codes = sql.join(builtIn.map((code) => sql.lit(code)))
  return sql<boolean>`(g.role in (${codes}) or coalesce(${sql.lit(action)} = any(g.custom_actions), false))`
}
