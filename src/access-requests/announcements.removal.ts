import type { AccountId, PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, Category, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { administratorsToTell } from './remove-administrator/told.query.ts'
import { type Told, toldAs } from '../people/index.ts'

/** Who is told about the removal of an administrator: always the person concerned and the other administrators. */
export const removalAnnouncements: Announcements = {
  // Whoever may stop it must learn of it in time, whatever they chose for other mail.
  'grant.removal-proposed': async (tx, event) => [
    ...(await toOthers(tx, event, 'grant.removal-proposed.administrator', 'security')),
    ...(await toConcerned(tx, event, 'grant.removal-proposed.holder', 'security')),
  ],
  'grant.removal-refused': tellEnd,
  'grant.removal-withdrawn': tellEnd,
}

/** To the other administrators, that somebody no longer administers the account. */
export function administratorGone(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  return toOthers(tx, event, 'grant.revoked.administrator', 'access')
}

async function tellEnd(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  return [
    ...(await toOthers(tx, event, 'grant.removal-ended.told', 'access')),
    ...(await toConcerned(tx, event, 'grant.removal-ended.told', 'access')),
  ]
}

async function toOthers(
  tx: Tx,
  event: RecordedEvent,
  kind: string,
  category: Category,
): Promise<MailOrder[]> {
  const others = await administratorsToTell(tx, event.account as AccountId, [event.actor, event.subject])
  return others.map((person) => orderFor(person, event, { kind, category }))
}

async function toConcerned(
  tx: Tx,
  event: RecordedEvent,
  kind: string,
  category: Category,
): Promise<MailOrder[]> {
  if (event.subject === null || event.subject === event.actor) return []
  const person = await toldAs(tx, event.subject as PersonId)
  return person ? [orderFor(person, event, { kind, category })] : []
}

function orderFor(
  { personId, address, locale }: Told,
  { facts }: RecordedEvent,
  what: { readonly kind: string; readonly category: Category },
): MailOrder {
  const payload = { grantId: facts['grantId'], removalId: facts['removalId'] ?? null }
  return { ...what, personId, address, locale, payload }
}
