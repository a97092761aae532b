import { may, type Rights } from '../../accounts/domain/rights.ts'
import { reachOf } from '../../accounts/domain/roles.ts'
import { heldIn, placeName, type StoredAccount } from '../../accounts/index.ts'
import type { Viewer } from '../../people/index.ts'
import type { Database } from '../../platform/db/index.ts'

/** A log that somebody may read, and how much of it. */
export type Readable = {
  readonly account: StoredAccount | null
  readonly places: Readonly<Record<string, string>>
  /** Virtual accounts they see the events of; null for everything. */
  readonly within: readonly string[] | null
  readonly canExport: boolean
}

/** The log of an account for whoever may read it, or the part of it that is about their virtual accounts. */
export async function readableAccount(
  db: Database,
  viewer: Viewer,
  named: string,
): Promise<Readable | undefined> {
  const found = await heldIn(db, viewer, named)
  if (!found) return undefined
  const { account, tree, rights } = found
  const offices = [
    ...(viewer.isSupport ? (['SP'] as const) : []),
    ...(viewer.isOperator ? (['OP'] as const) : []),
  ]
  const byOffice = (action: 'see-event-log' | 'export-event-log') =>
    offices.some((office) => reachOf(office, action) === 'everywhere')
  const sees = (action: 'see-event-log' | 'export-event-log') =>
    byOffice(action) || may(rights, action, { kind: 'ACCOUNT' })
  const within = sees('see-event-log') ? null : placesSeen(rights)
  if (within?.length === 0) return undefined
  const places = Object.fromEntries(tree.virtualAccounts.map(({ id }) => [id, placeName(tree, id)]))
  return { account, places, within, canExport: sees('export-event-log') || within !== null }
}

function placesSeen(rights: Rights): string[] {
  return [...rights.places].filter((id) =>
    may(rights, 'see-event-log', { kind: 'VIRTUAL', virtualAccountIds: [id] }),
  )
}
