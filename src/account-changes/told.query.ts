import { type RawBuilder, sql } from 'kysely'
import type { AccountId } from '../kernel/id.ts'
import { type Placeholders, prepare, type Tx } from '../platform/db/index.ts'

/** Somebody who is told about a change. */
export type Told = { readonly personId: string; readonly address: string; readonly locale: 'en' | 'fr' }

type Which = { account: string; change: string }

const told = (where: (p: Placeholders<Which>) => RawBuilder<unknown>) =>
  prepare<Which, Told>(
    (p) => sql<Told>`
      select p.id as "personId", p.address, p.locale from people p
      where p.status = 'ACTIVE' and p.mail_bounced_at is null and ${where(p)} order by p.id`,
  )

const offices = told((p) => sql`(p.is_support or p.is_operator) and ${p.account}::uuid <> ${p.change}::uuid`)
const administrators = told(
  (p) => sql`${p.change}::uuid is not null and exists (
    select from grants g where g.account_id = ${p.account}::uuid and g.person_id = p.id and g.role = 'SA'
      and g.revoked_at is null and (g.ends_at is null or g.ends_at > app_now()))`,
)
const askers = told(
  (p) => sql`p.id in (
    select unnest(array[x.asked_by, x.first_by]) from account_changes x
    where x.account_id = ${p.account}::uuid and x.id = ${p.change}::uuid)`,
)
const members = told(
  (p) => sql`exists (
    select from grants g join account_changes x on x.account_id = g.account_id and x.id = ${p.change}::uuid
    where g.account_id = ${p.account}::uuid and g.person_id = p.id and g.revoked_at >= x.settled_at)`,
)
const requesters = told(
  (p) => sql`${p.change}::uuid is not null and exists (
    select from access_requests r where r.account_id = ${p.account}::uuid and r.requester_id = p.id
      and r.status in ('PENDING', 'INFO_REQUESTED'))`,
)

const circles = { offices, administrators, askers, members, requesters }

/** A circle of people that a change concerns. */
export type Circle = keyof typeof circles

/** Everybody of a circle whom mail reaches; `members` are those who lost what they held by the change. */
export function toldAbout(tx: Tx, circle: Circle, accountId: AccountId, changeId: string): Promise<Told[]> {
  return circles[circle](tx, { account: accountId, change: changeId })
}
