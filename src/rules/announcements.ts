import type { AccountId, VirtualAccountId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'
import { toldOfRules } from './told.query.ts'

/** Who is told of a change of the rules: every other administrator of what they are about. */
export const announcements: Announcements = {
  'rule.changed': (tx, event) => tell(tx, event),
  'rule.manual-only': (tx, event) => tell(tx, event),
}

async function tell(tx: Tx, { account, actor, facts, type }: RecordedEvent): Promise<MailOrder[]> {
  const place = (facts['virtualAccountId'] ?? null) as VirtualAccountId | null
  const told = await toldOfRules(tx, account as AccountId, place)
  const what = type === 'rule.manual-only' ? 'manual-only' : facts['what']
  const payload = {
    by: actor,
    what,
    ruleId: facts['ruleId'] ?? null,
    version: facts['ruleVersion'] ?? null,
    place,
  }
  return told
    .filter(({ personId }) => personId !== actor)
    .map(({ personId, address, locale }) => ({
      kind: 'rule.changed.administrator',
      personId,
      address,
      locale,
      category: 'access',
      payload,
    }))
}
