import { type RawBuilder, sql } from 'kysely'
import type { OnBehalfId } from './on-behalf.store.ts'

/** A request that a colleague wrote for somebody, who has to confirm it. */
export type ToConfirm = {
  readonly id: OnBehalfId
  readonly accountName: string
  readonly asker: {
    readonly firstName: string
    readonly lastName: string
    readonly preferredFirstName: string
    readonly address: string
  }
}

const most = 5

/** SQL: what colleagues ask for somebody with a verified address, and they have not confirmed yet. */
export const requestsToConfirm = (person: RawBuilder<unknown>) => sql<ToConfirm>`
  select b.id, b.account_name as "accountName", json_build_object('firstName', o.first_name,
    'lastName', o.last_name, 'preferredFirstName', o.preferred_first_name, 'address', o.address) as asker
  from people p
  join requests_on_behalf b on b.address = p.address and b.status = 'WAITING' and b.lapses_at > (select app_now())
  join people o on o.id = b.asked_by
  where p.id = ${person}::uuid and p.verified_at is not null
  order by b.id desc limit ${sql.lit(most)}`
