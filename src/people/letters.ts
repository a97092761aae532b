import { createHmac } from 'node:crypto'
import type { PersonId } from '../kernel/id.ts'
import { linkPath, settingsPath, signInPath, tokensPath } from '../paths/people.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { Composer, Letter, Letters, Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { LinkPurpose } from './domain/link.ts'
import { officesLetters } from './manage-people/offices.letters.ts'
import { sealLink } from './links.store.ts'
import { type PlainLetter, personLetter } from './person.mail.ts'
import { type KnownAddress, personById } from './people.store.ts'

/** What letters are written with. */
export type Desk = Pick<Platform, 'key' | 'publicUrl' | 'settings'>

/**
 * The token of a link in a mail: always the same for the same mail, so that a mail that is sent twice opens the same;
 * made from the installation's key, so that nothing in the database tells it.
 */
function tokenFor(desk: Desk, mail: Mail): string {
  return createHmac('sha256', desk.key).update(`link\n${mail.account}\n${mail.id}`).digest('base64url')
}

function readerOf(mail: Mail, person: KnownAddress | undefined): Reader {
  const { timeZone } = mail.payload
  if (person) return { locale: person.locale, timeZone: person.timeZone }
  return { locale: mail.locale, timeZone: typeof timeZone === 'string' ? timeZone : 'UTC' }
}

async function recipient(tx: Tx, mail: Mail): Promise<KnownAddress | undefined> {
  const person = mail.personId ? await personById(tx, mail.personId as PersonId) : undefined
  return person?.status === 'ACTIVE' ? person : undefined
}

function write(desk: Desk, reader: Reader, letter: Omit<PlainLetter, 'reader' | 'installation'>): Letter {
  return personLetter({ ...letter, reader, installation: desk.settings.name })
}

/** A letter with a link that is sealed now; pointless once the link was used or has gone. */
function withLink(desk: Desk, purpose: LinkPurpose, name: PlainLetter['name'], hours?: number): Composer {
  return async (tx, mail) => {
    const person = await recipient(tx, mail)
    if (mail.personId && !person) return null
    const token = tokenFor(desk, mail)
    const { handle } = mail.payload
    if (typeof handle !== 'string') return null
    const to = person && purpose !== 'VERIFY' ? { personId: person.id } : {}
    const sealed = await sealLink(tx, { handle, token, purpose, ...to, ...(hours ? { hours } : {}) })
    if (!sealed) return null
    const why = purpose === 'VERIFY' || purpose === 'CHANGE_ADDRESS' ? 'typed' : 'person'
    const href = `${desk.publicUrl}${linkPath.to(token)}`
    return write(desk, readerOf(mail, person), { name, href, why })
  }
}

/** A letter that tells somebody what happened, and leads to one of our pages. */
function withPage(desk: Desk, name: PlainLetter['name'], path: string | null): Composer {
  return async (tx, mail) => {
    const person = await recipient(tx, mail)
    if (!person) return null
    const at = mail.payload['at']
    const when = typeof at === 'string' ? { when: new Date(at) } : {}
    const href = path === null ? {} : { href: `${desk.publicUrl}${path}` }
    return write(desk, readerOf(mail, person), { name, why: 'person', ...href, ...when })
  }
}

/** The letters about people and their identity. */
export function letters(desk: Desk): Letters {
  return {
    'person.verify': withLink(desk, 'VERIFY', 'verify'),
    'person.has-account': withPage(desk, 'has-account', signInPath.to()),
    'person.reset': withLink(desk, 'RESET', 'reset'),
    'person.confirm-own': withLink(desk, 'RESET', 'confirm-own'),
    'person.welcome': withLink(desk, 'RESET', 'welcome', 72),
    'person.confirm-address': withLink(desk, 'CHANGE_ADDRESS', 'confirm-address'),
    'person.address-changed': withPage(desk, 'address-changed', null),
    'person.password-changed': withPage(desk, 'password-changed', '/'),
    'person.token-created': withPage(desk, 'token-created', tokensPath.to()),
    'person.provider-linked': withPage(desk, 'provider-linked', settingsPath.to()),
    ...officesLetters(desk),
  }
}
