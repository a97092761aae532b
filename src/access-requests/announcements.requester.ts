import type { PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder } from '../platform/mailer/index.ts'
import { busyAmong } from './busy.query.ts'
import { isOpen } from './domain/request.ts'
import { approversHere, approversToTell, orders, requestOfEvent, toRequester } from './orders.ts'
import type { StoredRequest } from './requests.row.ts'
import { operatorsToTell, viewersBefore } from './told.store.ts'

/** Who is told about what a requester does. */
export const requesterAnnouncements: Announcements = {
  'access-request.submitted': async (tx, event) => {
    const request = await requestOfEvent(tx, event)
    if (!isOpen(request)) return []
    return [
      ...(await approversToTell(tx, request)).map(
        orders('access-request.submitted.approver', request, 'decision-needed'),
      ),
      ...(await toRequester(tx, request, 'access-request.submitted.requester')),
    ]
  },
  'access-request.reminded': async (tx, event) => {
    const request = await requestOfEvent(tx, event)
    if (!isOpen(request)) return []
    const n = Number(event.facts['n'])
    const kind = event.facts['byHand'] === false ? 'reminded-by-clock' : 'reminded'
    const told = (await approversToTell(tx, request)).map(
      orders(`access-request.${kind}.approver`, request, 'reminder'),
    )
    const busy =
      event.facts['byHand'] === false ? await busyAmong(tx, request.accountId, told) : new Set<string>()
    return told.map((order) => ({ ...order, n, gather: busy.has(order.personId ?? '') }))
  },
  'access-request.amended': async (tx, event) => {
    const request = await requestOfEvent(tx, event)
    return isOpen(request) ? tellViewers(tx, request, 'access-request.amended.approver') : []
  },
  'access-request.withdrawn': async (tx, event) =>
    tellViewers(tx, await requestOfEvent(tx, event), 'access-request.withdrawn.approver'),
  'access-request.looked-up-in-vain': async (tx, event) => {
    const payload = { by: event.actor, misses: event.facts['misses'], at: event.at.toISOString() }
    const kind = 'access-request.looked-up-in-vain.operator'
    return (await operatorsToTell(tx)).map(({ personId, address, locale }) => {
      return { kind, personId, address, locale, payload, category: 'operator' }
    })
  },
}

async function tellViewers(tx: Tx, request: StoredRequest, kind: string): Promise<MailOrder[]> {
  const viewers: ReadonlySet<PersonId> = await viewersBefore(tx, request, request.version)
  const approvers = await approversHere(tx, request)
  const n = request.version
  return approvers
    .filter(({ personId }) => viewers.has(personId))
    .map((told) => ({ ...orders(kind, request, 'conversation')(told), n }))
}
