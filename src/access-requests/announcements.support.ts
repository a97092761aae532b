import type { AccountId, RequestId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, Category, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { agentsToTell } from '../support-cases/index.ts'
import { everybodyWhoBelonged } from './decide-as-support/belonged.query.ts'
import { isOpen } from './domain/request.ts'
import type { StoredRequest } from './requests.row.ts'
import { approversOf, readRequest } from './requests.store.ts'
import { toldAs } from './told.store.ts'

type Recipient = Pick<MailOrder, 'address' | 'locale' | 'personId'>

/** Who is told when a request goes to support, when it comes back, and when it is decided there. */
export const supportAnnouncements: Announcements = {
  'access-request.escalated': async (tx, event) => {
    const payload = { byHand: event.facts['byHand'] === true }
    const told = await tellBoth(tx, event, 'access-request.escalated')
    return told.map((order) => ({ ...order, payload }))
  },
  'access-request.handed-back': (tx, event) => tellBoth(tx, event, 'access-request.handed-back'),
  'support-decision.proposed': async (tx, event) => {
    const request = await requestOf(tx, event)
    const agents = await agentsToTell(tx)
    const others = agents.filter(
      ({ personId }) => personId !== event.actor && personId !== request.requesterId,
    )
    return others.map(orders('support-decision.proposed.agent', request, 'support'))
  },
  'support-decision.confirmed': async (tx, event) => {
    const request = await requestOf(tx, event)
    const members = await everybodyWhoBelonged(tx, request)
    return members.map(orders('support-decision.confirmed.member', request, 'security'))
  },
}

function requestOf(tx: Tx, event: RecordedEvent): Promise<StoredRequest> {
  return readRequest(tx, event.account as AccountId, event.request as RequestId)
}

function orders(kind: string, request: StoredRequest, category: Category): (told: Recipient) => MailOrder {
  return ({ personId, address, locale }) => ({
    kind,
    personId,
    address,
    locale,
    requestId: request.id,
    category,
  })
}

async function tellBoth(tx: Tx, event: RecordedEvent, kind: string): Promise<MailOrder[]> {
  const request = await requestOf(tx, event)
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
