import { record } from '../event-log/index.ts'
import { installation, type PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { StoredApplication } from './applications.store.ts'

/** Records what happened to an application in the installation's log, last in its transaction. */
export async function recordApplication(
  tx: Tx,
  application: StoredApplication,
  what: {
    readonly type: string
    readonly by: PersonId | null
    readonly facts?: Record<string, string | number | null | string[]>
    readonly quiet?: boolean
  },
): Promise<void> {
  await record(
    tx,
    {
      type: `new-account.${what.type}`,
      account: installation,
      actor: what.by,
      subject: application.requesterId,
      facts: { applicationId: application.id, ...what.facts },
    },
    { quiet: what.quiet ?? false },
  )
}
