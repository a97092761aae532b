import { type RawBuilder, sql } from 'kysely'
import type { InvitationId } from './invitations.store.ts'

/** An invitation that waits for somebody. */
export type ToAnswer = { readonly id: InvitationId; readonly accountName: string }

const most = 5

/** SQL: the open invitations to somebody's verified address. */
export const invitationsToAnswer = (person: RawBuilder<unknown>) => sql<ToAnswer>`
  select i.id, a.name as "accountName"
  from people p
  join invitations i on i.address_hash = sha256(convert_to(p.address, 'UTF8')) and i.settled_at is null
    and i.lapses_at > (select app_now())
  join accounts a on a.id = i.account_id and a.status = 'ACTIVE'
  where p.id = ${person}::uuid and p.verified_at is not null
  order by i.id desc limit ${sql.lit(most)}`
