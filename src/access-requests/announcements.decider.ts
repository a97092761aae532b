import type { AccountId, PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { administratorGone } from './announcements.removal.ts'
import { administratorsToTell } from './remove-administrator/told.query.ts'
import { approversToTell, orders, requesterSide, requestOfEvent } from './orders.ts'
import type { StoredRequest } from './requests.row.ts'
import { toldAs } from '../people/index.ts'

/** Who is told about what a decider does. */
export const deciderAnnouncements: Announcements = {
  'access-request.approved': (tx, event) => tellOutcome(tx, event, 'access-request.approved'),
  'access-request.declined': (tx, event) => tellOutcome(tx, event, 'access-request.declined'),
  'access-request.first-approval': async (tx, event) => {
    const request = await requestOfEvent(tx, event)
    const others = await approversToTell(tx, request, event.actor)
    return others.map(orders('access-request.first-approval.approver', request, 'decision-needed'))
  },
  'grant.revoked': async (tx, event) => [
    ...(await toHolder(tx, event)),
    ...(event.facts['role'] === 'SA' ? await administratorGone(tx, event) : await givenBack(tx, event)),
  ],
}

// Who gives back a role themselves leaves a line in the administrators' daily mail.
async function givenBack(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  if (event.facts['byTheHolder'] !== true) return []
  const told = await administratorsToTell(tx, event.account as AccountId, [event.actor])
  const payload = { accountId: event.account, grantId: event.facts['grantId'] }
  return told.map(({ personId, address, locale }) => ({
    kind: 'grant.given-back.administrator',
    personId,
    address,
    locale,
    payload,
    category: 'access',
    gather: true,
  }))
}

async function toHolder(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const person = event.subject && (await toldAs(tx, event.subject as PersonId))
  if (!person) return []
  const { personId, address, locale } = person
  const payload = { grantId: event.facts['grantId'], by: event.actor }
  return [{ kind: 'grant.revoked.holder', personId, address, locale, payload, category: 'access' }]
}

async function tellOutcome(tx: Tx, event: RecordedEvent, kind: string): Promise<MailOrder[]> {
  const request = await requestOfEvent(tx, event)
  return [
    ...(await requesterSide(tx, request)).map(orders(`${kind}.requester`, request, 'own-request')),
    ...gathered(event, await othersThan(tx, request, event.actor, `${kind}.approver`)),
  ]
}

// What a rule does all day is told once a day.
function gathered({ facts }: RecordedEvent, told: readonly MailOrder[]): readonly MailOrder[] {
  return typeof facts['ruleId'] === 'string' ? told.map((order) => ({ ...order, gather: true })) : told
}

async function othersThan(
  tx: Tx,
  request: StoredRequest,
  actor: string | null,
  kind: string,
): Promise<MailOrder[]> {
  const approvers = await approversToTell(tx, request)
  return approvers.filter(({ personId }) => personId !== actor).map(orders(kind, request, 'conversation'))
}
