import type { AccountId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, Category, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { type Circle, toldAbout } from './told.query.ts'

async function to(
  tx: Tx,
  event: RecordedEvent,
  circle: Circle,
  { kind, category }: { readonly kind: string; readonly category: Category },
): Promise<MailOrder[]> {
  const changeId = String(event.facts['changeId'] ?? '')
  if (changeId === '') return []
  const told = await toldAbout(tx, circle, event.account as AccountId, changeId)
  return told
    .filter(({ personId }) => personId !== event.actor)
    .map((person) => ({ ...person, kind, category, payload: { accountId: event.account, changeId } }))
}

const second = { kind: 'account-change.second', category: 'support' } as const
const asked = { kind: 'account-change.asked', category: 'security' } as const
const ended = { kind: 'account-change.ended', category: 'access' } as const
const paused = { kind: 'account-change.paused', category: 'security' } as const
const waits = { kind: 'account-change.waits', category: 'own-request' } as const
const doneTo = { kind: 'account-change.done', category: 'security' } as const

const pause: Announcements[string] = async (tx, event) => [
  ...(await to(tx, event, 'administrators', paused)),
  ...(await to(tx, event, 'requesters', waits)),
]

/** Who is told about what happens to whole accounts. */
export const announcements: Announcements = {
  'account.change-asked': async (tx, event) => [
    ...(await to(tx, event, 'offices', second)),
    ...(await to(tx, event, 'administrators', asked)),
  ],
  'account.change-agreed': (tx, event) => to(tx, event, 'offices', second),
  'account.change-refused': (tx, event) => to(tx, event, 'askers', ended),
  'account.change-withdrawn': (tx, event) => to(tx, event, 'askers', ended),
  'account.change-lapsed': (tx, event) => to(tx, event, 'askers', ended),
  'account.suspended': pause,
  'account.resumed': pause,
  'account.closed': (tx, event) => to(tx, event, 'members', doneTo),
  'account.merged': (tx, event) => to(tx, event, 'members', doneTo),
  'account.identifier-changed': (tx, event) => to(tx, event, 'administrators', doneTo),
  'account.type-changed': (tx, event) => to(tx, event, 'administrators', doneTo),
  'account.listed': (tx, event) => to(tx, event, 'administrators', doneTo),
}
