import type { AccountId, PersonId, RequestId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, Category, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { busyAmong } from './busy.query.ts'
import { isOpen } from './domain/request.ts'
import type { StoredRequest } from './requests.row.ts'
import { type Approver, approversOf, readRequest, toldAmong } from './requests.store.ts'
import { operatorsToTell, type Told, toldAs, viewersBefore } from './told.store.ts'

/** Who is told about what a requester does. */
export const requesterAnnouncements: Announcements = {
  'access-request.submitted': async (tx, event) => {
    const request = await requestOf(tx, event)
    if (!isOpen(request)) return []
    const requester = await toldAs(tx, request.requesterId)
    return [
      ...(await approversToTell(tx, request)).map(
        orders('access-request.submitted.approver', request, 'decision-needed'),
      ),
      ...(requester
        ? [requester].map(orders('access-request.submitted.requester', request, 'own-request'))
        : []),
    ]
  },
  'access-request.reminded': async (tx, event) => {
    const request = await requestOf(tx, event)
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
    const request = await requestOf(tx, event)
    return isOpen(request) ? tellViewers(tx, request, 'access-request.amended.approver') : []
  },
  'access-request.withdrawn': async (tx, event) =>
    tellViewers(tx, await requestOf(tx, event), 'access-request.withdrawn.approver'),
  'access-request.looked-up-in-vain': async (tx, event) => {
    const payload = { by: event.actor, misses: event.facts['misses'], at: event.at.toISOString() }
    const kind = 'access-request.looked-up-in-vain.operator'
    return (await operatorsToTell(tx)).map(({ personId, address, locale }) => {
      return { kind, personId, address, locale, payload, category: 'operator' }
    })
  },
}

function requestOf(tx: Tx, event: RecordedEvent): Promise<StoredRequest> {
  return readRequest(tx, event.account as AccountId, event.request as RequestId)
}

/** Everybody who may decide, their delegate in place of who is away. */
async function approversToTell(tx: Tx, request: StoredRequest): Promise<Approver[]> {
  return toldAmong(await approversOf(tx, { ...request, scope: request.ask.scope }))
}

async function tellViewers(tx: Tx, request: StoredRequest, kind: string): Promise<MailOrder[]> {
  const viewers: ReadonlySet<PersonId> = await viewersBefore(tx, request, request.version)
  const approvers = await approversToTell(tx, request)
  const n = request.version
  return approvers
    .filter(({ personId }) => viewers.has(personId))
    .map((told) => ({ ...orders(kind, request, 'conversation')(told), n }))
}

function orders(kind: string, request: StoredRequest, category: Category): (told: Told) => MailOrder {
  return ({ personId, address, locale }) => {
    return { kind, personId, address, locale, category, requestId: request.id }
  }
}
