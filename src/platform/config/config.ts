import { z } from 'zod'
import { levels } from '../log.ts'
import { isTrustworthy, postgresUrl, smtpUrl } from './urls.ts'

const blankIsAbsent = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value
const originIfBare = (text: string) => {
  const url = new URL(text)
  return url.href === `${url.origin}/` ? url.origin : text
}
const portIsPossible = (text: string) => Number(/(\d{1,5})$/.exec(text)?.[1]) <= 65_535
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blankIsAbsent, schema.optional()).transform((value) => value ?? null)

/** The environment variables, each with what it is for; the configuration table of the README is made of them. */
export const variables = z.object({
  HOST: optional(z.string().regex(/^[0-9a-zA-Z.:-]+$/, 'must be an address or a host name')).describe(
    'Address to listen on. Default: 127.0.0.1.',
  ),
  PORT: optional(
    z.coerce
      .number('must be a whole number')
      .int('must be a whole number')
      .min(0, 'must be from 0 to 65535')
      .max(65_535, 'must be from 0 to 65535'),
  ).describe('Port to listen on. Default: 3000; 0 takes a free one.'),
  PUBLIC_URL: optional(
    z
      .url({ protocol: /^https?$/, error: 'must be an address that begins with https://' })
      .transform(originIfBare),
  ).describe(
    'Address that people open, and that links in mails begin with. Default: the printed address. Beyond loopback it must be https.',
  ),
  DATA_DIR: optional(z.string()).describe(
    'Folder for the embedded database, generated secrets and settings. Default: ./data. The demo keeps to the folder `demo` in it.',
  ),
  DATABASE_URL: optional(postgresUrl).describe(
    'PostgreSQL 15 or newer, as the role of the application. Default: the embedded PostgreSQL.',
  ),
  DATABASE_OWNER_URL: optional(postgresUrl).describe(
    'The same database as the role that owns the tables; migrations run as it. Default: DATABASE_URL, and then history is protected by its chain alone.',
  ),
  SMTP_URL: optional(smtpUrl).describe(
    'Mail server, smtp:// or smtps://, with user and password if it wants them. Default: the one that operators choose; until then mail waits (in the demo it is shown on a page).',
  ),
  MAIL_FROM: optional(z.string().max(200)).describe(
    'Sender of mails: an address, or “Name <address>”. Default: what operators choose, else the installation’s name and no-reply@ the host of PUBLIC_URL.',
  ),
  INBOUND_SMTP: optional(
    z
      .string()
      .regex(
        /^((\[[0-9a-f:]+\]|[0-9a-z.-]+):)?\d{1,5}$/i,
        'must be a port, or an address and a port, like 127.0.0.1:2525',
      )
      .refine(portIsPossible, 'must have a port from 0 to 65535'),
  ).describe(
    'Port, or address and port, where mail for our return and reply addresses comes in, over SMTP from your own mail server; a port alone listens on 127.0.0.1. Default: none, and then delivery reports are not read.',
  ),
  INBOUND_DOMAIN: optional(
    z.string().regex(/^[0-9a-z]([0-9a-z.-]{0,251}[0-9a-z])?$/i, 'must be a domain'),
  ).describe('Domain of the return and reply addresses. Default: the domain of MAIL_FROM.'),
  SUPPORT_ADDRESS: optional(z.email('must be an e-mail address').max(254)).describe(
    'Address of an outside support desk, which gets every new case and what its requester writes. Default: none.',
  ),
  DNS_SERVER: optional(
    z
      .string()
      .regex(
        /^(\[[0-9a-f:]+\]|[0-9.]+)(:\d{1,5})?$/i,
        'must be an address, with a port if it has its own, like 127.0.0.1:5353',
      ),
  ).describe('DNS server that is asked whether a domain is proven. Default: those of the machine.'),
  TRUSTED_PROXIES: optional(
    z.string().transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ).describe('Addresses or networks (CIDR), with commas, whose X-Forwarded-For is believed. Default: none.'),
  LOG_LEVEL: optional(z.enum(levels, `must be ${levels.join(', ')}`)).describe(
    'debug, info, warn, error or silent. Default: info; the demo: warn.',
  ),
  SECRET_FILE: optional(z.string()).describe(
    'File with the key that signs cookies and cursors. Default: the file `secret` among the installation’s data, generated once, readable by its owner only.',
  ),
  SETTINGS_FILE: optional(z.string()).describe(
    'JSON file with the installation’s name, tabs and footer links. Default: DATA_DIR/settings.json when it is there.',
  ),
})

/** What the environment says, once read; see `variables` for each. */
export type Config = {
  readonly host: string
  readonly port: number
  /** Null: the address that the server turns out to listen on. */
  readonly publicUrl: string | null
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly databaseOwnerUrl: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string | null
  /** Where mail comes in, `port` or `host:port`; null: it does not. */
  readonly inboundSmtp: string | null
  readonly inboundDomain: string | null
  readonly supportAddress: string | null
  /** The DNS server that proofs of domains are looked up with; null: those of the machine. */
  readonly dnsServer: string | null
  readonly trustedProxies: readonly string[]
  readonly logLevel: (typeof levels)[number]
  readonly secretFile: string | null
  readonly settingsFile: string | null
  readonly demo: boolean
}

/** A wrong value in the environment: one sentence that names the variable, never its value (it may be a secret). */
export class WrongConfiguration extends Error {}

/** Reads the configuration. `demo` undefined: the demo, while neither DATABASE_URL nor SMTP_URL is set. */
export function readConfig(environment: NodeJS.ProcessEnv, wanted: { demo?: boolean } = {}): Config {
  const parsed = variables.safeParse(environment)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new WrongConfiguration(`${String(issue?.path[0])} ${sentence(issue?.message ?? 'is wrong')}`)
  }
  const config = configOf(parsed.data, wanted.demo)
  const danger = dangers.find(({ is }) => is(config, environment))
  if (danger) throw new WrongConfiguration(danger.says)
  return config
}

function configOf(given: z.output<typeof variables>, wantsDemo: boolean | undefined): Config {
  const demo = wantsDemo ?? (given.DATABASE_URL === null && given.SMTP_URL === null)
  return {
    host: given.HOST ?? '127.0.0.1',
    port: given.PORT ?? 3000,
    publicUrl: given.PUBLIC_URL,
    dataDir: given.DATA_DIR ?? 'data',
    databaseUrl: given.DATABASE_URL,
    databaseOwnerUrl: given.DATABASE_OWNER_URL,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    inboundSmtp: given.INBOUND_SMTP,
    inboundDomain: given.INBOUND_DOMAIN,
    supportAddress: given.SUPPORT_ADDRESS,
    dnsServer: given.DNS_SERVER,
    trustedProxies: given.TRUSTED_PROXIES ?? [],
    logLevel: given.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    secretFile: given.SECRET_FILE,
    settingsFile: given.SETTINGS_FILE,
    demo,
  }
}

function sentence(message: string): string {
  return message.startsWith('must') ? `${message}.` : `is not right: ${message}.`
}

/** What must not be started, first things first. */
const dangers: readonly { is: (config: Config, environment: NodeJS.ProcessEnv) => boolean; says: string }[] =
  [
    {
      is: ({ publicUrl }) => publicUrl !== null && !isTrustworthy(publicUrl),
      says: 'PUBLIC_URL must be https unless it is a loopback address: passwords would cross the network in the clear.',
    },
    {
      is: ({ publicUrl }) => publicUrl !== null && new URL(publicUrl).origin !== publicUrl,
      says: 'PUBLIC_URL must be scheme, host and port alone, without a path: Vestibule has its host for itself.',
    },
    {
      is: ({ demo, host }) => demo && !isLoopback(host),
      says: 'HOST must be a loopback address for the demo: its people have a public password.',
    },
    {
      is: ({ publicUrl, host }) => publicUrl === null && !isLoopback(host),
      says: 'PUBLIC_URL must be set (https) when HOST is not a loopback address.',
    },
    {
      is: ({ databaseOwnerUrl, databaseUrl }) => databaseOwnerUrl !== null && databaseUrl === null,
      says: 'DATABASE_OWNER_URL must come with DATABASE_URL.',
    },
    {
      is: ({ demo }, environment) => demo && environment.NODE_ENV === 'production',
      says: 'NODE_ENV must not be production for the demo: its people have a public password. Set DATABASE_URL or SMTP_URL, or use “vestibule serve”.',
    },
  ]

/** Whether an address to listen on cannot be reached from another machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
