import { bellPath } from '../paths/instance.ts'
import { signInPath, signUpPath } from '../paths/people.ts'
import { languageNames } from '../platform/i18n/reader.ts'
import { AccountBar } from './account-bar.tsx'
import { LinkButton } from './button.tsx'
import { Counter } from './badge.tsx'
import type { Frame } from './frame.ts'
import { Icon } from './icon.tsx'
import { LanguageForm } from './language-form.tsx'
import { Mark } from './mark.tsx'
import { Menu } from './menu.tsx'
import { words } from './messages/index.ts'
import { ProfilePanel } from './profile-menu.tsx'
import { SiteNav } from './site-nav.tsx'
import { ThemeForm } from './theme-form.tsx'

/** The bar on top of every page; on a phone all but the name folds into one menu. */
export function Header({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <header class="site-header" id="site-header">
      <div class="bar">
        <a class="brand" href="/">
          <Mark />
          <span>{frame.installationName}</span>
        </a>
        <div class="on-wide">
          <SiteNav frame={frame} label={t('nav.main')} />
          <WideTools frame={frame} />
        </div>
        <div class="on-narrow">
          <Bell frame={frame} />
          <NarrowMenu frame={frame} />
        </div>
      </div>
      {frame.account && <AccountBar frame={frame} account={frame.account} />}
    </header>
  )
}

function WideTools({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  const { person, reader } = frame
  const language = languageNames[reader.locale]
  return (
    <div class="bar-tools">
      <Bell frame={frame} />
      <Menu label={t('language.choose')} summary={<Summary icon="globe">{language}</Summary>}>
        <p class="menu-label">{t('language.choose')}</p>
        <LanguageForm frame={frame} />
      </Menu>
      {person ? (
        <Menu
          class="profile"
          label={person.name}
          summary={<Summary avatar={person.initials}>{t('profile.menu')}</Summary>}
        >
          <ProfilePanel frame={frame} person={person} />
        </Menu>
      ) : (
        <SignedOut frame={frame} />
      )}
    </div>
  )
}

/** The bell, with how many of its entries were not read. */
function Bell({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  if (!frame.person) return null
  const n = frame.person.unread
  const here = frame.path.split('?')[0] === bellPath.to() ? 'page' : undefined
  return (
    <a class="bell" href={bellPath.to()} aria-current={here} title={t('nav.bell')}>
      <Icon name="bell" />
      <span class="unseen">{t('nav.bell')}</span>
      <Counter n={n} label={n > 99 ? t('nav.unread-many') : t('nav.unread-count', { n })} />
    </a>
  )
}

function Summary(props: { icon?: 'globe' | 'menu'; avatar?: string; children?: string }) {
  return (
    <>
      {props.icon && <Icon name={props.icon} />}
      {props.avatar && (
        <span class="avatar" aria-hidden="true">
          {props.avatar}
        </span>
      )}
      <span>{props.children}</span>
      <Icon name="chevron-down" size={16} />
    </>
  )
}

function SignedOut({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <>
      <LinkButton href={signUpPath.to()} variant="quiet">
        {t('nav.sign-up')}
      </LinkButton>
      <LinkButton href={signInPath.to()} variant="secondary">
        {t('nav.sign-in')}
      </LinkButton>
    </>
  )
}

function NarrowMenu({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  const { person } = frame
  const n = person?.canDecide ? person.toDecide : 0
  const waiting = n > 99 ? t('nav.to-decide-many') : t('nav.to-decide-count', { n })
  return (
    <details class="menu" data-menu="">
      <summary class="menu-summary">
        <Icon name="menu" />
        {t('nav.menu')}
        <Counter n={n} label={waiting} />
      </summary>
      <div class="menu-panel">
        <SiteNav frame={frame} label={t('nav.main')} />
        {person ? <ProfilePanel frame={frame} person={person} /> : <NarrowSignedOut frame={frame} />}
        <p class="menu-label">{t('language.choose')}</p>
        <LanguageForm frame={frame} />
      </div>
    </details>
  )
}

function NarrowSignedOut({ frame }: { frame: Frame }) {
  return (
    <>
      <div class="menu-start">
        <SignedOut frame={frame} />
      </div>
      <ThemeForm frame={frame} />
    </>
  )
}
