import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'

/** Records that an operator had mails sent again. */
export async function recordResent(tx: Tx, by: PersonId, n: number): Promise<void> {
  if (n === 0) return
  await record(tx, { type: 'mail.resent', account: installation, actor: by, facts: { n } }, { quiet: true })
}
