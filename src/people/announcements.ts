import type { Tx } from '../platform/db/index.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { isLocale } from '../platform/i18n/reader.ts'
import { addressBefore } from './announcements.query.ts'
import { tellOffices } from './manage-people/tell-offices.ts'
import { orderedLink, waitingSignUp } from './links.store.ts'
import { type KnownAddress, personByAddress, personById } from './people.store.ts'

function toPerson(kind: string, person: KnownAddress, payload: MailOrder['payload'] = {}): MailOrder {
  const { id, address, locale } = person
  return { kind, personId: id, address, locale, payload, category: 'security' }
}

function handleOf(event: RecordedEvent): string {
  const { handle } = event.facts
  return typeof handle === 'string' ? handle : ''
}

async function ordered(tx: Tx, event: RecordedEvent) {
  const link = await orderedLink(tx, handleOf(event))
  return link?.address ? { ...link, address: link.address } : undefined
}

/** The mail that makes an address somebody's; whoever has it already is told so instead. */
async function afterSignUp(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const link = await ordered(tx, event)
  if (!link) return []
  const owner = await personByAddress(tx, link.address)
  if (owner) return owner.status === 'ACTIVE' ? [toPerson('person.has-account', owner)] : []
  const { locale = 'en' } = link.payload
  const reader = isLocale(locale) ? locale : 'en'
  const payload = { handle: handleOf(event), timeZone: link.payload['timeZone'] ?? 'UTC' }
  const category = 'security'
  return [{ kind: 'person.verify', personId: null, address: link.address, locale: reader, payload, category }]
}

/** The mail with which a password is chosen; a sign-up that waits for its confirmation gets that mail again. */
async function afterRecovery(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const link = await ordered(tx, event)
  if (!link) return []
  const owner = await personByAddress(tx, link.address)
  if (owner?.status === 'ACTIVE') {
    const kind = owner.verified ? 'person.reset' : 'person.confirm-own'
    return [toPerson(kind, owner, { handle: handleOf(event) })]
  }
  const waiting = owner ? undefined : await waitingSignUp(tx, link.address)
  if (!waiting) return []
  const { locale = 'en' } = link.payload
  const reader = isLocale(locale) ? locale : 'en'
  return [{ kind: 'person.verify', personId: null, address: link.address, locale: reader, payload: waiting }]
}

async function afterAsking(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const link = await ordered(tx, event)
  const person = event.actor ? await personById(tx, event.actor as PersonId) : undefined
  if (!link || !person) return []
  const owner = await personByAddress(tx, link.address)
  if (owner && owner.id !== person.id)
    return owner.status === 'ACTIVE' ? [toPerson('person.has-account', owner)] : []
  return [
    { ...toPerson('person.confirm-address', person, { handle: handleOf(event) }), address: link.address },
  ]
}

async function toldAs(kind: string, tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const person = event.actor ? await personById(tx, event.actor as PersonId) : undefined
  return person?.status === 'ACTIVE' ? [toPerson(kind, person, { at: event.at.toISOString() })] : []
}

/** Who is told of what happened to people: event, then mail. */
export const announcements: Announcements = {
  'person.sign-up-asked': afterSignUp,
  'person.recovery-asked': afterRecovery,
  'person.address-change-asked': afterAsking,
  'person.added': async (tx, event) => {
    const person = event.subject ? await personById(tx, event.subject as PersonId) : undefined
    return person?.status === 'ACTIVE'
      ? [toPerson('person.welcome', person, { handle: handleOf(event) })]
      : []
  },
  'person.password-changed': (tx, event) => toldAs('person.password-changed', tx, event),
  'person.address-changed': async (tx, event) => {
    const [order] = await toldAs('person.address-changed', tx, event)
    const before = order && (await addressBefore(tx, event))
    return order && before ? [{ ...order, address: before }] : []
  },
  'person.provider-linked': (tx, event) => toldAs('person.provider-linked', tx, event),
  'person.offices-changed': tellOffices,
  'token.created': (tx, event) => toldAs('person.token-created', tx, event),
}
