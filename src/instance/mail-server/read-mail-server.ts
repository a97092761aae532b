import { clean, lengthOf } from '../../kernel/written.ts'
import { type ChosenServer, readMailbox } from '../../platform/mailer/index.ts'

/** A mail server and a sender, as they were typed. */
export type TypedMailServer = {
  readonly host: string
  readonly port: string
  readonly security: 'TLS' | 'STARTTLS'
  readonly user: string
  readonly password: string
  readonly senderName: string
  readonly senderAddress: string
}

/** The same, read. */
export type ReadMailServer = {
  /** Null: none, mail waits. */
  readonly host: string | null
  readonly port: number | null
  readonly isTls: boolean
  readonly user: string | null
  /** Null: none was typed. */
  readonly password: string | null
  readonly senderName: string
  readonly senderAddress: string | null
}

/** What is wrong with which field. */
export type MailServerProblems = Partial<
  Record<'host' | 'port' | 'user' | 'password' | 'senderName' | 'senderAddress', MailServerProblem>
>
export type MailServerProblem =
  | 'host-unfit'
  | 'port-unfit'
  | 'user-unfit'
  | 'password-unfit'
  | 'password-missing'
  | 'password-again'
  | 'name-unfit'
  | 'address-unfit'

const label = /^[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?$/
const isHost = (text: string) =>
  text.length <= 253 && (/^[0-9a-f:]{2,39}$/.test(text) || text.split('.').every((part) => label.test(part)))

/** Reads what was typed; an empty host stands for no mail server, and forgets how one signs in there. */
export function readMailServer(typed: TypedMailServer): {
  readonly read: ReadMailServer
  readonly problems: MailServerProblems
} {
  const host = typed.host
    .trim()
    .replace(/^\[|\]$/g, '')
    .toLowerCase()
  const isTls = typed.security === 'TLS'
  const isNone = host === ''
  const port = typed.port.trim() === '' ? (isTls ? 465 : 587) : Number(typed.port)
  const user = isNone ? '' : typed.user.trim()
  const password = isNone ? '' : typed.password
  const senderName = clean(typed.senderName)
  const senderAddress = typed.senderAddress.trim()
  return {
    read: {
      host: isNone ? null : host,
      port: isNone ? null : port,
      isTls: !isNone && isTls,
      user: user || null,
      password: password || null,
      senderName,
      senderAddress: senderAddress || null,
    },
    problems: {
      ...(isNone || isHost(host) ? {} : { host: 'host-unfit' }),
      ...(isNone || (Number.isInteger(port) && port >= 1 && port <= 65_535) ? {} : { port: 'port-unfit' }),
      ...(lengthOf(user) <= 200 && !/\p{Cc}/u.test(user) ? {} : { user: 'user-unfit' }),
      ...(lengthOf(password) <= 500 ? {} : { password: 'password-unfit' }),
      ...(lengthOf(senderName) <= 60 && !/[\n<>"]/.test(senderName) ? {} : { senderName: 'name-unfit' }),
      ...(senderAddress === '' || readMailbox(senderAddress)?.address === senderAddress
        ? {}
        : { senderAddress: 'address-unfit' }),
    },
  }
}

/** What is chosen, as it would be typed; the password is never shown. */
export function typedOf({
  host,
  port,
  isTls,
  user,
  senderName,
  senderAddress,
}: ChosenServer): TypedMailServer {
  return {
    host: host ?? '',
    port: port === null ? '' : String(port),
    security: host !== null && !isTls ? 'STARTTLS' : 'TLS',
    user: user ?? '',
    password: '',
    senderName,
    senderAddress: senderAddress ?? '',
  }
}
