import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { readAddress } from '../domain/address.ts'
import { isCountry } from '../domain/countries.ts'
import { readLine, readName } from '../domain/name.ts'
import { orderLink } from '../links.store.ts'
import { createPerson, type NewPerson } from '../people.store.ts'

/** Why somebody could not be added. */
export type AddRefusal = 'address-wrong' | 'address-taken' | 'name-wrong' | 'company-wrong' | 'country-wrong'

/**
 * Makes somebody known here, who gets a mail with a link to choose a password; that also proves the address.
 * `by` is the operator, or null for the command line. `quiet`: no mail; they choose one by “forgotten password”.
 */
export async function addPerson(
  tx: Tx,
  by: PersonId | null,
  person: Omit<NewPerson, 'verified'>,
  { quiet = false }: { readonly quiet?: boolean } = {},
): Promise<Outcome<PersonId, AddRefusal>> {
  const read = readPerson(person)
  if (!read.ok) return read
  const named = read.value
  const id = await createPerson(tx, named)
  if (!id) return refuse('address-taken')
  const order = { purpose: 'RESET', personId: id, address: named.address } as const
  const handle = quiet ? '' : await orderLink(tx, order)
  const facts = { handle, operator: person.isOperator ?? false, support: person.isSupport ?? false }
  const event = { type: 'person.added', account: installation, actor: by, subject: id, facts }
  await record(tx, event, { quiet })
  return done(id)
}

function readPerson(person: Omit<NewPerson, 'verified'>): Outcome<Omit<NewPerson, 'verified'>, AddRefusal> {
  const address = readAddress(person.address)
  if (!address.ok) return refuse('address-wrong')
  const [first, last] = [readName(person.firstName), readName(person.lastName)]
  if (!first.ok || !last.ok) return refuse('name-wrong')
  const company = readLine(person.company ?? '')
  if (!company.ok) return refuse('company-wrong')
  if (person.country && !isCountry(person.country)) return refuse('country-wrong')
  const [firstName, lastName] = [first.value, last.value]
  return done({ ...person, company: company.value, address: address.value, firstName, lastName })
}
