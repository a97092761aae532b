import type { Announcements, MailOrder } from '../../platform/mailer/index.ts'
import { type DelegateToTell, delegatesToTell, otherToTell } from './told.store.ts'

/** Who is told about standing in: the delegate, when they are chosen and when it begins, and the other of the two when one ends it. */
export const delegateAnnouncements: Announcements = {
  'delegate.chosen': async (tx, event) => {
    const told = await delegatesToTell(tx, { person: event.actor, account: event.account })
    return told.filter(({ personId }) => personId === event.subject).map(orderOf('delegate.chosen'))
  },
  'person.away-set': async (tx, event) => {
    const told = await delegatesToTell(tx, { person: event.actor, account: null })
    return told.map(orderOf('delegate.begins'))
  },
  'delegate.ended': async (tx, { account, actor, subject, facts }) => {
    const told = subject === null ? [] : await otherToTell(tx, subject)
    const payload = { accountId: account, endedBy: actor, byTheDelegate: facts['byTheDelegate'] === true }
    return told.map((one) => ({ kind: 'delegate.ended', ...one, category: 'decision-needed', payload }))
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
