import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { decideOffices, type Offices, type OfficesRefusal } from '../domain/offices.ts'
import { writeOffices } from './offices.store.ts'
import { standingOf } from './standing.ts'

/** Who changes offices, and whether they typed their password lately; null is whoever has the machine. */
export type OfficesChanger = { readonly personId: PersonId; readonly typedPassword: boolean } | null

/** Whose offices are changed: what they get, what they keep when it is not named, and what was shown before. */
export type WantedOffices = {
  readonly person: PersonId
  readonly wanted: Partial<Offices>
  readonly seen?: Offices | undefined
}

/**
 * Gives somebody the office of a support agent or an operator, or takes it away, at once; they and the other operators
 * are mailed. Gives the offices they have now; null: they had them already.
 */
export async function changeOffices(
  tx: Tx,
  by: OfficesChanger,
  { person, wanted, seen }: WantedOffices,
): Promise<Outcome<Offices | null, OfficesRefusal>> {
  const standing = await standingOf(tx, by?.personId ?? null, person)
  if (!standing) return refuse('nobody')
  const decided = decideOffices({
    ...standing,
    typedPassword: by?.typedPassword ?? false,
    seen,
    wanted: { ...standing.person.offices, ...wanted },
  })
  if (!decided.ok || decided.value === null) return decided
  await writeOffices(tx, person, decided.value)
  const facts = { support: decided.value.support, operator: decided.value.operator }
  const event = { type: 'person.offices-changed', account: installation, actor: by?.personId ?? null, facts }
  await record(tx, { ...event, subject: person })
  return decided
}
