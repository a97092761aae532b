import { record } from '../../event-log/index.ts'
import { newId, type RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { commentCounts, lockSeen, saidLately, tellLater, writeComment } from '../conversation.store.ts'
import { comment as mayComment } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import { speakerOn } from '../speaker.ts'

/** How long further comments are waited for before all of them go out in one mail. */
export const minutesToGather = 3

/**
 * Says something on an open request, to all who see it. Those on the other side get one mail for several comments. The
 * same words of the same person, pressed twice, are one comment.
 */
export async function comment(
  tx: Tx,
  viewer: Viewer,
  said: { readonly id: RequestId; readonly text: string },
): Promise<Outcome<RequestId, Refusal>> {
  const { id } = said
  const request = await lockSeen(tx, viewer, id)
  if (!request) return refuse({ code: 'not-found' })
  const written = await commentCounts(tx, request)
  const { commentsEachSide: most } = request.patience
  const allowed = mayComment(request, speakerOn(request, viewer), said.text, { written, most })
  if (!allowed.ok) return allowed
  const { side, text } = allowed.value
  if (await saidLately(tx, request, { by: viewer.personId, text })) return done(id)
  const n = written[side] + 1
  const commentId = newId<'comment'>()
  await writeComment(tx, request, { id: commentId, side, n, by: viewer.personId, text })
  await tellLater(tx, request, side, minutesToGather)
  await record(
    tx,
    {
      type: 'access-request.commented',
      account: request.accountId,
      actor: viewer.personId,
      request: id,
      facts: { version: request.version, side, n },
    },
    { details: { person: viewer.personId, content: { text } } },
  )
  return done(id)
}
