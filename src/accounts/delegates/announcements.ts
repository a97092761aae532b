import type { Announcements, MailOrder } from '../../platform/mailer/index.ts'
import { type DelegateToTell, delegatesToTell } from './told.store.ts'

/** Who is told about standing in: the delegate, when they are chosen and when it begins. */
export const delegateAnnouncements: Announcements = {
  'delegate.chosen': async (tx, event) => {
    const told = await delegatesToTell(tx, { person: event.actor, account: event.account })
    return told.filter(({ personId }) => personId === event.subject).map(orderOf('delegate.chosen'))
  },
  'person.away-set': async (tx, event) => {
    const told = await delegatesToTell(tx, { person: event.actor, account: null })
    return told.map(orderOf('delegate.begins'))
  },
}

function orderOf(kind: string): (told: DelegateToTell) => MailOrder {
  return ({ personId, address, locale, accountId, absentId }) => ({
    kind,
    personId,
    address,
    locale,
    category: 'decision-needed',
    payload: { accountId, absentId },
  })
}
