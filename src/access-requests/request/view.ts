import { record } from '../../event-log/index.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { writeView } from '../changes.store.ts'
import type { SeenRequest } from '../requests.store.ts'

/**
 * Keeps that somebody who may decide has read the request as it is now. The first look of each person is recorded, so
 * that the requester sees that it was seen, by nobody's name.
 */
export async function view(tx: Tx, viewer: Viewer, request: SeenRequest): Promise<Outcome<boolean, never>> {
  const isFirst = await writeView(tx, request, viewer.personId)
  if (isFirst) {
    await record(tx, {
      type: 'access-request.viewed',
      account: request.accountId,
      actor: viewer.personId,
      request: request.id,
      facts: { version: request.version },
    })
  }
  return done(isFirst)
}
