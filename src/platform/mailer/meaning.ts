/** What the next mail server said about one mail. */
export type Answer =
  | { readonly kind: 'accepted'; readonly response: string }
  /** Not now: it is tried again, and each try counts. */
  | { readonly kind: 'later'; readonly response: string }
  /** Final. `address`: it is the address that does not take mail, not this one mail. */
  | { readonly kind: 'refused'; readonly response: string; readonly address: boolean }
  /** Nothing was said about the mail, because the server is away or does not take us in: no try is used up. */
  | { readonly kind: 'away'; readonly response: string }

/** What a mail library tells when a mail was not handed over. */
export type Failure = {
  readonly responseCode?: number
  readonly response?: string
  readonly code?: string
  /** The code of the system under it. */
  readonly originalCode?: string
  readonly timeoutType?: string
  readonly command?: string
}

// Only what was said after one of these is about the mail or its recipient.
const aboutTheMail = /^(RCPT TO|DATA)/i

/** Whether a connection that stood was lost: on this mail, perhaps because of it. */
function isLost({ code, originalCode, timeoutType, response }: Failure): boolean {
  if (response !== undefined) return false
  if (code === 'ETIMEDOUT') return timeoutType === 'SOCKET_TIMEOUT'
  if (code === 'ECONNECTION') return true
  return code === 'ESOCKET' && (originalCode === 'ECONNRESET' || originalCode === 'EPIPE')
}

const enhanced = /\b5\.(\d{1,3})\.(\d{1,3})\b/

/** Reads what went wrong: 4xx is later, 5xx about the recipient is final, everything before that is our own trouble. */
export function meaningOf(failure: Failure): Answer {
  const response = failure.response ?? failure.originalCode ?? failure.code ?? 'no answer'
  const { responseCode, command = '' } = failure
  if (isLost(failure)) return { kind: 'later', response: `connection lost (${response})` }
  if (!aboutTheMail.test(command) || responseCode === 421) return { kind: 'away', response }
  if (responseCode === undefined || responseCode < 500) return { kind: 'later', response }
  return { kind: 'refused', response, address: isAboutTheAddress(response) }
}

/**
 * Whether a final answer says that the address takes no mail (RFC 3463: 5.1 bad address, 5.2 mailbox but for a full
 * one). Without such a code a 5xx is taken as that; a policy against one mail (5.7) or its size is not.
 */
export function isAboutTheAddress(response: string): boolean {
  const [, subject, detail] = enhanced.exec(response) ?? []
  if (subject === undefined) return !/^5(23|34|52|54)\b/.test(response)
  if (subject === '2') return detail !== '2' && detail !== '3'
  return subject === '1' || (subject === '0' && detail === '0')
}
