import { type Told, toldAs } from '../people/index.ts'
import type { AccountId, CaseId, PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { readCase, type StoredCase } from './case.store.ts'
import { openClaimCase } from './cases.store.ts'
import { administratorsFor, agentsFor } from './told.store.ts'

/** Who is told about cases, on which side of them they stand. */
export const announcements: Announcements = {
  // Documents for a claim are handed in in a case; whoever is told about cases is told about it.
  'claim.documents-offered': async (tx, event) => {
    const { account, actor } = event
    if (actor !== null)
      await openClaimCase(tx, { accountId: account as AccountId, claimantId: actor as PersonId })
    return []
  },
  'case.opened': async (tx, event) => {
    const one = await caseOf(tx, event)
    if (!one) return []
    const isTrouble = one.cause === 'PORTAL_TROUBLE'
    return [
      ...(await agentsFor(tx, one)).map(orders('case.opened.agent', one, event)),
      ...(isTrouble ? await toRequester(tx, one, event, 'case.opened.requester') : []),
    ]
  },
  'case.answered': async (tx, event) => {
    const one = await caseOf(tx, event)
    if (!one) return []
    const { room, side } = event.facts
    if (side !== 'SUPPORT') return (await agentsFor(tx, one)).map(orders('case.answered.agent', one, event))
    return room === 'ACCOUNT'
      ? (await administratorsFor(tx, one)).map(orders('case.answered.account', one, event))
      : toRequester(tx, one, event, 'case.answered.requester')
  },
  'case.resolved': async (tx, event) => {
    const one = await caseOf(tx, event)
    if (!one) return []
    const { because } = event.facts
    if (because === 'REQUESTER')
      return (await agentsFor(tx, one)).map(orders('case.resolved.agent', one, event))
    return because === 'SUPPORT' ? toRequester(tx, one, event, 'case.resolved.requester') : []
  },
  'case.reopened': async (tx, event) => {
    const one = await caseOf(tx, event)
    if (!one) return []
    const told = (await agentsFor(tx, one)).filter(({ personId }) => personId !== event.actor)
    return told.map(orders('case.reopened.agent', one, event))
  },
}

/** The case an event is about, as it stands now. */
export async function caseOf(tx: Tx, event: RecordedEvent): Promise<StoredCase | undefined> {
  return readCase(tx, event.account as AccountId, String(event.facts['caseId']) as CaseId)
}

/** What a letter about an event of a case is written from. */
export function payloadOf(event: RecordedEvent) {
  return { caseId: event.facts['caseId'] ?? null, messageId: event.facts['messageId'] ?? null }
}

function orders(kind: string, one: StoredCase, event: RecordedEvent): (told: Told) => MailOrder {
  return ({ personId, address, locale }) => ({
    kind,
    personId,
    address,
    locale,
    ...(one.requestId === null ? {} : { requestId: one.requestId }),
    payload: payloadOf(event),
    category: kind.endsWith('.requester') ? 'own-request' : 'support',
  })
}

async function toRequester(
  tx: Tx,
  one: StoredCase,
  event: RecordedEvent,
  kind: string,
): Promise<MailOrder[]> {
  const person = one.requesterId && (await toldAs(tx, one.requesterId))
  return person ? [orders(kind, one, event)(person)] : []
}
