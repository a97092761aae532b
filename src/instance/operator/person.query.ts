import { sql } from 'kysely'
import { grantedRole } from '../../people/index.ts'
import type { GrantedRole } from '../../accounts/domain/roles.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

/** What somebody holds, in an operator's eyes. */
export type HeldByPerson = {
  readonly identifier: string
  readonly account: string
  readonly role: GrantedRole
  readonly place: string | null
  readonly source: 'REQUEST' | 'DIRECT' | 'GROUP' | 'RULE' | 'CREATION'
  readonly since: string
  readonly endsAt: string | null
  readonly isSuspended: boolean
}

/** What somebody has asked for, or somebody for them. */
export type AskedByPerson = {
  readonly id: string
  readonly reference: string
  readonly account: string
  readonly submittedAt: string
}

/** A person with all that hangs on them. */
export type WholePerson = {
  readonly sessions: number
  readonly tokens: number
  readonly grants: number
  readonly held: readonly HeldByPerson[]
  readonly asked: readonly AskedByPerson[]
  readonly undelivered: number
  readonly aliases: readonly string[]
  readonly mergedInto: { readonly id: string; readonly address: string } | null
  readonly createdAt: Date
  readonly seenAt: Date | null
}

const held = sql`g.revoked_at is null and (g.ends_at is null or g.ends_at > app_now())`

const whole = prepare<{ id: string; most: number }, WholePerson>(
  (p) => sql<WholePerson>`
    select p.created_at as "createdAt",
      (select max(s."seenAt") from auth.session s where s."userId" = p.id) as "seenAt",
      (select count(*)::int from auth.session s where s."userId" = p.id and s."endedAt" is null
        and s."expiresAt" > app_now()) as sessions,
      (select count(*)::int from personal_tokens t where t.person_id = p.id and t.revoked_at is null
        and t.expires_at > app_now()) as tokens,
      (select count(*)::int from grants g where g.person_id = p.id and ${held}) as grants,
      coalesce((select json_agg(row_to_json(mine)) from (
        select a.identifier, a.name as account, ${grantedRole} as role, v.name as place, g.source, g.created_at as since,
          g.ends_at as "endsAt", g.suspended_at is not null as "isSuspended"
        from grants g join accounts a on a.id = g.account_id
        left join virtual_accounts v on v.account_id = g.account_id and v.id = g.virtual_account_id
        where g.person_id = p.id and ${held} order by lower(a.name), g.id limit ${p.most}::int) mine), '[]') as held,
      coalesce((select json_agg(row_to_json(wanted)) from (
        select r.id, r.reference, r.account_name as account, r.submitted_at as "submittedAt"
        from access_requests r where (r.requester_id = p.id or r.beneficiary_id = p.id)
          and r.status in ('PENDING', 'INFO_REQUESTED') order by r.id desc limit ${p.most}::int) wanted), '[]') as asked,
      (select count(*)::int from mails m where m.person_id = p.id and m.state in ('DEFERRED', 'BOUNCED')) as undelivered,
      array(select o.address from people o where o.merged_into = p.id order by o.address) as aliases,
      (select json_build_object('id', o.id, 'address', o.address) from people o where o.id = p.merged_into)
        as "mergedInto"
    from people p where p.id = ${p.id}::uuid`,
)

const mostShown = 50

/** All that hangs on somebody, lists cut at fifty. */
export async function wholePerson(db: Database, id: string): Promise<WholePerson | undefined> {
  return (await whole(db, { id, most: mostShown }))[0]
}
