export { announcing } from './announce.store.ts'
export { type Choice, type Chosen, choices, mayChoose } from './categories.ts'
export { type Block, type Content, compose } from './compose.tsx'
export { cleanName, defang } from './defang.ts'
export { delivering } from './deliver.store.ts'
export { mailLeaves, mailPassword, type Way, wayOut } from './chosen-transport.ts'
export { digestKind } from './digest.ts'
export { digestLetter, gathering } from './digest.store.ts'
export type { InboundHandlers, MailReply } from './inbound/handlers.ts'
export { type Inbound, listenForMail } from './inbound/listener.ts'
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
export {
  type ChosenServer,
  chosenServer,
  lockChosenServer,
  writeChosenServer,
} from './mail-server.store.ts'
export { mailServerOf } from './mail-server.ts'
export type { Quiet } from './queue.store.ts'
export { resend, retryDeadJobs } from './resend.store.ts'
export { hostOf, mailWaits, senderOf } from './sender.ts'
export { type Told, wakeWaiting } from './settle.store.ts'
export { type Envelope, type Mailbox, readMailbox } from './transport.ts'
