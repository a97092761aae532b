import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { administratorsToTell, personToTell, reviewersToTell, reviewIdIn, type Told } from './told.query.ts'

/** Who is told about reviews: those who answer, those who administer, and whose access is suspended. */
export const announcements: Announcements = {
  'review.opened': (tx, event) => toReviewers(tx, event, 'review.opened', 'decision-needed'),
  'review.reminded': (tx, event) => toReviewers(tx, event, 'review.reminded', 'reminder'),
  'review.closed': async (tx, event) => {
    const all = await administratorsToTell(tx, event.account)
    const payload = { ...event.facts }
    return all.map((person) => ({ ...orderFor(person, 'review.closed'), category: 'access', payload }))
  },
  'grant.suspended': (tx, event) => toHolder(tx, event, 'grant.suspended.holder'),
  'grant.reactivated': (tx, event) => toHolder(tx, event, 'grant.reactivated.holder'),
}

function orderFor({ personId, address, locale }: Told, kind: string) {
  return { kind, personId, address, locale }
}

async function toReviewers(
  tx: Tx,
  event: RecordedEvent,
  kind: string,
  category: 'decision-needed' | 'reminder',
): Promise<MailOrder[]> {
  const reviewId = reviewIdIn(event.facts)
  if (reviewId === undefined) return []
  const n = Number(event.facts['n']) || 1
  const people = await reviewersToTell(tx, event.account, reviewId)
  const others = people.filter(({ personId }) => personId !== event.actor)
  return others.map((person) => ({ ...orderFor(person, kind), category, n, payload: { reviewId } }))
}

async function toHolder(tx: Tx, event: RecordedEvent, kind: string): Promise<MailOrder[]> {
  const person = event.subject === null ? undefined : await personToTell(tx, event.subject)
  const grantId = event.facts['grantId']
  return person ? [{ ...orderFor(person, kind), category: 'access', payload: { grantId } }] : []
}
