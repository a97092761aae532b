import { administratorsToTell } from '../access-requests/index.ts'
import { readRecorded } from '../accounts/domain/roles.ts'
import type { AccountId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { holdersToTell } from './told.query.ts'

/** Who is told when a role may do something else: whoever holds it, and the account's other administrators, once a day. */
export const announcements: Announcements = {
  'role.changed': (tx, event) => tell(tx, event),
}

async function tell(tx: Tx, { account, actor, facts }: RecordedEvent): Promise<MailOrder[]> {
  const role = readRecorded(facts['role'])
  const changes = [facts['gained'], facts['lost']].flat().filter(Boolean)
  if (typeof role !== 'object' || changes.length === 0) return []
  const accountId = account as AccountId
  const holders = await holdersToTell(tx, accountId, role.custom)
  const held = holders.map(({ personId }) => personId)
  const administrators = await administratorsToTell(tx, accountId, [actor, ...held])
  const payload = { accountId, role: role.custom, version: role.version, people: facts['people'] ?? 0 }
  const to = ({ personId, address, locale }: (typeof holders)[number]) => ({ personId, address, locale })
  return [
    // Who acts on themselves knows it.
    ...holders
      .filter(({ personId }) => personId !== actor)
      .map((one) => ({
        ...to(one),
        kind: 'role.changed.holder',
        payload,
        category: 'access' as const,
      })),
    ...administrators.map((one) => ({
      ...to(one),
      kind: 'role.changed.administrator',
      payload,
      category: 'access' as const,
      gather: true,
    })),
  ]
}
