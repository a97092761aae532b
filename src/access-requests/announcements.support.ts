import { announcements as accountAnnouncements } from '../accounts/index.ts'
import type { Given } from '../accounts/domain/rights.ts'
import type { AccountId, PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { agentsToTell } from '../support-cases/index.ts'
import { closeAllAnswered } from './close/close.ts'
import { everybodyWhoBelonged } from './decide-as-support/belonged.query.ts'
import { isOpen } from './domain/request.ts'
import { passOnWithout } from './nobody-left/nobody-left.ts'
import { handBackAll } from './hand-back/hand-back.ts'
import { allApprovers, orders, requestOfEvent, toRequester } from './orders.ts'

/** Who is told when a request goes to support, when it comes back, and when it is decided there. */
export const supportAnnouncements: Announcements = {
  'access-request.escalated': async (tx, event) => {
    const payload = { byHand: event.facts['byHand'] === true }
    const told = await tellBoth(tx, event, 'access-request.escalated')
    return told.map((order) => ({ ...order, payload }))
  },
  'access-request.handed-back': (tx, event) => tellBoth(tx, event, 'access-request.handed-back'),
  // Whoever administers the account now decides what nobody could; the agent who granted the claim gives it back. What
  // they had asked for themselves nobody could decide, and it is given.
  'claim.granted': async (tx, event) => {
    const { account, actor, subject } = event
    const granted = { accountId: account as AccountId, by: actor as PersonId | null }
    if (granted.by) await handBackAll(tx, { ...granted, by: granted.by })
    if (subject) await closeAllAnswered(tx, granted, { person: subject as PersonId, given: wholeAccount })
    return (await accountAnnouncements['claim.granted']?.(tx, event)) ?? []
  },
  // They may have been the last who could be reached.
  'person.mail-bounced': async (tx, { subject }) => {
    if (subject !== null) await passOnWithout(tx, subject as PersonId)
    return []
  },
  'support-decision.proposed': async (tx, event) => {
    const request = await requestOfEvent(tx, event)
    const agents = await agentsToTell(tx)
    const others = agents.filter(
      ({ personId }) => personId !== event.actor && personId !== request.requesterId,
    )
    return others.map(orders('support-decision.proposed.agent', request, 'support'))
  },
  'support-decision.confirmed': async (tx, event) => {
    const request = await requestOfEvent(tx, event)
    const members = await everybodyWhoBelonged(tx, request)
    return members.map(orders('support-decision.confirmed.member', request, 'security'))
  },
}

const wholeAccount: Given = { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null }

async function tellBoth(tx: Tx, event: RecordedEvent, kind: string): Promise<MailOrder[]> {
  const request = await requestOfEvent(tx, event)
  if (!isOpen(request)) return []
  return [
    ...(await toRequester(tx, request, `${kind}.requester`)),
    ...(await allApprovers(tx, request)).map(orders(`${kind}.approver`, request, 'decision-needed')),
  ]
}
