import { type HeldRole, sayHeld } from '../../accounts/index.ts'
import { ownAccessPath } from '../../paths/access.ts'
import { smartAccountsPath } from '../../paths/accounts.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { LinkButton, Notice } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** Tells somebody that what they hold gives nothing for now, and who can change that; nothing when all of it does. */
export function SuspendedNotice({ reader, roles }: { reader: Reader; roles: readonly HeldRole[] }) {
  const [first] = roles
  if (!first) return null
  const t = words.for(reader)
  const { accountName, identifier, role, endsAt, place } = first
  const places = place.length === 0 ? [] : [place.join(' / ')]
  return (
    <Notice
      kind="warning"
      still
      title={t('home.suspended', { n: roles.length })}
      actions={
        <LinkButton small href={roles.length === 1 ? ownAccessPath.to(identifier) : smartAccountsPath.to()}>
          {t('home.suspended-go')}
        </LinkButton>
      }
    >
      {roles.length === 1
        ? t('home.suspended-one', { account: accountName, held: sayHeld(reader, { role, endsAt, places }) })
        : t('home.suspended-many')}
    </Notice>
  )
}
