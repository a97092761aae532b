import type { AccountId, RequestId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { isOpen } from './domain/request.ts'
import type { StoredRequest } from './requests.row.ts'
import { approversOf, readRequest } from './requests.store.ts'
import { toldAs } from './told.store.ts'

/** Who is told when a request goes to support, and when it comes back. */
export const supportAnnouncements: Announcements = {
  'access-request.escalated': async (tx, event) => {
    const payload = { byHand: event.facts['byHand'] === true }
    const told = await tellBoth(tx, event, 'access-request.escalated')
    return told.map((order) => ({ ...order, payload }))
  },
  'access-request.handed-back': (tx, event) => tellBoth(tx, event, 'access-request.handed-back'),
}

async function tellBoth(tx: Tx, event: RecordedEvent, kind: string): Promise<MailOrder[]> {
  const request = await readRequest(tx, event.account as AccountId, event.request as RequestId)
  if (!isOpen(request)) return []
  return [...(await toRequester(tx, request, kind)), ...(await toApprovers(tx, request, kind))]
}

async function toRequester(tx: Tx, request: StoredRequest, kind: string): Promise<MailOrder[]> {
  const person = await toldAs(tx, request.requesterId)
  if (!person) return []
  const { personId, address, locale } = person
  const about = { personId, address, locale, requestId: request.id }
  return [{ ...about, kind: `${kind}.requester`, category: 'own-request' }]
}

async function toApprovers(tx: Tx, request: StoredRequest, kind: string): Promise<MailOrder[]> {
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  return approvers.map(({ personId, address, locale }) => ({
    kind: `${kind}.approver`,
    personId,
    address,
    locale,
    requestId: request.id,
    category: 'decision-needed',
  }))
}
