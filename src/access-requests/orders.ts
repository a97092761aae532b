import { type Told, toldAs } from '../people/index.ts'
import type { AccountId, PersonId, RequestId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Category, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import type { StoredRequest } from './requests.row.ts'
import { tellsBackups, toldAmong } from './domain/telling.ts'
import { type Approver, approversOf, readRequest } from './requests.store.ts'

/** The request that an event is about, as it is now. */
export function requestOfEvent(tx: Tx, event: RecordedEvent): Promise<StoredRequest> {
  return readRequest(tx, event.account as AccountId, event.request as RequestId)
}

/** Orders a mail of this kind about the request, for whoever it is given. */
export function orders(
  kind: string,
  request: StoredRequest,
  category: Category,
): (told: Pick<MailOrder, 'personId' | 'address' | 'locale'>) => MailOrder {
  return ({ personId, address, locale }) => ({
    kind,
    personId,
    address,
    locale,
    requestId: request.id,
    category,
  })
}

/** Orders a mail to whoever asked; none when they are disabled or gone. */
export async function toRequester(tx: Tx, request: StoredRequest, kind: string): Promise<MailOrder[]> {
  const person = await toldAs(tx, request.requesterId)
  return person ? [orders(kind, request, 'own-request')(person)] : []
}

/** The requester, and the beneficiary when that is somebody else. */
export async function requesterSide(tx: Tx, request: StoredRequest): Promise<Told[]> {
  const ids: PersonId[] = [...new Set([request.requesterId, request.beneficiaryId])]
  const people: Told[] = []
  for (const id of ids) {
    const person = await toldAs(tx, id)
    if (person) people.push(person)
  }
  return people
}

/** Everybody who may decide the request now, also those for whom somebody stands in. */
export function allApprovers(tx: Tx, request: StoredRequest): Promise<Approver[]> {
  return approversOf(tx, { ...request, scope: request.ask.scope })
}

/**
 * Those who are told when there is something to decide: a delegate in place of who is away, and backup approvers once it
 * is late, or when nobody else could be reached. `but` is somebody who has done their part.
 */
export async function approversToTell(
  tx: Tx,
  request: StoredRequest,
  but: string | null = null,
): Promise<Approver[]> {
  const others = (await allApprovers(tx, request)).filter(({ personId }) => personId !== but)
  return toldAmong(others, { late: tellsBackups(request) })
}

/** Those who may decide and are there, backup approvers too: for news to whoever of them has dealt with it. */
export async function approversHere(tx: Tx, request: StoredRequest): Promise<Approver[]> {
  return toldAmong(await allApprovers(tx, request), { late: true })
}
