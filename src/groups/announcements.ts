import { type Told, toldAs } from '../people/index.ts'
import type { AccountId } from '../kernel/id.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { membersToTell } from './told.query.ts'

/** Who is told about groups: whoever was put in or taken out, and all when what it gives has changed. */
export const announcements: Announcements = {
  'group.member-added': async (tx, event) => toOne(event, await toldAs(tx, event.subject ?? ''), 'added'),
  'group.member-removed': async (tx, event) => toOne(event, await toldAs(tx, event.subject ?? ''), 'removed'),
  'group.changed': async (tx, event) => {
    const people = await membersToTell(tx, event.account as AccountId, String(event.facts['groupId']))
    return people.map((person) => order(event, person, 'changed'))
  },
}

type Kind = 'added' | 'removed' | 'changed'

function toOne(event: RecordedEvent, person: Told | undefined, kind: Kind): MailOrder[] {
  // Who acts on themselves knows it.
  return person && person.personId !== event.actor ? [order(event, person, kind)] : []
}

function order(event: RecordedEvent, { personId, address, locale }: Told, kind: Kind): MailOrder {
  const { groupId, role, virtualAccountIds } = event.facts
  return {
    kind: `group.${kind}.holder`,
    personId,
    address,
    locale,
    payload: { groupId, role, virtualAccountIds, accountId: event.account },
    category: 'access',
  }
}
