import { record } from '../../event-log/index.ts'
import { type CaseId, installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { aboutCase, type CaseSight, changeCase, lockCase, type SeenCase } from '../case.store.ts'
import { answerDueAt } from '../cases.store.ts'
import { settleClock, startClosing } from '../close/close.store.ts'
import { type CaseRefusal, type CaseStatus, type Room, stepCase } from '../domain/case.ts'
import { messagesADay, stepOf } from '../domain/writing.ts'
import { mayWriteMore } from '../limits.store.ts'
import { anotherAnswered, writeMessage } from '../messages.store.ts'

/** What somebody says in a case, and what it shall do. */
export type Saying = {
  readonly room: Room
  readonly text: string
  /** An agent answers and says that this settles the matter. */
  readonly resolves: boolean
  /** The last message of the room that stood on their page; null when there was none. */
  readonly seen: string | null
}

/** What was said, and where the case stands now. */
export type Written = { readonly caseId: CaseId; readonly room: Room; readonly status: CaseStatus }

/** Who says it, and when. */
type Writer = CaseSight & Pick<Viewer, 'now'>

/** Says something in a case, from the viewer's side of it; it then waits for the other side. */
export async function write(
  tx: Tx,
  viewer: Writer,
  id: CaseId,
  saying: Saying,
): Promise<Outcome<Written, CaseRefusal>> {
  const one = await lockCase(tx, viewer, id)
  if (!one || !hasRoom(one, saying.room)) return refuse({ code: 'not-found' })
  const allowed = await mayWrite(tx, viewer, one, saying)
  if (!allowed.ok) return allowed
  const status = allowed.value
  const by = viewer.personId
  const said = { room: saying.room, side: one.seat, author: by, text: saying.text }
  const messageId = await writeMessage(tx, one, said)
  await move(tx, one, { status, by, answers: one.seat === 'SUPPORT' && saying.room !== 'INTERNAL' })
  const type = saying.room === 'INTERNAL' ? 'case.noted' : 'case.answered'
  const facts = { caseId: id, room: saying.room, side: one.seat, messageId }
  await record(tx, { type, ...aboutCase(one, by), facts }, { quiet: saying.room === 'INTERNAL' })
  if (status === 'RESOLVED' && one.status !== 'RESOLVED') {
    const said = { caseId: id, side: one.seat, withAnswer: true }
    await record(tx, { type: 'case.resolved', ...aboutCase(one, by), facts: said }, { quiet: true })
  }
  return done({ caseId: id, room: saying.room, status })
}

// Nobody talks to a requester or an account that a case does not have.
function hasRoom(one: SeenCase, room: Room): boolean {
  if (room === 'REQUESTER') return one.requesterId !== null
  return room === 'INTERNAL' || one.accountId !== installation
}

async function mayWrite(
  tx: Tx,
  viewer: Writer,
  one: SeenCase,
  { room, resolves, seen }: Saying,
): Promise<Outcome<CaseStatus, CaseRefusal>> {
  const step = stepOf(one.seat, room)
  if (!step.ok) return step
  const next = stepCase(one, step.value, viewer.now)
  if (!next.ok) return next
  if (one.seat !== 'SUPPORT') {
    const allowed = await mayWriteMore(tx, viewer.personId)
    return allowed ? next : refuse({ code: 'too-many-messages', most: messagesADay })
  }
  const since = { room, after: seen, by: viewer.personId }
  if (room !== 'INTERNAL' && (await anotherAnswered(tx, one, since))) return refuse({ code: 'case-changed' })
  return resolves && room === 'REQUESTER' ? stepCase(one, 'resolve', viewer.now) : next
}

async function move(
  tx: Tx,
  one: SeenCase,
  to: { readonly status: CaseStatus; readonly by: PersonId; readonly answers: boolean },
): Promise<void> {
  const { status, by, answers } = to
  const due = status === 'OPEN' && one.status !== 'OPEN' ? await answerDueAt(tx, one.accountId) : undefined
  await changeCase(tx, one, {
    status,
    ...(answers ? { answered: true, holder: by } : {}),
    ...(due ? { due } : {}),
  })
  if (status === 'RESOLVED') await startClosing(tx, one)
  else await settleClock(tx, one)
}
