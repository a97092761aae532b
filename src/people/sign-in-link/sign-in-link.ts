import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { record } from '../../event-log/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { makeLink, useLink } from '../links.store.ts'
import { personByAddress, personById } from '../people.store.ts'

/** Makes a link with which a person can sign in once, within the hour; the operator prints it. Gives its token. */
export async function issueSignInLink(
  tx: Tx,
  by: PersonId | null,
  address: string,
): Promise<Outcome<string, 'nobody'>> {
  const person = await personByAddress(tx, address)
  if (!person || person.status !== 'ACTIVE') return refuse('nobody')
  const token = await makeLink(tx, { purpose: 'SIGN_IN', personId: person.id, address })
  const event = { type: 'link.issued', account: installation, actor: by, subject: person.id }
  await record(tx, event, { quiet: true })
  return done(token)
}

/** Uses a sign-in link up. Gives whose it is. */
export async function useSignInLink(tx: Tx, token: string): Promise<Outcome<PersonId, 'link-gone'>> {
  const link = await useLink(tx, token, 'SIGN_IN')
  const person = link?.personId ? await personById(tx, link.personId) : undefined
  return person?.status === 'ACTIVE' ? done(person.id) : refuse('link-gone')
}
