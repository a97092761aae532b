/** A mail server, and who we are to it. */
export type MailServer = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else STARTTLS, which only a server on this machine may go without. */
  readonly isTls: boolean
  readonly user: string | null
  readonly password: string | null
}

/** The mail server of an SMTP_URL: `smtp://` or `smtps://`, with user and password if it wants them. */
export function mailServerOf(url: string): MailServer {
  const target = new URL(url)
  const isTls = target.protocol === 'smtps:'
  return {
    host: target.hostname.replace(/^\[|\]$/g, ''),
    port: Number(target.port) || (isTls ? 465 : 587),
    isTls,
    user: decodeURIComponent(target.username) || null,
    password: decodeURIComponent(target.password) || null,
  }
}

/** Whether a mail server is on this very machine. */
export function isHere({ host }: Pick<MailServer, 'host'>): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host)
}
