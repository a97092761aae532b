import { accountsPath, openAccountPath } from '../paths/accounts.ts'
import { Button } from './button.tsx'
import type { Frame, FrameAccount } from './frame.ts'
import { Icon } from './icon.tsx'
import { Identifier } from './identifier.tsx'
import { Menu } from './menu.tsx'
import { words } from './messages/index.ts'

/** Which account a page is about, below the header; for whoever manages several, the way to the others. */
export function AccountBar({ frame, account }: { frame: Frame; account: FrameAccount }) {
  const t = words.for(frame.reader)
  const here = (
    <>
      <Icon name="building-2" size={16} />
      <span>
        <span class="account-kind">{t('account.kind')}</span> <b>{account.name}</b>
      </span>
    </>
  )
  return (
    <div class="account-bar">
      <div class="bar">
        {account.others.length === 0 ? (
          <p class="account-here">{here}</p>
        ) : (
          <Menu
            class="accounts"
            label={t('account.choose')}
            summary={
              <>
                {here}
                <Icon name="chevron-down" size={16} />
              </>
            }
          >
            <Choices frame={frame} account={account} />
          </Menu>
        )}
        <span class="muted">
          <Identifier value={account.identifier} />
        </span>
      </div>
    </div>
  )
}

function Choices({ frame, account }: { frame: Frame; account: FrameAccount }) {
  const t = words.for(frame.reader)
  return (
    <>
      <form method="get" action={accountsPath.to()} class="account-find" role="search">
        <input class="input" type="search" name="find" maxlength={100} aria-label={t('account.find')} />
        <Button small>{t('account.find-press')}</Button>
      </form>
      <p class="menu-label">{t('account.others')}</p>
      <ul class="menu-list">
        {account.others.map(({ name, identifier }) => (
          <li>
            <a class="menu-item" href={openAccountPath.to(identifier, account.tab)}>
              <span>{name === '' ? <Identifier value={identifier} /> : name}</span>
              {name !== '' && (
                <small class="muted">
                  <Identifier value={identifier} />
                </small>
              )}
            </a>
          </li>
        ))}
        <li class="menu-end">
          <a class="menu-item" href={accountsPath.to()}>
            <span>{account.hasMore ? t('account.all-more') : t('account.all')}</span>
          </a>
        </li>
      </ul>
    </>
  )
}
