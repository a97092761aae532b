import { createTransport, type SendMailOptions } from 'nodemailer'
import { withLastLine } from './compose.tsx'
import type { Letter, Mail } from './letter.ts'
import { isHere, type MailServer } from './mail-server.ts'
import { type Answer, type Failure, meaningOf } from './meaning.ts'
import { words } from './messages/index.ts'

/** What stands on the envelope and around a letter. */
export type Envelope = {
  /** Where delivery reports go; null: to the sender. */
  readonly returnTo: string | null
  readonly headers: Readonly<Record<string, string>>
  /** What the reader can turn off, and where: said in the letter's last line. */
  readonly turnOff?: { readonly what: 'reminder' | 'digest'; readonly href: string }
}

/** Hands a letter over. Never throws for what a mail server may do. */
export type Transport = {
  hand(mail: Mail, letter: Letter, envelope: Envelope): Promise<Answer>
  close(): void
}

/** An address with the name before it; never a text that a mail library would parse again. */
export type Mailbox = { readonly name: string; readonly address: string }

const strict =
  /^[A-Za-z0-9.!#$%&*+/=?^_{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

/** Reads `address` or `Name <address>`; undefined when it is neither. */
export function readMailbox(text: string): Mailbox | undefined {
  const [, name = '', inner = ''] = /^\s*([^<>"\r\n]{0,100}?)\s*<([^<>\s]+)>\s*$/.exec(text) ?? []
  const mailbox = { name, address: inner || text.trim() }
  return strict.test(mailbox.address) && mailbox.address.length <= 254 ? mailbox : undefined
}

const noEnvelope: Envelope = { returnTo: null, headers: {} }

/** The message as it goes out, the same for every transport. */
export function messageOf(
  mail: Mail,
  letter: Letter,
  from: Mailbox,
  { returnTo, headers, turnOff }: Envelope = noEnvelope,
): SendMailOptions {
  const said = turnOff ? withLastLine(letter, lastLine(mail, turnOff)) : letter
  const thread = letter.thread
    ? `<${letter.thread}@${mail.messageId.slice(mail.messageId.indexOf('@') + 1, -1)}>`
    : undefined
  return {
    from: { ...from },
    envelope: { from: returnTo ?? from.address, to: [mail.address] },
    ...(letter.replyTo ? { replyTo: { name: from.name, address: letter.replyTo } } : {}),
    to: [{ name: letter.toName ?? '', address: mail.address }],
    subject: letter.subject,
    text: said.text,
    html: said.html,
    messageId: mail.messageId,
    ...(thread ? { references: [thread], inReplyTo: thread } : {}),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function lastLine({ locale }: Mail, { what, href }: NonNullable<Envelope['turnOff']>) {
  return { text: words.for({ locale })(`turn-off.${what}`), href }
}

/** A real mail server, over a pool of connections; `silenceMs` is how long it may say nothing. */
export function smtp(server: MailServer, from: Mailbox, { silenceMs = 30_000 } = {}): Transport {
  const transporter = createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.isTls,
    requireTLS: !server.isTls && !isHere(server),
    ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
    maxConnections: 4,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async hand(mail, letter, envelope) {
      if (!readMailbox(mail.address)) return { kind: 'refused', response: 'not an address', address: true }
      try {
        const info = await transporter.sendMail(messageOf(mail, letter, from, envelope))
        return { kind: 'accepted', response: String(info.response) }
      } catch (error) {
        return meaningOf(error as Failure)
      }
    },
    close: () => transporter.close(),
  }
}
