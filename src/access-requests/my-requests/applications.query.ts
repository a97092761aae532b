import { type RawBuilder, sql } from 'kysely'

/** A new account that somebody asked for, in a line. */
export type AskedAccount = {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly identifier: string
  readonly status:
    | 'CHECKING'
    | 'ACTION_NEEDED'
    | 'AWAITING_NOMINEE'
    | 'ACTIVE'
    | 'DECLINED'
    | 'WITHDRAWN'
    | 'EXPIRED'
  /** As JSON writes an instant. */
  readonly submittedAt: string
}

/** SQL: the last five new accounts that somebody asked for, as JSON. */
export function askedAccounts(person: RawBuilder<unknown>): RawBuilder<readonly AskedAccount[]> {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'reference', o.reference, 'name', o.name,
      'identifier', o.identifier, 'status', o.status, 'submittedAt', o.submitted_at) order by o.id desc), '[]')
    from (select * from account_applications a where a.requester_id = ${person}::uuid order by a.id desc limit 5) o)`
}
