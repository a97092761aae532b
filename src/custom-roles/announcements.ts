import { administratorsToTell } from '../access-requests/index.ts'
import { readRecorded } from '../accounts/domain/roles.ts'
import type { AccountId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { holdersToTell } from './told.query.ts'

/** Who is told when a role may do something else: whoever holds it, and the account's other administrators, once a day; and they, when rules that give it decide no more. */
export const announcements: Announcements = {
  'role.changed': (tx, event) => tell(tx, event),
  'role.retired': (tx, event) => tellOfRules(tx, event),
}

// Whoever relies on a rule learns that it decides nothing any more.
async function tellOfRules(tx: Tx, { account, actor, facts }: RecordedEvent): Promise<MailOrder[]> {
  const role = readRecorded(facts['role'])
  const rules = Number(facts['rules']) || 0
  if (typeof role !== 'object' || rules === 0) return []
  const accountId = account as AccountId
  const administrators = await administratorsToTell(tx, accountId, [actor])
  const payload = { accountId, role: role.custom, by: actor, rules }
  return administrators.map(({ personId, address, locale }) => ({
    personId,
    address,
    locale,
    kind: 'role.retired.administrator',
    payload,
    category: 'access',
  }))
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
