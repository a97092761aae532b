import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { passwordHashOf, setPasswordHash } from '../credentials/credentials.store.ts'
import { endLinks, orderLink, useLink } from '../links.store.ts'
import { markVerified, personById } from '../people.store.ts'
import { endSessions } from '../sessions.store.ts'

/** Asks for a link with which to choose a password. Who has the address, if anybody, is looked up later, by the mail. */
export async function recover(
  tx: Tx,
  by: { address: string; reader: Reader },
): Promise<Outcome<null, never>> {
  const { address, reader } = by
  const handle = await orderLink(tx, { purpose: 'RESET', address, payload: { locale: reader.locale } })
  await record(tx, { type: 'person.recovery-asked', account: installation, actor: null, facts: { handle } })
  return done(null)
}

/** Sets a new password with the link that was mailed, which also proves the address. All sessions end. Gives who it is. */
export async function resetPassword(
  tx: Tx,
  by: { token: string; passwordHash: string },
): Promise<Outcome<PersonId, 'link-gone'>> {
  const link = await useLink(tx, by.token, 'RESET')
  const person = link?.personId ? await personById(tx, link.personId) : undefined
  if (!person || person.status !== 'ACTIVE') return refuse('link-gone')
  const isFirst = (await passwordHashOf(tx, person.id)) === undefined
  await setPasswordHash(tx, person.id, by.passwordHash)
  await markVerified(tx, person.id)
  await endSessions(tx, person.id, null)
  await endLinks(tx, { personId: person.id, address: person.address })
  const event = { type: 'person.password-changed', account: installation, actor: person.id }
  await record(tx, { ...event, facts: { how: 'link' } }, { quiet: isFirst })
  return done(person.id)
}
