import type { AccountId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Announcements, MailOrder } from '../../platform/mailer/index.ts'
import { type Contact, contactOf } from './edit.store.ts'

/** Who is told about an account's properties: the contact, who is asked whether they are one. */
export const propertyAnnouncements: Announcements = {
  'account.contact-changed': async (tx, { account, facts }) => {
    const contact = facts['newAddress'] === true ? await contactOf(tx, account as AccountId) : undefined
    return contact && !contact.confirmedAt ? [toContact(contact, 'account.contact-asked')] : []
  },
}

function toContact({ address, locale, accountId }: Contact, kind: string): MailOrder {
  return { kind, personId: null, address, locale, payload: { accountId } }
}

/** A mail of this kind to the account's contact; none as long as nobody at that address has confirmed it. */
export async function contactToTell(tx: Tx, account: AccountId, kind: string): Promise<MailOrder[]> {
  const contact = await contactOf(tx, account)
  return contact?.confirmedAt ? [toContact(contact, kind)] : []
}
