import { sql } from 'kysely'
import type { GrantedRole } from '../../accounts/domain/roles.ts'
import type { AccountId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import type { nameOf } from '../../people/domain/viewer.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { type InvitationId, invitedRole } from './invitations.store.ts'

/** An open invitation as those who manage the account see it. */
export type InvitedRow = Parameters<typeof nameOf>[0] & {
  readonly id: InvitationId
  /** To whom it was sent. */
  readonly to: string
  readonly role: GrantedRole
  readonly virtualAccountIds: readonly VirtualAccountId[]
  readonly endsAt: Date | null
  readonly invitedBy: PersonId
  readonly lastMailedAt: Date
  readonly lapsesAt: Date
  readonly mailed: number
}

const list = prepare<
  { account: string; within: readonly string[] | null; after: string; limit: number },
  InvitedRow
>(
  (p) => sql<InvitedRow>`
    select i.id, i.address as "to", ${invitedRole} as role, i.virtual_account_ids as "virtualAccountIds", i.ends_at as "endsAt",
      i.invited_by as "invitedBy", i.last_mailed_at as "lastMailedAt", i.lapses_at as "lapsesAt", i.mailed,
      p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.address
    from invitations i join people p on p.id = i.invited_by
    where i.account_id = ${p.account}::uuid and i.settled_at is null and i.lapses_at > (select app_now())
      and (${p.within}::uuid[] is null
        or (cardinality(i.virtual_account_ids) > 0 and i.virtual_account_ids <@ ${p.within}::uuid[]))
      and i.id < ${p.after}::uuid
    order by i.id desc limit ${p.limit}::int`,
)

const newest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The open invitations of an account, newest first; `within` are the virtual accounts whose are shown. */
export function invitedTo(
  db: Database,
  account: AccountId,
  page: {
    readonly within: readonly VirtualAccountId[] | null
    readonly after: string | null
    readonly limit: number
  },
): Promise<InvitedRow[]> {
  return list(db, { account, within: page.within, after: page.after ?? newest, limit: page.limit })
}
