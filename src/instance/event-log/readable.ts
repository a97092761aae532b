import { may, type Rights } from '../../accounts/domain/rights.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { reachOf } from '../../accounts/domain/roles.ts'
import { placeName, type SeenAccount, seenAccount } from '../../accounts/index.ts'
import type { Viewer } from '../../people/index.ts'
import type { Database } from '../../platform/db/index.ts'

/** A log that somebody may read, and how much of it. */
export type Readable = {
  /** Null for the installation's own. */
  readonly seen: SeenAccount | null
  readonly places: Readonly<Record<string, string>>
  /** Virtual accounts they see the events of; null for everything. */
  readonly within: readonly string[] | null
  readonly canExport: boolean
}

/** The log of the installation, for its operators. */
export const installationLog: Readable = { seen: null, places: {}, within: null, canExport: true }

/** The log of an account for whoever may read it, or the part of it that is about their virtual accounts. */
export async function readableAccount(
  db: Database,
  viewer: Viewer,
  named: string,
): Promise<Readable | undefined> {
  const seen = await seenAccount(db, viewer, named)
  if (!seen) return undefined
  const { tree, rights, offices } = seen
  const sees = (action: 'see-event-log' | 'export-event-log') =>
    offices.some((office) => reachOf(office, action) === 'everywhere') ||
    may(rights, action, { kind: 'ACCOUNT' })
  const within = sees('see-event-log') ? null : placesSeen(rights)
  if (within?.length === 0) return undefined
  const places = Object.fromEntries(tree.virtualAccounts.map(({ id }) => [id, placeName(tree, id)]))
  return { seen, places, within, canExport: sees('export-event-log') || mayExport(rights, within) }
}

function placesSeen(rights: Rights): VirtualAccountId[] {
  return [...rights.places].filter((id) =>
    may(rights, 'see-event-log', { kind: 'VIRTUAL', virtualAccountIds: [id] }),
  )
}

// A part of the log is taken along whole.
function mayExport(rights: Rights, within: readonly VirtualAccountId[] | null): boolean {
  return within !== null && may(rights, 'export-event-log', { kind: 'VIRTUAL', virtualAccountIds: within })
}
