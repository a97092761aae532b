import type { PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Standing } from '../domain/offices.ts'
import { type Holder, holdOffices } from './offices.store.ts'

const isOperating = ({ operator, status }: Holder) => operator && status === 'ACTIVE'

/**
 * What the rules about operators ask of an act on somebody, who is held with all active operators until the transaction
 * ends; undefined: there is nobody. Requests are held before, then grants, people last.
 */
export async function standingOf(
  tx: Tx,
  by: PersonId | null,
  person: PersonId,
): Promise<Standing | undefined> {
  const held = await holdOffices(tx, [person])
  const one = held.find(({ id }) => id === person)
  if (!one) return undefined
  const { status, support, operator } = one
  return {
    by: by && {
      isOperator: held.some((holder) => holder.id === by && isOperating(holder)),
      isThemselves: by === person,
    },
    person: { status, offices: { support, operator } },
    otherOperators: held.filter((holder) => holder.id !== person && isOperating(holder)).length,
  }
}
