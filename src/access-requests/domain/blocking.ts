import { may, type Rights } from '../../accounts/domain/rights.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'

/** The virtual accounts for which somebody blocks people; null for the whole account, none for nobody. */
export function blocksWithin(rights: Rights): readonly VirtualAccountId[] | null {
  if (may(rights, 'change-rules', { kind: 'ACCOUNT' })) return null
  return [...rights.places].filter((id) =>
    may(rights, 'change-rules', { kind: 'VIRTUAL', virtualAccountIds: [id] }),
  )
}

/** Whether somebody may block people in these virtual accounts; in the whole account when none is named. */
export function mayBlockIn(rights: Rights, places: readonly VirtualAccountId[]): boolean {
  const scope =
    places.length === 0
      ? ({ kind: 'ACCOUNT' } as const)
      : ({ kind: 'VIRTUAL', virtualAccountIds: places } as const)
  return may(rights, 'change-rules', scope)
}
