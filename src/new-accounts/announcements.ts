import { roleMailboxes } from '../accounts/domain/claim.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { findApplication, type StoredApplication } from './applications.store.ts'
import { applicationIn, nomineeOf, operatorsBut, partyOf } from './told.store.ts'

type Tell = (tx: Tx, application: StoredApplication, event: RecordedEvent) => Promise<MailOrder[]>

/** Who is told about an application, at each step. */
export const announcements: Announcements = {
  'new-account.submitted': announce(async (tx, application) => [
    ...(await toRequester(tx, application, 'application.receipt')),
    ...(await toWhoIsNext(tx, application)),
  ]),
  'new-account.resubmitted': announce(toWhoIsNext),
  'new-account.nominee-changed': announce(toWhoIsNext),
  'new-account.proven': announce(async (tx, application, { facts }) =>
    facts['asksNow'] === 1 ? toNominee(tx, application) : [],
  ),
  'new-account.proof-lost': announce(async (tx, application, { facts }) => [
    ...(await toRequester(tx, application, 'application.proof-lost')),
    ...(facts['looksAgain'] === 1 ? await toWhoIsNext(tx, application) : []),
  ]),
  'new-account.approved': announce(async (tx, application) => [
    ...(await toRequester(tx, application, 'application.approved')),
    ...(await toNominee(tx, application)),
  ]),
  'new-account.action-asked': announce((tx, application) =>
    toRequester(tx, application, 'application.action'),
  ),
  'new-account.refused': announce((tx, application) => toRequester(tx, application, 'application.action')),
  'new-account.held': announce(toWhoIsNext),
  'new-account.reminded': announce((tx, application) =>
    toNominee(tx, application, 'application.nominee-reminder'),
  ),
  'new-account.expiry-near': announce(async (tx, application) => [
    ...(await toRequester(tx, application, 'application.expiry-near')),
    ...(application.status === 'CHECKING' ? await toOperators(tx, application, { near: 1 }) : []),
  ]),
  'new-account.accepted': announce(over),
  'new-account.declined': announce(over),
  'new-account.withdrawn': announce(toNomineeWhoWasAsked),
  'new-account.expired': announce(over),
  'new-account.role-mail-asked': announce(toMailbox),
}

function announce(tell: Tell) {
  return async (tx: Tx, event: RecordedEvent): Promise<MailOrder[]> => {
    const id = applicationIn(event.facts)
    const application = id && (await findApplication(tx, id))
    return application ? tell(tx, application, event) : []
  }
}

async function toRequester(tx: Tx, application: StoredApplication, kind: string): Promise<MailOrder[]> {
  const party = await partyOf(tx, application.requesterId)
  if (party?.status !== 'ACTIVE') return []
  const { personId, address, locale } = party
  const payload = { applicationId: application.id }
  return [{ kind, personId, address, locale, category: 'own-request', payload }]
}

// Somebody with an identity here is told in their own language; somebody without one, in the language of who asks.
async function toNominee(
  tx: Tx,
  application: StoredApplication,
  kind = 'application.nominee',
): Promise<MailOrder[]> {
  const [nominee, requester] = [await nomineeOf(tx, application), await partyOf(tx, application.requesterId)]
  const { id, nomineeRound, nomineeAddress } = application
  const payload = { applicationId: id, round: nomineeRound }
  if (nominee) {
    const { personId, address, locale } = nominee
    return [{ kind, personId, address, locale, payload }]
  }
  if (nomineeAddress === '') return []
  return [{ kind, personId: null, address: nomineeAddress, locale: requester?.locale ?? 'en', payload }]
}

async function toOperators(
  tx: Tx,
  application: StoredApplication,
  more: { readonly near?: 1 } = {},
): Promise<MailOrder[]> {
  const operators = await operatorsBut(tx, application.requesterId)
  return operators.map(({ personId, address, locale }) => ({
    kind: 'application.operator',
    personId,
    address,
    locale,
    category: 'operator',
    payload: { applicationId: application.id, version: application.version, ...more },
  }))
}

function toWhoIsNext(tx: Tx, application: StoredApplication): Promise<MailOrder[]> {
  if (application.status === 'AWAITING_NOMINEE') return toNominee(tx, application)
  return application.status === 'CHECKING' ? toOperators(tx, application) : Promise.resolve([])
}

async function toNomineeWhoWasAsked(tx: Tx, application: StoredApplication): Promise<MailOrder[]> {
  if (application.nomineeAskedAt === null || application.whose === 'OWN') return []
  return toNominee(tx, application, 'application.over')
}

async function over(tx: Tx, application: StoredApplication): Promise<MailOrder[]> {
  return [
    ...(await toRequester(tx, application, 'application.over')),
    ...(await toNomineeWhoWasAsked(tx, application)),
  ]
}

async function toMailbox(tx: Tx, application: StoredApplication, event: RecordedEvent): Promise<MailOrder[]> {
  const mailbox = roleMailboxes.find((name) => name === event.facts['mailbox'])
  const requester = await partyOf(tx, application.requesterId)
  if (application.proof !== null || !mailbox || !requester) return []
  const payload = { applicationId: application.id }
  const address = `${mailbox}@${application.identifier}`
  const { locale } = requester
  return [{ kind: 'application.role-mail', personId: null, address, locale, category: 'security', payload }]
}
