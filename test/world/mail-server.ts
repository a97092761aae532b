import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { quietPort } from './ports.ts'

/** A mail as it arrived: parsed, and from whom and for whom it was handed over. */
export type Arrived = ParsedMail & { readonly recipients: readonly string[]; readonly returnTo: string }

/** What a mail server may do with the next mail instead of taking it. */
export type Fault =
  /** Refuses it with this answer, after its text and before it is accepted. */
  | number
  /** Refuses the recipient. */
  | { readonly recipient: number; readonly says?: string }
  /** Takes it, and says no all the same. */
  | { readonly takenThen: number }
  /** Takes its text and never says anything. */
  | 'hangs'
  /** Takes it and is gone before it said so. */
  | 'takes-and-drops'
  /** Is gone before it took it. */
  | 'drops'

/** A real mail server on loopback that keeps what it accepts. */
export type MailServer = {
  readonly url: string
  readonly arrived: readonly Arrived[]
  /** Who signed in, as `user:password`; nobody must. */
  readonly logins: readonly string[]
  /** The mails for one person, oldest first. */
  to(address: string): Arrived[]
  /** The same, each Message-ID once, as somebody’s mailbox shows them. */
  mailboxOf(address: string): Arrived[]
  /** Refuses the next mails with these answers, before they are accepted. */
  refuse(...codes: number[]): void
  /** Does these things with the next mails, one each. */
  fail(...faults: Fault[]): void
  /** Does this with every mail, until told otherwise (null). */
  failAlways(fault: Fault | null): void
  /** Closes its door; `comeBack` opens it at the same place. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  stop(): Promise<void>
}

type Answer = (error?: Error | null) => void
type Keeping = {
  readonly arrived: Arrived[]
  readonly logins: string[]
  readonly faults: Fault[]
  always: Fault | null
}

const refusal = (code: number, says = 'not now') => Object.assign(new Error(says), { responseCode: code })

function drop(server: SMTPServer, session: SMTPServerSession): void {
  const open = server as unknown as {
    connections: Set<{ session?: { id: string }; _socket: { destroy(): void } }>
  }
  for (const connection of open.connections)
    if (connection.session?.id === session.id) connection._socket.destroy()
}

function make(keeping: Keeping): SMTPServer {
  const { arrived, faults } = keeping
  const takesRecipient = (fault: Fault | null | undefined): fault is { recipient: number; says?: string } =>
    typeof fault === 'object' && fault !== null && 'recipient' in fault

  function take(session: SMTPServerSession, mail: ParsedMail, answer: Answer): void {
    const fault = faults.shift() ?? keeping.always
    if (typeof fault === 'number') return answer(refusal(fault))
    if (fault === 'hangs') return undefined
    if (fault === 'drops') return drop(server, session)
    const { mailFrom, rcptTo } = session.envelope
    arrived.push(
      Object.assign(mail, {
        recipients: rcptTo.map(({ address }) => address),
        returnTo: mailFrom ? mailFrom.address : '',
      }),
    )
    if (fault === 'takes-and-drops') return drop(server, session)
    if (typeof fault === 'object' && fault !== null && 'takenThen' in fault)
      return answer(refusal(fault.takenThen))
    return answer()
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _, answer) {
      keeping.logins.push(`${username}:${password}`)
      answer(null, { user: username })
    },
    onRcptTo(_, __, answer) {
      const fault = faults[0] ?? keeping.always
      if (!takesRecipient(fault)) return answer()
      faults.shift()
      return answer(refusal(fault.recipient, fault.says ?? '5.1.1 no such user'))
    },
    onData(stream, session, answer) {
      simpleParser(stream).then((mail) => take(session, mail, answer), answer)
    },
  })
  server.on('error', () => {})
  return server
}

function listen(server: SMTPServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}

function close(server: SMTPServer): Promise<void> {
  const open = server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }
  for (const connection of open.connections) connection._socket.destroy()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** Starts a mail server, at a port where nobody takes its place while it is away. */
export async function startMailServer(port?: number): Promise<MailServer> {
  const arrived: Arrived[] = []
  const faults: Fault[] = []
  const logins: string[] = []
  const keeping: Keeping = { arrived, logins, faults, always: null }
  let server = make(keeping)
  const taken = port ?? (await quietPort())
  await listen(server, taken)
  const to = (address: string) => arrived.filter((mail) => mail.recipients.includes(address))
  return {
    url: `smtp://127.0.0.1:${taken}`,
    arrived,
    logins,
    to,
    mailboxOf: (address) => [...new Map(to(address).map((mail) => [mail.messageId, mail])).values()],
    refuse: (...codes) => void faults.push(...codes),
    fail: (...some) => void faults.push(...some),
    failAlways: (fault) => {
      keeping.always = fault
    },
    goAway: () => close(server),
    async comeBack() {
      server = make(keeping)
      await listen(server, taken)
    },
    stop: () => close(server),
  }
}
