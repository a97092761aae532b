import { TryLater } from '../jobs/index.ts'
import type { Platform } from '../platform.ts'
import { unseal } from '../seal.ts'
import { type ChosenServer, chosenServer } from './mail-server.store.ts'
import { type MailServer, mailServerOf } from './mail-server.ts'
import { mailboxTransport } from './mailbox.store.ts'
import { senderOf } from './sender.ts'
import { lockedServer } from './settle.store.ts'
import { smtp, type Transport } from './transport.ts'

/** What the password of a mail server is sealed for. */
export const mailPassword = 'mail server'

/** The way that mail leaves by at this moment. */
export type Way = {
  /** The one that holds with what operators chose; null: none, mail waits. */
  by(chosen: ChosenServer): Transport | null
  close(): void
}

type Desk = Pick<Platform, 'config' | 'db' | 'key' | 'publicUrl' | 'settings'>

/** Whether mail leaves: SMTP_URL, or what operators chose, or in the demo. */
export async function mailLeaves({ config, db }: Pick<Desk, 'config' | 'db'>): Promise<boolean> {
  return config.smtpUrl !== null || config.demo || (await chosenServer(db)).host !== null
}

/**
 * The way of SMTP_URL, else of the server that operators chose, in the demo of its mailbox. What they choose holds from
 * the next mail on, in every process.
 */
export function wayOut(desk: Desk): Way {
  let open: { readonly version: number; readonly transport: Transport | null } | undefined
  return {
    by(chosen) {
      if (open?.version === chosen.version) return open.transport
      const before = open
      open = { version: chosen.version, transport: transportOf(desk, chosen) }
      before?.transport?.close()
      return open.transport
    },
    close: () => open?.transport?.close(),
  }
}

function transportOf(desk: Desk, chosen: ChosenServer): Transport | null {
  const sender = { name: chosen.senderName, address: chosen.senderAddress ?? '' }
  const from = senderOf({ ...desk, settings: { ...desk.settings, sender } })
  const server = serverNow(desk, chosen)
  if (server) return smtp(server, from)
  return desk.config.demo ? mailboxTransport(desk.db, from) : null
}

function serverNow({ config, key }: Desk, chosen: ChosenServer): MailServer | null {
  if (config.smtpUrl !== null) return mailServerOf(config.smtpUrl)
  const { host, port, isTls, user, password } = chosen
  if (host === null || port === null) return null
  if (password === null) return { host, port, isTls, user, password }
  const opened = unseal(key, mailPassword, password)
  if (opened === undefined) throw new TryLater(lockedServer, 300, { tried: false })
  return { host, port, isTls, user, password: opened }
}
