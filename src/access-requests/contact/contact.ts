import { record } from '../../event-log/index.ts'
import { newId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { holdPerson, type Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { answerMessage as mayAnswer, contact as mayContact } from '../domain/contact.ts'
import type { Refusal } from '../domain/refusals.ts'
import {
  findContactable,
  insertMessage,
  lockMessage,
  type MessageId,
  sentLately,
  writeMessageAnswer,
} from './contact.store.ts'

/** What somebody writes to the administrators of an account, and the own open request that it is about. */
export type Message = {
  readonly identifier: string
  readonly requestId: string | null
  readonly text: string
}

/** Passes a message on to the administrators of an account that shows neither their names nor their addresses. */
export async function contact(
  tx: Tx,
  viewer: Viewer,
  message: Message,
): Promise<Outcome<MessageId, Refusal>> {
  if (!viewer.verified) return refuse({ code: 'address-unverified' })
  await holdPerson(tx, viewer.personId)
  const account = await findContactable(tx, viewer, message)
  if (!account) return refuse({ code: 'not-found' })
  const allowed = mayContact(message.text, account)
  if (!allowed.ok) return allowed
  const again = await sentLately(tx, { accountId: account.id, by: viewer.personId, text: allowed.value })
  if (again) return done(again)
  const id = newId<'contact-message'>()
  const about = { accountId: account.id, requestId: account.request?.id ?? null }
  await insertMessage(tx, { ...about, id, by: viewer.personId, text: allowed.value })
  await record(
    tx,
    {
      type: 'account.administrators-contacted',
      account: account.id,
      actor: viewer.personId,
      ...(account.request ? { request: account.request.id } : {}),
      facts: { messageId: id },
    },
    { details: { person: viewer.personId, content: { text: allowed.value } } },
  )
  return done(id)
}

/** Why a message was not answered; `answered-already`: a colleague was faster. */
export type AnswerRefusal = Refusal | { readonly code: 'answered-already' }

/** Answers a message for all administrators of the account; its sender is told, and sees no address. */
export async function answerMessage(
  tx: Tx,
  viewer: Viewer,
  answer: { readonly id: string; readonly text: string },
): Promise<Outcome<MessageId, AnswerRefusal>> {
  const message = await lockMessage(tx, viewer, answer.id)
  if (!message?.isForViewer) return refuse({ code: 'not-found' })
  const allowed = mayAnswer(answer.text, { isAnswered: message.answeredAt !== null })
  if (!allowed.ok) return allowed
  await writeMessageAnswer(tx, message, { by: viewer.personId, text: allowed.value })
  await record(
    tx,
    {
      type: 'account.contact-answered',
      account: message.accountId,
      actor: viewer.personId,
      subject: message.sender,
      ...(message.request ? { request: message.request.id } : {}),
      facts: { messageId: message.id },
    },
    { details: { person: viewer.personId, content: { text: allowed.value } } },
  )
  return done(message.id)
}
