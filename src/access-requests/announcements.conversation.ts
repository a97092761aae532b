import type { Told } from '../people/index.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { approversHere, approversToTell, orders, requesterSide, requestOfEvent } from './orders.ts'
import type { StoredRequest } from './requests.row.ts'
import { commentsOf, involvedIn } from './said.query.ts'
import type { Side } from './domain/conversation.ts'

/** Who is told about what is said on a request. */
export const conversationAnnouncements: Announcements = {
  'access-request.information-asked': async (tx, event) => {
    const request = await requestOfEvent(tx, event)
    if (request.status !== 'INFO_REQUESTED') return []
    const people = await requesterSide(tx, request)
    return people.map(order('access-request.information-asked.requester', request, numberOf(event)))
  },
  'access-request.answered': async (tx, event) => {
    const request = await requestOfEvent(tx, event)
    if (request.settledAt !== null) return []
    const people = await accountSide(tx, request)
    return people.map(order('access-request.answered.approver', request, numberOf(event)))
  },
  'access-request.comments-mailed': async (tx, event) => {
    const request = await requestOfEvent(tx, event)
    const told = toldIn(event)
    const authors = new Set((await commentsOf(tx, request, told)).map(({ by }) => by))
    const people = [
      ...(told.side === 'REQUESTER' ? [] : await requesterSide(tx, request)),
      ...(told.side === 'ACCOUNT' ? [] : await accountSide(tx, request)),
    ].filter(({ personId }) => !authors.has(personId))
    const write = order('access-request.comments-mailed.reader', request, told.last)
    return people.map((one) => ({ ...write(one), payload: told }))
  },
}

/** Which comments an event tells of. */
export function toldIn({ facts }: Pick<RecordedEvent, 'facts'>) {
  const side = facts['side'] as Side
  return { side, first: Number(facts['first']), last: Number(facts['last']) }
}

const numberOf = ({ facts }: RecordedEvent): number => Number(facts['n'])

/** Those who may decide and have read it or said something; all who may, when none of them has. */
async function accountSide(tx: Tx, request: StoredRequest): Promise<Told[]> {
  const known = await involvedIn(tx, request)
  const involved = (await approversHere(tx, request)).filter(({ personId }) => known.has(personId))
  return involved.length > 0 ? involved : approversToTell(tx, request)
}

function order(kind: string, request: StoredRequest, n: number): (told: Told) => MailOrder {
  const write = orders(kind, request, 'conversation')
  return (told) => ({ ...write(told), n })
}
