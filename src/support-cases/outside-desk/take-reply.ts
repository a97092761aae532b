import { record } from '../../event-log/index.ts'
import type { CaseId } from '../../kernel/id.ts'
import { clean, lengthOf } from '../../kernel/written.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { MailReply } from '../../platform/mailer/index.ts'
import { aboutCase, changeCase, lockStored } from '../case.store.ts'
import { type CaseStatus, isUnderWay } from '../domain/case.ts'
import { caseText } from '../domain/writing.ts'
import { writeMessage } from '../messages.store.ts'
import { accountOfCase } from './reply.query.ts'

/** What a case does with an answer that came by mail to an address only the outside desk was given. */
export function takingReplies(supportAddress: string | null): (tx: Tx, reply: MailReply) => Promise<void> {
  return (tx, reply) => takeReply(tx, reply, supportAddress)
}

/**
 * Adds an answer of the outside desk to its case, for the requester to read. From anywhere else, or once the case is
 * resolved, it is an internal note: it may be a copy that somebody forwarded. A closed case takes nothing.
 */
async function takeReply(tx: Tx, reply: MailReply, supportAddress: string | null): Promise<void> {
  const text = shortened(clean(reply.text))
  const account = await accountOfCase(tx, reply.id)
  const one = account && (await lockStored(tx, account, reply.id as CaseId))
  if (!one || text === '' || one.status === 'CLOSED') return
  const isAnswer = isUnderWay(one) && one.requesterId !== null && isFromDesk(reply.from, supportAddress)
  const room = isAnswer ? 'REQUESTER' : 'INTERNAL'
  const messageId = await writeMessage(tx, one, { room, side: 'SUPPORT', author: null, text, byMail: true })
  const status: CaseStatus = isAnswer ? 'WAITING_REQUESTER' : one.status
  await changeCase(tx, one, { status, answered: isAnswer })
  const facts = { caseId: one.id, room, side: 'SUPPORT', messageId, byMail: true }
  const type = isAnswer ? 'case.answered' : 'case.noted'
  await record(tx, { type, ...aboutCase(one, null), facts }, { quiet: !isAnswer })
}

function shortened(text: string): string {
  return lengthOf(text) > caseText.max ? [...text].slice(0, caseText.max).join('') : text
}

// People at a desk answer from addresses of their own, in the desk's domain.
function isFromDesk(from: string, supportAddress: string | null): boolean {
  const domain = supportAddress?.toLowerCase().split('@').at(-1)
  return domain !== undefined && from.toLowerCase().split('@').at(-1) === domain
}
