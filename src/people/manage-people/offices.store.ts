import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import type { Offices } from '../domain/offices.ts'

/** Somebody with the offices that they have. */
export type Holder = Offices & { readonly id: PersonId; readonly status: 'ACTIVE' | 'DISABLED' | 'ERASED' }

const hold = prepare<{ people: readonly string[] }, Holder>(
  (p) => sql<Holder>`
    select id, status, is_support as support, is_operator as operator from people
    where id = any(${p.people}::uuid[]) or (is_operator and status = 'ACTIVE') order by id for no key update`,
)

/** These people and the active operators, held in one order, so that two operators who act on each other meet there. */
export function holdOffices(tx: Tx, people: readonly PersonId[]): Promise<Holder[]> {
  return hold(tx, { people })
}

const write = prepare<{ person: string; support: boolean; operator: boolean }, never>(
  (p) => sql<never>`
    update people set is_support = ${p.support}::boolean, is_operator = ${p.operator}::boolean
    where id = ${p.person}::uuid`,
)

/** Writes which offices somebody has. */
export async function writeOffices(tx: Tx, person: PersonId, offices: Offices): Promise<void> {
  await write(tx, { person, support: offices.support, operator: offices.operator })
}
