export { announcing } from './announce.store.ts'
export { type Block, type Content, compose } from './compose.tsx'
export { cleanName, defang } from './defang.ts'
export { delivering } from './deliver.store.ts'
export type { InboundHandlers, MailReply } from './inbound/handlers.ts'
export { replyAddress } from './inbound/reply-address.ts'
export type {
  Announcements,
  Announcer,
  Category,
  Composer,
  Letter,
  Letters,
  Mail,
  MailOrder,
  RecordedEvent,
} from './letter.ts'
export { hostOf, senderOf } from './sender.ts'
export { mailboxTransport } from './mailbox.store.ts'
export { type Mailbox, readMailbox, smtp, type Transport } from './transport.ts'
