import { WrongConfiguration } from '../config/index.ts'
import type { Platform } from '../platform.ts'
import { type Mailbox, readMailbox } from './transport.ts'

/** Who our mails are from: MAIL_FROM, or an address at the host of PUBLIC_URL that nobody reads. */
export function senderOf(platform: Pick<Platform, 'config' | 'publicUrl' | 'settings'>): Mailbox {
  const { mailFrom } = platform.config
  const host = new URL(platform.publicUrl).hostname
  const fallback = {
    name: platform.settings.name,
    address: `no-reply@${host.startsWith('[') || /^[\d.]+$/.test(host) ? 'localhost' : host}`,
  }
  const mailbox = mailFrom === null ? fallback : readMailbox(mailFrom)
  if (!mailbox)
    throw new WrongConfiguration('MAIL_FROM must be an address, or a name and an address in angle brackets.')
  return mailbox
}

/** The part of a sender's address after the @. */
export function hostOf({ address }: Mailbox): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
