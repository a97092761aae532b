import { activeOperators, type Told, toldAs } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Announcements, Category, MailOrder, RecordedEvent } from '../../platform/mailer/index.ts'
import { isAdministratorRole, isRole } from '../domain/roles.ts'
import { alreadyTold, otherAdministrators } from './told.store.ts'

const summaryKind = 'grant.ending.summary'
const daysTold = 7

/** Who is told about rights that end: their holder; administrators at once of what administers, else once a day. */
export const endingAnnouncements: Announcements = {
  'grant.ending': async (tx, event) => [
    ...(await toHolder(tx, event, 'grant.ending.holder')),
    ...(await toAdministrators(tx, event, 'grant.ending.administrator')),
    ...(await summaries(tx, event)),
  ],
  'grant.expired': async (tx, event) => {
    // What was found long after its end is history, and no news.
    const endedAt = new Date(String(event.facts['endsAt'])).getTime()
    if (event.at.getTime() - endedAt > daysTold * 86_400_000) return []
    return [
      ...(await toHolder(tx, event, 'grant.expired.holder')),
      ...(await toAdministrators(tx, event, 'grant.expired.administrator')),
    ]
  },
  'grant.end-moved': async (tx, event) => [
    ...(await toHolder(tx, event, 'grant.end-moved.holder')),
    ...(await toAdministrators(tx, event, 'grant.end-moved.administrator')),
    ...(await activeOperators(tx)).map(orderOf(event, 'grant.end-moved.operator', 'operator')),
  ],
}

async function toHolder(tx: Tx, event: RecordedEvent, kind: string): Promise<MailOrder[]> {
  const holder = event.subject === null ? undefined : await toldAs(tx, event.subject)
  return holder ? [orderOf(event, kind, 'access')(holder)] : []
}

async function toAdministrators(tx: Tx, event: RecordedEvent, kind: string): Promise<MailOrder[]> {
  const role = String(event.facts['role'])
  if (!isRole(role) || !isAdministratorRole(role)) return []
  const others = await otherAdministrators(tx, event.account, event.subject)
  return others.map(orderOf(event, kind, 'access'))
}

// One line of the daily mail for an account, however many rights end in it.
async function summaries(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const role = String(event.facts['role'])
  if (isRole(role) && isAdministratorRole(role)) return []
  const told = await alreadyTold(tx, event.account, summaryKind)
  const others = await otherAdministrators(tx, event.account, event.subject)
  return others
    .filter(({ personId }) => !told.has(personId))
    .map((one) => ({ ...orderOf(event, summaryKind, 'access')(one), gather: true }))
}

function orderOf(event: RecordedEvent, kind: string, category: Category): (told: Told) => MailOrder {
  const { grantId, endsAt } = event.facts
  return ({ personId, address, locale }) => ({
    kind,
    personId,
    address,
    locale,
    category,
    payload: { accountId: event.account, grantId, endsAt },
  })
}
