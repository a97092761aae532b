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

const isPort = (port: number | null) =>
  port === null || (Number.isInteger(port) && port >= 1 && port <= 65_535)

type Check = {
  readonly field: keyof MailServerProblems
  readonly problem: MailServerProblem
  readonly fits: (read: ReadMailServer) => boolean
}
const checks: readonly Check[] = [
  { field: 'host', problem: 'host-unfit', fits: ({ host }) => host === null || isHost(host) },
  { field: 'port', problem: 'port-unfit', fits: ({ port }) => isPort(port) },
  {
    field: 'user',
    problem: 'user-unfit',
    fits: ({ user }) => user === null || (lengthOf(user) <= 200 && !/\p{Cc}/u.test(user)),
  },
  { field: 'password', problem: 'password-unfit', fits: ({ password }) => lengthOf(password ?? '') <= 500 },
  {
    field: 'senderName',
    problem: 'name-unfit',
    fits: ({ senderName }) => lengthOf(senderName) <= 60 && !/[\n<>"]/.test(senderName),
  },
  {
    field: 'senderAddress',
    problem: 'address-unfit',
    fits: ({ senderAddress }) =>
      senderAddress === null || readMailbox(senderAddress)?.address === senderAddress,
  },
]

const none = { host: null, port: null, isTls: false, user: null, password: null } as const

function readServer({ host, port, security, user, password }: TypedMailServer) {
  const name = host
    .trim()
    .replace(/^\[|\]$/g, '')
    .toLowerCase()
  if (name === '') return none
  const isTls = security === 'TLS'
  return {
    host: name,
    port: Number(port.trim() || (isTls ? 465 : 587)),
    isTls,
    user: user.trim() || null,
    password: password || null,
  }
}

/** Reads what was typed; an empty host stands for no mail server, and forgets how one signs in there. */
export function readMailServer(typed: TypedMailServer): {
  readonly read: ReadMailServer
  readonly problems: MailServerProblems
} {
  const senderAddress = typed.senderAddress.trim() || null
  const read = { ...readServer(typed), senderName: clean(typed.senderName), senderAddress }
  const wrong = checks.filter(({ fits }) => !fits(read)).map(({ field, problem }) => [field, problem])
  return { read, problems: Object.fromEntries(wrong) as MailServerProblems }
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
