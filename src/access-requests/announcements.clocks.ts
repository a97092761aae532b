import { contactToTell } from '../accounts/index.ts'
import type { AccountId, VirtualAccountId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, Category, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { agentsToTell } from '../support-cases/index.ts'
import { enqueueRescheduling, rescheduleAccount } from './clocks.store.ts'
import { leaveOutOf } from './close-virtual-account/close-virtual-account.ts'
import { lockRequestsNaming } from './close-virtual-account/close-virtual-account.store.ts'
import { isOpen } from './domain/request.ts'
import {
  allApprovers,
  approversToTell,
  orders,
  requesterSide,
  requestOfEvent,
  toRequester,
} from './orders.ts'
import type { StoredRequest } from './requests.row.ts'

/** Who is told about what happens to requests by itself; and requests that wait otherwise, by another calendar. */
export const clockAnnouncements: Announcements = {
  'access-request.overdue': (tx, event) =>
    whileOpen(tx, event, async (request) => [
      ...(await toApprovers(tx, request, 'access-request.overdue.approver', 'decision-needed')),
      ...(await toRequester(tx, request, 'access-request.overdue.requester')),
      ...(await toAccountContact(tx, request)),
    ]),
  'access-request.expiry-near': (tx, event) =>
    whileOpen(tx, event, async (request) => [
      ...(await toApprovers(tx, request, 'access-request.expiry-near.approver', 'reminder')),
      ...(await toRequester(tx, request, 'access-request.expiry-near.requester')),
    ]),
  'access-request.answer-missing': (tx, event) =>
    whileOpen(tx, event, (request) => toRequester(tx, request, 'access-request.answer-missing.requester')),
  'access-request.expired': async (tx, event) =>
    about(event, await toTheirs(tx, await requestOfEvent(tx, event), 'access-request.expired.requester')),
  'access-request.narrowed': (tx, event) =>
    whileOpen(tx, event, (request) => toTheirs(tx, request, 'access-request.narrowed.requester')),
  // One that was being sent at that moment names it still.
  'virtual-account.closed': async (tx, { account, facts }) => {
    const places = placesOf(facts['virtualAccountIds'])
    const requests = await lockRequestsNaming(tx, account as AccountId, places)
    await leaveOutOf(tx, null, { account: account as AccountId, places, requests })
    return []
  },
  'access-request.closed': async (tx, event) =>
    about(event, await toTheirs(tx, await requestOfEvent(tx, event), 'access-request.closed.requester')),
  'access-request.routed-to-support': (tx, event) =>
    whileOpen(tx, event, (request) => toRequester(tx, request, 'access-request.routed.requester')),
  'access-request.support-nudged': (tx, event) =>
    whileOpen(tx, event, async (request) => {
      const agents = await agentsToTell(tx)
      return agents.map(orders('access-request.nudged.agent', request, 'support'))
    }),
  'account.calendar-changed': (tx, event) => anew(tx, event),
  'account.patience-changed': (tx, event) => anew(tx, event),
  'installation.patience-changed': async (tx, event) => {
    await enqueueRescheduling(tx, event.id)
    return []
  },
}

// Whoever it is for learns of its end, too.
async function toTheirs(tx: Tx, request: StoredRequest, kind: string): Promise<MailOrder[]> {
  return (await requesterSide(tx, request)).map(orders(kind, request, 'own-request'))
}

function placesOf(ids: unknown): VirtualAccountId[] {
  return Array.isArray(ids) ? ids.filter((id): id is VirtualAccountId => typeof id === 'string') : []
}

async function anew(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  await rescheduleAccount(tx, event.account as AccountId)
  return []
}

async function whileOpen(
  tx: Tx,
  event: RecordedEvent,
  tell: (request: StoredRequest) => Promise<readonly MailOrder[]>,
): Promise<MailOrder[]> {
  const request = await requestOfEvent(tx, event)
  return isOpen(request) ? about(event, await tell(request)) : []
}

/** Gives each letter what its event says. */
function about(event: RecordedEvent, orders: readonly MailOrder[]): MailOrder[] {
  const { n, expiresAt, because } = event.facts
  const payload = { expiresAt: expiresAt ?? null, because: because ?? null }
  return orders.map((order) => ({ ...order, payload, ...(typeof n === 'number' ? { n } : {}) }))
}

// Whoever the account names for it, outside too: they learn that something waits, and nothing about whom.
async function toAccountContact(tx: Tx, { accountId, id }: StoredRequest): Promise<MailOrder[]> {
  const orders = await contactToTell(tx, accountId, 'access-request.overdue.contact')
  return orders.map((order) => ({ ...order, requestId: id }))
}

async function toApprovers(
  tx: Tx,
  request: StoredRequest,
  kind: string,
  category: Category,
): Promise<MailOrder[]> {
  // When it is late, those who are away and have somebody stand in for them are told too.
  const told = await (category === 'reminder' ? approversToTell : allApprovers)(tx, request)
  return told.map(orders(kind, request, category))
}
