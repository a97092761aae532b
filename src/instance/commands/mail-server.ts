import { readFileSync } from 'node:fs'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Config, readOrMakeSecret } from '../../platform/config/index.ts'
import { type Database, transact, type Tx } from '../../platform/db/index.ts'
import { chosenServer, mailServerOf, readMailbox } from '../../platform/mailer/index.ts'
import { secretFileOf } from '../../platform/open.ts'
import { changeMailServer } from '../mail-server/change-mail-server.ts'
import { type TypedMailServer, typedOf } from '../mail-server/read-mail-server.ts'
import { print } from './as-operator.ts'
import type { Command, Given, Terminal } from './command.ts'
import { withDatabase } from './database.ts'

function serverIn(given: Given, say: Terminal['say']): Outcome<Partial<TypedMailServer>, string> {
  const value = given.text('server')
  if (value === undefined) return done({})
  if (value === 'none') return done({ host: '', port: '', user: '' })
  if (!/^smtps?:\/\/[^/:@]/.test(value) || !URL.canParse(value))
    return refuse(say('refused.mail-server', { value }))
  const { host, port, isTls, user, password } = mailServerOf(value)
  if (password !== null) return refuse(say('refused.password-typed'))
  return done({ host, port: String(port), security: isTls ? 'TLS' : 'STARTTLS', user: user ?? '' })
}

function senderIn(given: Given, say: Terminal['say']): Outcome<Partial<TypedMailServer>, string> {
  const value = given.text('sender')
  if (value === undefined) return done({})
  if (value === 'none') return done({ senderName: '', senderAddress: '' })
  const mailbox = readMailbox(value)
  return mailbox
    ? done({ senderName: mailbox.name, senderAddress: mailbox.address })
    : refuse(say('refused.sender', { value }))
}

function passwordIn(given: Given, say: Terminal['say']): Outcome<Partial<TypedMailServer>, string> {
  const value = given.text('password-file')
  if (value === undefined) return done({})
  try {
    return done({ password: readFileSync(value, 'utf8').replace(/\r?\n$/, '') })
  } catch {
    return refuse(say('refused.file', { value }))
  }
}

async function change(
  tx: Tx,
  { say }: Terminal,
  given: Given,
  key: Buffer,
): Promise<Outcome<boolean, string>> {
  const [server, sender, password] = [serverIn(given, say), senderIn(given, say), passwordIn(given, say)]
  if (!server.ok) return server
  if (!sender.ok) return sender
  if (!password.ok) return password
  const before = await chosenServer(tx)
  const typed = { ...typedOf(before), ...server.value, ...sender.value, ...password.value }
  const changed = await changeMailServer(tx, null, { key, version: before.version, typed })
  if (changed.ok) return changed
  const { refusal } = changed
  if (refusal.code !== 'unfit') return refuse(refusal.code)
  const problems = Object.values(refusal.problems)
  return refuse(problems.map((code) => say(`mail-server.problem.${code}`)).join('\n'))
}

async function holds(db: Database, { say }: Terminal, config: Config) {
  const { host, port, isTls, user, senderName, senderAddress } = await chosenServer(db)
  const chosen =
    host && `${isTls ? 'smtps' : 'smtp'}://${user ? `${encodeURIComponent(user)}@` : ''}${host}:${port}`
  const server = config.smtpUrl === null ? chosen : 'SMTP_URL'
  const sender =
    config.mailFrom === null ? senderAddress && `${senderName} <${senderAddress}>`.trim() : 'MAIL_FROM'
  const line = (name: string, value: string | null) =>
    say('settings.number', { name, value: value ?? say('settings.none') })
  return done({ lines: [line('server', server), line('sender', sender)], json: { server, sender } })
}

/** `vestibule mail server` */
export const mailServer: Command = {
  name: 'mail server',
  takes: [],
  options: {
    server: { value: 'URL' },
    'password-file': { value: 'FILE' },
    sender: { value: 'SENDER' },
    json: {},
    demo: {},
  },
  about: 'about.mail-server',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db, config) => {
      const changed = await transact(db, (tx) =>
        change(tx, terminal, given, readOrMakeSecret(secretFileOf(config))),
      )
      if (!changed.ok) {
        terminal.err(changed.refusal)
        return 1
      }
      return print({ terminal, given }, await holds(db, terminal, config))
    }),
}
