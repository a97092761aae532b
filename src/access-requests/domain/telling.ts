import type { PersonId } from '../../kernel/id.ts'
import type { AccessRequest } from './request.ts'

/** Somebody who may decide a request, as far as it matters for mail. */
export type Tellable = {
  readonly personId: PersonId
  /** Who decides for them while they are away. */
  readonly standIn: PersonId | null
  readonly reachable: boolean
  /** The account wants them mailed only once a request is late. */
  readonly isBackup: boolean
}

/** Whether a request has waited so long that backup approvers are told about it like everybody. */
export function tellsBackups({ stage }: Pick<AccessRequest, 'stage'>): boolean {
  return stage !== 'WITH_ADMINS'
}

/**
 * Who is told of something that approvers are to do, each once; to whom mail comes back, their bell says it. Somebody
 * for whom another approver stands in is left in peace, and so are backup approvers until it is late. One of them who
 * stands in for somebody else is told in their place, and when nobody else can be reached, all are.
 */
export function toldAmong<One extends Tellable>(
  approvers: readonly One[],
  { late }: { readonly late: boolean },
): One[] {
  const here = approvers.filter(({ standIn }) => standIn === null)
  const needed = new Set(approvers.filter(({ isBackup }) => !isBackup).map(({ standIn }) => standIn))
  const first = here.filter(({ isBackup, personId }) => !isBackup || needed.has(personId))
  return late || !first.some(({ reachable }) => reachable) ? here : first
}
