import { sql } from 'kysely'
import type { PersonId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'

/** Somebody who is told something by mail. */
export type Told = {
  readonly personId: PersonId
  readonly address: string
  readonly locale: 'en' | 'fr'
  readonly timeZone: string
}

/** SQL: a person `p` as `Told`. */
export const toldColumns = sql`p.id as "personId", p.address, p.locale, p.time_zone as "timeZone"`

const told = prepare<{ id: string }, Told>(
  (p) => sql<Told>`select ${toldColumns} from people p where p.id = ${p.id}::uuid and p.status = 'ACTIVE'`,
)

/** How somebody is told; undefined when they are disabled or gone. */
export async function toldAs(tx: Tx | Database, id: string): Promise<Told | undefined> {
  return (await told(tx, { id }))[0]
}

const operators = prepare<Record<never, never>, Told>(
  () => sql<Told>`
    select ${toldColumns} from people p where p.is_operator and p.status = 'ACTIVE' order by p.id`,
)

/** The active operators of the installation, as they are told. */
export async function activeOperators(tx: Tx): Promise<Told[]> {
  return operators(tx, {})
}

const hold = prepare<{ person: string }, never>(
  (p) => sql<never>`select from people where id = ${p.person}::uuid for no key update`,
)

/** Lets whoever does the same in the same name wait until the transaction ends, so that it is counted right. */
export async function holdPerson(tx: Tx, person: PersonId): Promise<void> {
  await hold(tx, { person })
}
