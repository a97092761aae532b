import { applicationPath, applicationsPath } from '../../paths/new-accounts.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Identifier, Items, Link, Section, StatusChip, type StatusKind, Time } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { AskedAccount } from './applications.query.ts'

const kinds: Readonly<Record<AskedAccount['status'], StatusKind>> = {
  CHECKING: 'pending',
  ACTION_NEEDED: 'info',
  AWAITING_NOMINEE: 'pending',
  ACTIVE: 'approved',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
}

/** The new accounts one asked for, beside one’s requests; nothing while there are none. */
export function AskedAccounts({ reader, accounts }: { reader: Reader; accounts: readonly AskedAccount[] }) {
  if (accounts.length === 0) return null
  const t = words.for(reader)
  return (
    <Section
      title={t('mine.accounts')}
      action={<Link href={applicationsPath.to()}>{t('mine.accounts.all')}</Link>}
    >
      <Items
        items={accounts.map(({ id, name, identifier, status, submittedAt }) => ({
          title: <Link href={applicationPath.to(id)}>{name}</Link>,
          text: <Identifier value={identifier} />,
          state: <StatusChip kind={kinds[status]} label={t(`mine.accounts.${status}`)} />,
          meta: <Time reader={reader} at={new Date(submittedAt)} />,
        }))}
      />
    </Section>
  )
}
