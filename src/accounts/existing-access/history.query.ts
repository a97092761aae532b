import { sql } from 'kysely'
import { grantedRole, sameRoleAs } from '../../people/index.ts'
import type { AccountId, PersonId, RequestId } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { GrantedRole } from '../domain/roles.ts'

/** Something of one's own past in an account: a request, a role that is over, an agreement accepted. */
export type Past =
  | {
      readonly kind: 'REQUEST'
      readonly at: Date
      readonly requestId: RequestId
      readonly reference: string
      readonly status:
        | 'PENDING'
        | 'INFO_REQUESTED'
        | 'APPROVED'
        | 'DECLINED'
        | 'WITHDRAWN'
        | 'EXPIRED'
        | 'CLOSED'
    }
  | {
      readonly kind: 'ENDED'
      readonly at: Date
      readonly role: GrantedRole
      readonly place: string
      /** Somebody took it back, or it was given up; else it came to its end. */
      readonly wasRevoked: boolean
      readonly byHolder: boolean
    }
  | { readonly kind: 'AGREED'; readonly at: Date; readonly title: string; readonly version: number }

type Whose = { account: string; person: string; locale: string; most: number }
type Row = { kind: Past['kind']; at: Date; facts: Record<string, unknown> }

// A role that made room for itself, given anew for longer, is no past: the one statement follows the other.
const past = prepare<Whose, Row>(
  (p) => sql<Row>`
    select kind, at, facts from (
      (select 'REQUEST' as kind, r.submitted_at as at,
        json_build_object('requestId', r.id, 'reference', r.reference, 'status', r.status) as facts
      from access_requests r
      where r.account_id = ${p.account}::uuid and r.beneficiary_id = ${p.person}::uuid
      order by r.id desc limit ${p.most}::int)
      union all
      (select 'ENDED', least(g.revoked_at, g.ends_at),
        json_build_object('role', ${grantedRole}, 'place', coalesce(v.name, ''), 'wasRevoked', g.revoked_at is not null
          and (g.ends_at is null or g.revoked_at < g.ends_at), 'byHolder', g.revoked_by = g.person_id)
      from grants g
      left join virtual_accounts v on v.account_id = g.account_id and v.id = g.virtual_account_id
      where g.account_id = ${p.account}::uuid and g.person_id = ${p.person}::uuid
        and (g.revoked_at is not null or g.ends_at <= (select app_now()))
        and not exists (
          select from grants n where n.account_id = g.account_id and n.person_id = g.person_id and ${sameRoleAs('n', 'g')}
            and n.virtual_account_id is not distinct from g.virtual_account_id
            and n.created_at >= g.revoked_at and n.created_at < g.revoked_at + interval '1 second')
      order by least(g.revoked_at, g.ends_at) desc limit ${p.most}::int)
      union all
      (select 'AGREED', c.accepted_at, json_build_object('version', c.version,
          'title', case when ${p.locale} = 'fr' then t.title_fr else t.title_en end)
      from agreement_acceptances c
      join agreement_versions t on t.agreement_id = c.agreement_id and t.version = c.version
      where c.person_id = ${p.person}::uuid and c.account_id = ${p.account}::uuid
      order by c.accepted_at desc limit ${p.most}::int)
    ) happened order by at desc limit ${p.most}::int`,
)

const mostShown = 20

/** Somebody's own past in an account, newest first. */
export async function pastOf(
  db: Database,
  whose: { readonly accountId: AccountId; readonly personId: PersonId; readonly locale: string },
): Promise<Past[]> {
  const { accountId, personId, locale } = whose
  const rows = await past(db, { account: accountId, person: personId, locale, most: mostShown })
  return rows.map(({ kind, at, facts }) => ({ ...facts, kind, at }) as Past)
}
