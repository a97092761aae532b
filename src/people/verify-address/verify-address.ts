import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { isLocale, type Reader } from '../../platform/i18n/reader.ts'
import { setPasswordHash } from '../credentials/credentials.store.ts'
import { endLinks, type Link, useLink } from '../links.store.ts'
import { createPerson } from '../people.store.ts'

/** What somebody chose behind the link, in another browser than the one that signed up. */
export type ChosenAnew = {
  readonly firstName: string
  readonly lastName: string
  readonly passwordHash: string
}

/** Whether this browser is the one that asked for the account: only then its password counts. */
export function isSameBrowser(link: Link, browser: string | undefined): boolean {
  return browser !== undefined && link.payload['browser'] === browser
}

/**
 * Makes the person whose address was confirmed. In another browser the password of the sign-up is void: whoever
 * signed up may not be whoever reads the mail, so `anew` must say what counts. Gives who it is.
 */
export async function verifyAddress(
  tx: Tx,
  by: { token: string; browser: string | undefined; anew: ChosenAnew | null },
): Promise<Outcome<PersonId, 'link-gone'>> {
  const link = await useLink(tx, by.token, 'VERIFY')
  const chosen = by.anew ?? (link ? chosenBefore(link, by.browser) : null)
  if (!link?.address || !chosen) return refuse('link-gone')
  const { firstName, lastName } = chosen
  const named = { address: link.address, firstName, lastName, ...readerOf(link), verified: true }
  const person = await createPerson(tx, named)
  if (!person) return refuse('link-gone')
  await setPasswordHash(tx, person, chosen.passwordHash)
  await endLinks(tx, { personId: person, address: link.address })
  await record(tx, { type: 'person.signed-up', account: installation, actor: person }, { quiet: true })
  await record(tx, { type: 'person.verified', account: installation, actor: person })
  return done(person)
}

function readerOf({ payload }: Link): Reader {
  const { locale = 'en', timeZone = 'UTC' } = payload
  return { locale: isLocale(locale) ? locale : 'en', timeZone }
}

function chosenBefore(link: Link, browser: string | undefined): ChosenAnew | null {
  const { firstName, lastName, password } = link.payload
  if (!isSameBrowser(link, browser)) return null
  if (firstName === undefined || lastName === undefined || password === undefined) return null
  return { firstName, lastName, passwordHash: password }
}
