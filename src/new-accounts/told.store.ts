import { sql } from 'kysely'
import type { PersonId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { StoredApplication } from './applications.store.ts'
import type { ApplicationId } from './domain/application.ts'

/** Somebody as a letter or a page about an application names them. */
export type Party = {
  readonly personId: PersonId
  readonly address: string
  readonly locale: 'en' | 'fr'
  readonly timeZone: string
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly company: string
  readonly status: 'ACTIVE' | 'DISABLED' | 'ERASED'
}

const columns = sql`
  p.id as "personId", p.address, p.locale, p.time_zone as "timeZone", p.first_name as "firstName",
  p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.company, p.status`

const byId = prepare<{ person: string }, Party>(
  (v) => sql<Party>`select ${columns} from people p where p.id = ${v.person}::uuid`,
)

/** Somebody by their id, in any state. */
export async function partyOf(db: Database | Tx, person: PersonId): Promise<Party | undefined> {
  return (await byId(db, { person }))[0]
}

const byAddress = prepare<{ address: string }, Party>(
  (v) => sql<Party>`
    select ${columns} from people p
    where p.address = ${v.address} and p.status = 'ACTIVE' and p.verified_at is not null`,
)

/** Whoever is to administer the account, when they have an identity here with that address. */
export async function nomineeOf(
  db: Database | Tx,
  application: StoredApplication,
): Promise<Party | undefined> {
  return application.whose === 'OWN'
    ? partyOf(db, application.requesterId)
    : (await byAddress(db, { address: application.nomineeAddress }))[0]
}

const operators = prepare<{ but: string }, Party>(
  (v) => sql<Party>`
    select ${columns} from people p
    where p.is_operator and p.status = 'ACTIVE' and p.mail_bounced_at is null and p.id <> ${v.but}::uuid
    order by p.id limit 200`,
)

/** The operators who get mail, but for whoever asked. */
export function operatorsBut(tx: Tx, person: PersonId): Promise<Party[]> {
  return operators(tx, { but: person })
}

/** The application an event or a mail is about. */
export function applicationIn(facts: Readonly<Record<string, unknown>>): ApplicationId | undefined {
  const id = facts['applicationId']
  return typeof id === 'string' ? (id as ApplicationId) : undefined
}
