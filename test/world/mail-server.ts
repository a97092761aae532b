import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived: parsed, and whom it was handed over for. */
export type Arrived = ParsedMail & { readonly recipients: readonly string[] }

/** A real mail server on loopback that keeps what it accepts. */
export type MailServer = {
  readonly url: string
  readonly arrived: readonly Arrived[]
  /** The mails for one person, oldest first. */
  to(address: string): Arrived[]
  /** Refuses the next mails with these answers, before they are accepted. */
  refuse(...codes: number[]): void
  stop(): Promise<void>
}

/** Starts a mail server on a free port. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const arrived: Arrived[] = []
  const refusals: number[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, answer) {
      simpleParser(stream).then((mail) => {
        const code = refusals.shift()
        if (code !== undefined) return answer(Object.assign(new Error('not now'), { responseCode: code }))
        arrived.push(
          Object.assign(mail, { recipients: session.envelope.rcptTo.map(({ address }) => address) }),
        )
        answer()
      }, answer)
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${taken}`,
    arrived,
    to: (address) => arrived.filter((mail) => mail.recipients.includes(address)),
    refuse: (...codes) => void refusals.push(...codes),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
