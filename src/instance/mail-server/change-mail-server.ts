import { record } from '../../event-log/index.ts'
import { installation } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  type ChosenServer,
  lockChosenServer,
  mailPassword,
  wakeWaiting,
  writeChosenServer,
} from '../../platform/mailer/index.ts'
import { seal } from '../../platform/seal.ts'
import type { Changer } from '../general/change-general.ts'
import {
  type MailServerProblems,
  type ReadMailServer,
  readMailServer,
  type TypedMailServer,
} from './read-mail-server.ts'

/** Why the mail server was not changed. */
export type MailServerRefusal =
  | { readonly code: 'unfit'; readonly problems: MailServerProblems }
  | { readonly code: 'stale-version' | 'recent-sign-in-needed' }

const where = ['host', 'port', 'isTls', 'user'] as const
const sender = ['senderName', 'senderAddress'] as const

/**
 * Chooses the mail server and who mails are from, and lets what waited leave at once. It takes a password that was typed
 * lately: links by which people sign in leave by this server. A password that is kept is sent nowhere else than where it
 * was typed for. Gives whether anything has changed.
 */
export async function changeMailServer(
  tx: Tx,
  by: Changer,
  {
    key,
    version,
    typed,
  }: { readonly key: Buffer; readonly version: number; readonly typed: TypedMailServer },
): Promise<Outcome<boolean, MailServerRefusal>> {
  const { read, problems } = readMailServer(typed)
  const before = await lockChosenServer(tx)
  if (before.version !== version) return refuse({ code: 'stale-version' })
  const all = { ...passwordProblems(before, read), ...problems }
  if (Object.keys(all).length > 0) return refuse({ code: 'unfit', problems: all })
  const changed = changeOf(before, read)
  if (changed === null) return done(false)
  if (by?.typedPassword === false) return refuse({ code: 'recent-sign-in-needed' })
  await writeChosenServer(tx, { ...read, password: sealed(key, before, read) })
  await wakeWaiting(tx)
  const facts = { changed, host: read.host, port: read.port, tls: read.isTls }
  const type = 'installation.mail-server-changed'
  await record(tx, { type, account: installation, actor: by?.personId ?? null, facts })
  return done(true)
}

function changeOf(before: ChosenServer, read: ReadMailServer): 'SERVER' | 'SENDER' | null {
  if (read.password !== null || where.some((field) => before[field] !== read[field])) return 'SERVER'
  return sender.some((field) => before[field] !== read[field]) ? 'SENDER' : null
}

function passwordProblems(before: ChosenServer, read: ReadMailServer): MailServerProblems {
  if (read.user === null) return read.password === null ? {} : { user: 'user-unfit' }
  if (read.password !== null) return {}
  if (before.password === null) return { password: 'password-missing' }
  return where.some((field) => before[field] !== read[field]) ? { password: 'password-again' } : {}
}

function sealed(key: Buffer, before: ChosenServer, read: ReadMailServer): string | null {
  if (read.user === null) return null
  return read.password === null ? before.password : seal(key, mailPassword, read.password)
}
