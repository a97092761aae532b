import { WrongConfiguration } from '../config/index.ts'
import type { Platform } from '../platform.ts'
import { type Mailbox, readMailbox } from './transport.ts'

/** What says who our mails are from. */
export type SenderDesk = Pick<Platform, 'config' | 'publicUrl' | 'settings'>

/** Who our mails are from: MAIL_FROM, else what operators chose, else an address at the host of PUBLIC_URL that nobody reads. */
export function senderOf({ config, publicUrl, settings }: SenderDesk): Mailbox {
  if (config.mailFrom === null) {
    const { name, address } = settings.sender
    return { name: name || settings.name, address: address || `no-reply@${mailHostOf(publicUrl)}` }
  }
  const mailbox = readMailbox(config.mailFrom)
  if (!mailbox)
    throw new WrongConfiguration('MAIL_FROM must be an address, or a name and an address in angle brackets.')
  return mailbox
}

function mailHostOf(publicUrl: string): string {
  const { hostname } = new URL(publicUrl)
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname) ? 'localhost' : hostname
}

/** The part of a sender's address after the @. */
export function hostOf({ address }: Mailbox): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** Whether no mail leaves, because nobody has named a mail server. */
export function mailWaits({ config, settings }: Pick<Platform, 'config' | 'settings'>): boolean {
  return config.smtpUrl === null && !config.demo && !settings.hasMailServer
}
