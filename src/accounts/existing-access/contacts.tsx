import { contactPath } from '../../paths/conversation.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Items, LinkButton, Section } from '../../ui/index.ts'
import { listed } from '../held.ts'
import { words } from '../messages/index.ts'
import type { AccountContact } from './contacts.query.ts'

/** Who administers the accounts one has a role in: names, a form that passes a message on, or how many. */
export function Contacts(props: {
  reader: Reader
  contacts: readonly AccountContact[]
  title?: string | undefined
}) {
  const { reader, contacts } = props
  const t = words.for(reader)
  if (contacts.length === 0) return null
  return (
    <Section title={props.title ?? t('contacts.title')}>
      <Items
        items={contacts.map((contact) => ({
          title: contact.accountName,
          text: sayContact(reader, contact),
          meta: contact.identifier,
          action: contact.show === 'RELAY' && (
            <LinkButton
              small
              icon="mail"
              href={contactPath.to(contact.identifier)}
              label={t('contacts.write-to', { account: contact.accountName })}
            >
              {t('contacts.write')}
            </LinkButton>
          ),
        }))}
      />
    </Section>
  )
}

function sayContact(reader: Reader, { show, names, count }: AccountContact): string {
  const t = words.for(reader)
  if (show !== 'NAMES' || names.length === 0) return t('contacts.count', { n: count })
  const shown = listed(reader, names)
  return count > names.length ? t('contacts.names-more', { names: shown, n: count - names.length }) : shown
}
