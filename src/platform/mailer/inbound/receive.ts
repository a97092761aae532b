import { createHash } from 'node:crypto'
import type { ParsedMail } from 'mailparser'
import { done } from '../../../kernel/outcome.ts'
import { type Database, transact } from '../../db/index.ts'
import type { Told } from '../settle.store.ts'
import type { InboundHandlers } from './handlers.ts'
import type { ReplyKind } from './reply-address.ts'
import { readReport } from './report.ts'
import { applyReport, isNew } from './report.store.ts'
import { whatIsSaid } from './said.ts'

/** A mail that came to one of our addresses. */
export type Received = {
  readonly mail: ParsedMail
  /** Whom the envelope says it is from; empty for reports and most automatic answers. */
  readonly returnPath: string
  readonly to: { readonly kind: ReplyKind; readonly id: string }
}

/** What received mail is worked off with. */
export type ReceivingParts = {
  readonly db: Database
  readonly handlers: InboundHandlers
  readonly told: Told
}

const headerOf = (mail: ParsedMail, name: string): string => {
  const value = mail.headers.get(name)
  return typeof value === 'string' ? value.toLowerCase() : ''
}

/** Whether nobody wrote it: a notice of absence, a list, a machine (RFC 3834); answering such mail makes loops. */
export function isAutomatic({ mail, returnPath }: Pick<Received, 'mail' | 'returnPath'>): boolean {
  const auto = headerOf(mail, 'auto-submitted')
  return (
    returnPath === '' ||
    (auto !== '' && auto !== 'no') ||
    /^(bulk|junk|list|auto_reply)$/.test(headerOf(mail, 'precedence')) ||
    ['x-autoreply', 'x-autorespond', 'list-id'].some((name) => mail.headers.has(name))
  )
}

function reportIn(mail: ParsedMail) {
  const part = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  return part && readReport(part.content.toString('utf8'))
}

function nameOf(mail: ParsedMail): string {
  const seen = mail.messageId ?? ''
  return seen === ''
    ? createHash('sha256').update(`${mail.date?.getTime()}\n${mail.text}`).digest('hex')
    : seen
}

/** Does what a received mail asks for, once, in one transaction; throws when it cannot now, so that it is sent again. */
export async function receive(parts: ReceivingParts, received: Received): Promise<void> {
  const { mail, to } = received
  const report = to.kind === 'bounce' ? reportIn(mail) : undefined
  const answer = to.kind === 'case' && !isAutomatic(received) ? parts.handlers.case : undefined
  if (!report && !answer) return
  await transact(parts.db, async (tx) => {
    if (!(await isNew(tx, `${to.id} ${nameOf(mail)}`, to.kind))) return done(null)
    if (report) await applyReport(tx, to.id, report, parts.told)
    const text = whatIsSaid(mail.text ?? '')
    if (answer && text !== '') {
      await answer(tx, {
        id: to.id,
        from: (mail.from?.value[0]?.address ?? '').toLowerCase().slice(0, 254),
        subject: (mail.subject ?? '').slice(0, 200),
        text,
        messageId: nameOf(mail),
      })
    }
    return done(null)
  })
}
