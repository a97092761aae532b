import { smartAccountsPath } from '../../paths/accounts.ts'
import { profilePath, settingsPath } from '../../paths/people.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type Crumb, Tabs } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** The parts of Profile Management. */
export type ProfilePart = 'personal' | 'settings'

/** The menu of Profile Management: Home, Personal, Settings, Access Management. */
export function ProfileMenu({ reader, current }: { reader: Reader; current: ProfilePart }) {
  const t = words.for(reader)
  const items = [
    { label: t('profile.menu.home'), href: '/' },
    { label: t('profile.menu.personal'), href: profilePath.to(), current: current === 'personal' },
    { label: t('profile.menu.settings'), href: settingsPath.to(), current: current === 'settings' },
    { label: t('profile.menu.access'), href: smartAccountsPath.to() },
  ]
  return <Tabs items={items} label={t('profile.menu')} />
}

/** The way to a page of Profile Management that stands under one of its parts. */
export function profileCrumbs(reader: Reader, part: ProfilePart, title: string): Crumb[] {
  const t = words.for(reader)
  const top = { label: t('profile.title'), href: profilePath.to() }
  const settings = { label: t('settings.title'), href: settingsPath.to() }
  return part === 'personal' ? [top, { label: title }] : [top, settings, { label: title }]
}
