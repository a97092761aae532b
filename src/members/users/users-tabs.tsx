import type { SeenAccount } from '../../accounts/index.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { accountRolesPath } from '../../paths/custom-roles.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Tabs } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** The two pages about people and what they may do, side by side. */
export function UsersTabs(props: {
  readonly reader: Reader
  readonly seen: SeenAccount
  readonly current: 'users' | 'roles'
}) {
  const { reader, seen, current } = props
  const t = words.for(reader)
  const { identifier } = seen.account
  return (
    <Tabs
      label={t('users.tabs')}
      items={[
        { label: t('users.title'), href: accountUsersPath.to(identifier), current: current === 'users' },
        { label: t('users.roles'), href: accountRolesPath.to(identifier), current: current === 'roles' },
      ]}
    />
  )
}
