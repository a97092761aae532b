import { sql } from 'kysely'
import { prepare, type Tx } from '../platform/db/index.ts'

/** A support agent, and where and how they are told. */
export type Agent = {
  readonly personId: string
  readonly address: string
  readonly locale: 'en' | 'fr'
}

const agents = prepare<Record<string, never>, Agent>(
  () => sql<Agent>`
    select p.id as "personId", p.address, p.locale from people p
    where p.is_support and p.status = 'ACTIVE' and p.mail_bounced_at is null order by p.id`,
)

/** Everybody who answers cases and gets mail. */
export function agentsToTell(tx: Tx): Promise<Agent[]> {
  return agents(tx, {})
}

/** What the letter about a new case says, and to whom. */
export type OpenedCase = {
  readonly reference: string
  readonly requestId: string
  readonly requestReference: string
  readonly accountName: string
  readonly timeZone: string
}

const opened = prepare<{ account: string; request: string; agent: string }, OpenedCase>(
  (p) => sql<OpenedCase>`
    select c.reference, r.id as "requestId", r.reference as "requestReference", r.account_name as "accountName",
      p.time_zone as "timeZone"
    from cases c
    join access_requests r on r.account_id = c.account_id and r.id = c.request_id
    join people p on p.id = ${p.agent}::uuid and p.is_support and p.status = 'ACTIVE'
    where c.account_id = ${p.account}::uuid and c.request_id = ${p.request}::uuid and c.status = 'OPEN'
      and r.status in ('PENDING', 'INFO_REQUESTED')`,
)

/** The open case about a request, for an agent who still is one; undefined when there is nothing left to tell. */
export async function openedCase(
  tx: Tx,
  which: { account: string; request: string; agent: string },
): Promise<OpenedCase | undefined> {
  return (await opened(tx, which))[0]
}

/** What the letter about an account without an administrator says, and to whom. */
export type VacantCase = {
  readonly reference: string
  readonly identifier: string
  readonly accountName: string
  readonly timeZone: string
}

const vacant = prepare<{ account: string; id: string; agent: string }, VacantCase>(
  (p) => sql<VacantCase>`
    select c.reference, a.identifier, a.name as "accountName", p.time_zone as "timeZone"
    from cases c
    join accounts a on a.id = c.account_id
    join people p on p.id = ${p.agent}::uuid and p.is_support and p.status = 'ACTIVE'
    where c.account_id = ${p.account}::uuid and c.id = ${p.id}::uuid and c.status = 'OPEN'`,
)

/** The open case about an account that nobody administers; undefined when there is nothing left to tell. */
export async function vacantCase(
  tx: Tx,
  which: { account: string; id: string; agent: string },
): Promise<VacantCase | undefined> {
  return (await vacant(tx, which))[0]
}
