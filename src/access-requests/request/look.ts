import type { Database } from '../../platform/db/index.ts'
import { recordLook } from '../../support-cases/index.ts'
import type { SeenRequest, Sight } from '../requests.store.ts'

/** Whether somebody sees a request by their office alone: they did not ask, and do not administer it. */
export function isByOffice({ mine, administered }: Pick<SeenRequest, 'mine' | 'administered'>): boolean {
  return !mine && !administered
}

/**
 * Keeps that somebody looked at a request of others by their office, where its account sees it; true when that is to
 * be told. Whoever asks or administers leaves no such trace.
 */
export async function keepLook(db: Database, viewer: Sight, request: SeenRequest): Promise<boolean> {
  if (!isByOffice(request)) return false
  return recordLook(db, viewer.personId, {
    accountId: request.accountId,
    requestId: request.id,
    caseId: null,
  })
}
