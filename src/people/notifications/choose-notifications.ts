import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type Choice, type Chosen, mayChoose } from '../../platform/mailer/index.ts'
import { chosenBy, writeChoice } from './notifications.store.ts'

/** Chooses how somebody gets their mails, kind by kind; what may not be chosen is left as it is. */
export async function chooseNotifications(
  tx: Tx,
  by: PersonId,
  wishes: Readonly<Partial<Record<Chosen, Choice>>>,
): Promise<Outcome<null, never>> {
  const before = await chosenBy(tx, by)
  const changed: string[] = []
  for (const [kind, choice] of Object.entries(wishes) as [Chosen, Choice][]) {
    if (!mayChoose(kind, choice) || (before[kind] ?? 'AT_ONCE') === choice) continue
    if (await writeChoice(tx, by, { kind, choice })) changed.push(`${kind}: ${choice}`)
  }
  if (changed.length === 0) return done(null)
  const event = { type: 'person.notifications-changed', account: installation, actor: by }
  await record(tx, { ...event, facts: { changed: changed.join(', ') } }, { quiet: true })
  return done(null)
}
