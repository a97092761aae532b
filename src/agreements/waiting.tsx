import { accountAgreementsPath } from '../paths/accounts.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { Badge, Items, LinkButton, Section } from '../ui/index.ts'
import type { AccountToAccept } from './due.query.ts'
import { words } from './messages/index.ts'

/** The accounts whose agreements wait for somebody, for their home page; nothing when none does. */
export function AgreementsPart(props: { reader: Reader; accounts: readonly AccountToAccept[] }) {
  const { reader, accounts } = props
  if (accounts.length === 0) return null
  const t = words.for(reader)
  return (
    <Section title={t('home.title')} lead={t('home.lead')}>
      <Items
        items={accounts.map(({ identifier, name, isDue }) => ({
          title: name,
          meta: identifier,
          state: isDue && <Badge tone="amber">{t('home.due')}</Badge>,
          action: (
            <LinkButton
              small
              href={accountAgreementsPath.to(identifier)}
              label={t('home.open-label', { account: name })}
            >
              {t('home.open')}
            </LinkButton>
          ),
        }))}
      />
    </Section>
  )
}
