import type { Tx } from '../../db/index.ts'

/** An answer that came by mail to a reply address of ours, as plain text without what it quotes. */
export type MailReply = {
  /** What the address names: the case. */
  readonly id: string
  /** Who says they sent it, in small letters; nobody proves it. */
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
}

/** What is done with answers, by the kind of address; each mail comes once, in a transaction of its own. */
export type InboundHandlers = {
  readonly case?: (tx: Tx, reply: MailReply) => Promise<void>
}
