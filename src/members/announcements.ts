import { type Told, toldAs } from '../people/index.ts'
import { administratorsToTell } from '../access-requests/index.ts'
import type { AccountId, PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, Category, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { acceptInvitation } from './invite/invitation-steps.ts'
import { findInvitation, invitationsTo } from './invite/invitations.store.ts'
import { invitedPerson, provedBy } from './people.store.ts'

/** Who is told about what happens to members. */
export const announcements: Announcements = {
  'member.added': async (tx, event) => [
    ...(await toHolder(tx, event, 'member.added.holder')),
    ...(event.facts['role'] === 'SA'
      ? await toOthers(tx, event, 'member.added.administrator', 'access')
      : []),
  ],
  'member.changed': (tx, event) => toHolder(tx, event, 'member.changed.holder'),
  'member.removed': async (tx, event) => [
    ...(await toHolder(tx, event, 'member.removed.holder')),
    ...(await ofAdministrator(tx, event)),
  ],
  'member.left': async (tx, event) => [
    ...(await toHolder(tx, event, 'member.left.holder')),
    ...(await ofAdministrator(tx, event)),
  ],
  'member.invited': toInvited,
  'administrator.proposed': (tx, event) => toOthers(tx, event, 'administrator.proposed', 'security'),
  'administrator.refused': (tx, event) => toOthers(tx, event, 'administrator.ended', 'access'),
  'administrator.withdrawn': (tx, event) => toOthers(tx, event, 'administrator.ended', 'access'),
  'person.verified': acceptAll,
}

async function toHolder(tx: Tx, event: RecordedEvent, kind: string): Promise<MailOrder[]> {
  const person = event.subject === null ? undefined : await toldAs(tx, event.subject as PersonId)
  return person ? [orderFor(person, event, kind, 'access')] : []
}

async function ofAdministrator(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  if (event.facts['wasAdministrator'] !== true) return []
  return toOthers(tx, event, 'member.gone.administrator', 'access')
}

async function toOthers(
  tx: Tx,
  event: RecordedEvent,
  kind: string,
  category: Category,
): Promise<MailOrder[]> {
  const others = await administratorsToTell(tx, event.account as AccountId, [event.actor, event.subject])
  return others.map((person) => orderFor(person, event, kind, category))
}

function orderFor(
  { personId, address, locale }: Told,
  { facts, actor, subject, type }: RecordedEvent,
  kind: string,
  category: Category,
): MailOrder {
  return { kind, category, personId, address, locale, payload: { ...facts, actor, subject, type } }
}

// The same mail, whoever the address belongs to; somebody who is here finds it in their bell, too.
async function toInvited(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const id = event.facts['invitationId']
  if (typeof id !== 'string') return []
  const invitation = await findInvitation(tx, { accountId: event.account as AccountId, id })
  if (!invitation) return []
  const { address, locale } = invitation
  const personId = await invitedPerson(tx, address)
  const n = Number(event.facts['n'] ?? 1)
  return [{ kind: 'member.invited', personId, address, locale, n, payload: { invitationId: id } }]
}

// Whoever proves an address takes what this address was invited to.
async function acceptAll(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const person = event.actor === null ? undefined : await provedBy(tx, event.actor as PersonId)
  if (!person) return []
  for (const { id } of await invitationsTo(tx, person.address)) await acceptInvitation(tx, person, { id })
  return []
}
