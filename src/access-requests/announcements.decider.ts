import type { AccountId, PersonId, RequestId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { administratorGone } from './announcements.removal.ts'
import type { StoredRequest } from './requests.row.ts'
import { approversOf, readRequest, toldAmong } from './requests.store.ts'
import { toldAs } from './told.store.ts'

/** Who is told about what a decider does. */
export const deciderAnnouncements: Announcements = {
  'access-request.approved': (tx, event) => tellOutcome(tx, event, 'access-request.approved'),
  'access-request.declined': (tx, event) => tellOutcome(tx, event, 'access-request.declined'),
  'access-request.first-approval': async (tx, event) => {
    const request = await requestOf(tx, event)
    const orders = await othersThan(tx, request, event.actor, 'access-request.first-approval.approver')
    return orders.map((order) => ({ ...order, category: 'decision-needed' }))
  },
  'grant.revoked': async (tx, event) => [
    ...(await toHolder(tx, event)),
    ...(event.facts['role'] === 'SA' ? await administratorGone(tx, event) : []),
  ],
}

async function toHolder(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const person = event.subject && (await toldAs(tx, event.subject as PersonId))
  if (!person) return []
  const { personId, address, locale } = person
  const payload = { grantId: event.facts['grantId'], by: event.actor }
  return [{ kind: 'grant.revoked.holder', personId, address, locale, payload, category: 'access' }]
}

function requestOf(tx: Tx, event: RecordedEvent): Promise<StoredRequest> {
  return readRequest(tx, event.account as AccountId, event.request as RequestId)
}

async function tellOutcome(tx: Tx, event: RecordedEvent, kind: string): Promise<MailOrder[]> {
  const request = await requestOf(tx, event)
  return [
    ...(await concerned(tx, request, `${kind}.requester`)),
    ...(await othersThan(tx, request, event.actor, `${kind}.approver`)),
  ]
}

/** The requester, and the beneficiary when that is somebody else. */
async function concerned(tx: Tx, request: StoredRequest, kind: string): Promise<MailOrder[]> {
  const orders: MailOrder[] = []
  for (const id of new Set([request.requesterId, request.beneficiaryId])) {
    const person = await toldAs(tx, id)
    if (!person) continue
    const { personId, address, locale } = person
    orders.push({ kind, personId, address, locale, requestId: request.id, category: 'own-request' })
  }
  return orders
}

async function othersThan(
  tx: Tx,
  request: StoredRequest,
  actor: string | null,
  kind: string,
): Promise<MailOrder[]> {
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  return toldAmong(approvers)
    .filter(({ personId }) => personId !== actor)
    .map(({ personId, address, locale }) => {
      return { kind, personId, address, locale, requestId: request.id, category: 'conversation' }
    })
}
