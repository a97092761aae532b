import type { z } from 'zod'
import type { StoredCase } from '../case.store.ts'
import type { Message } from '../case/thread.query.ts'
import type { caseSchema, exampleMessage } from './case.schema.ts'

/** A case as the API shows it. */
export function shownCase(one: StoredCase): z.output<typeof caseSchema> {
  const { identifier, accountName } = one
  const account = identifier === null || accountName === null ? null : { identifier, name: accountName }
  return {
    id: one.id,
    reference: one.reference,
    cause: one.cause,
    status: one.status,
    account,
    requestId: one.requestId,
    openedAt: one.openedAt.toISOString(),
    changedAt: one.changedAt.toISOString(),
    answerDueAt: one.answerDueAt.toISOString(),
    resolvedAt: one.resolvedAt?.toISOString() ?? null,
  }
}

/** Something that was said, as the API shows it to this person. */
export function shownMessage(message: Message, viewerId: string): typeof exampleMessage {
  const { id, side, room, authorId, text, at } = message
  return { id, from: side, room, isYours: authorId === viewerId, text, at: at.toISOString() }
}
