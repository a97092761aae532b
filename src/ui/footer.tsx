import { learnPath } from '../paths/accounts.ts'
import { mailboxPath } from '../paths/instance.ts'
import type { Frame } from './frame.ts'
import { words } from './messages/index.ts'
import { safeHref } from './safe-href.ts'

/** The foot of every page: the guides, the way to support, the installation's own links, its name and its version. */
export function Footer({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  const links = [
    { label: t('footer.guides'), href: learnPath.to() },
    { label: t('footer.open-case'), href: frame.openCaseHref },
    ...frame.footerLinks,
    ...(frame.demo ? [{ label: t('footer.mailbox'), href: mailboxPath.to() }] : []),
  ]
  return (
    <footer class="site-footer">
      <div class="bar">
        {links.length > 0 && (
          <nav aria-label={t('nav.footer')}>
            <ul>
              {links.map(({ label, href }) => (
                <li>
                  <a href={safeHref(href)}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p>
          <span>{frame.installationName}</span>
          <span>{t('footer.version', { version: frame.version })}</span>
        </p>
      </div>
    </footer>
  )
}
