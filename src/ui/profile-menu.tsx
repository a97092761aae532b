import { myRequestsPath } from '../paths/access-requests.ts'
import { smartAccountsPath } from '../paths/accounts.ts'
import { profilePath, signOutPath } from '../paths/people.ts'
import { casesPath } from '../paths/support-cases.ts'
import { Counter } from './badge.tsx'
import type { Frame, FramePerson } from './frame.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { words } from './messages/index.ts'
import { ThemeForm } from './theme-form.tsx'

function Entry(props: { href: string; icon: IconName; label: string; count?: { n: number; label: string } }) {
  return (
    <li>
      <a class="menu-item" href={props.href}>
        <Icon name={props.icon} size={16} />
        <span>{props.label}</span>
        {props.count && <Counter {...props.count} />}
      </a>
    </li>
  )
}

/** What the profile button opens: who one is, one's own pages, the theme and the way out. */
export function ProfilePanel({ frame, person }: { frame: Frame; person: FramePerson }) {
  const t = words.for(frame.reader)
  const n = person.ownOpen
  const open = { n, label: n > 99 ? t('profile.open-many') : t('profile.open-count', { n }) }
  return (
    <>
      <p class="menu-person">
        <b>{person.name}</b>
        <bdi>{person.email}</bdi>
      </p>
      <ul class="menu-list">
        <Entry href={profilePath.to()} icon="user" label={t('profile.manage')} />
        <Entry href={smartAccountsPath.to()} icon="key-round" label={t('profile.access')} />
        <Entry
          href={myRequestsPath.to()}
          icon="inbox"
          label={t('profile.requests')}
          {...(n > 0 ? { count: open } : {})}
        />
        <Entry href={casesPath.to()} icon="life-buoy" label={t('profile.cases')} />
      </ul>
      <ThemeForm frame={frame} />
      <form method="post" action={signOutPath.to()} class="menu-end">
        <button type="submit" class="menu-item">
          <Icon name="log-out" size={16} />
          <span>{t('profile.sign-out')}</span>
        </button>
      </form>
    </>
  )
}
