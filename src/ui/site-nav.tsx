import { openChangesPath } from '../paths/account-changes.ts'
import { accountsPath } from '../paths/accounts.ts'
import { queuePath } from '../paths/decisions.ts'
import { deskPath } from '../paths/support-cases.ts'
import { Counter } from './badge.tsx'
import type { Frame, FramePerson } from './frame.ts'
import { words } from './messages/index.ts'
import { safeHref } from './safe-href.ts'

type Entry = {
  href: string
  label: string
  count?: { n: number; label: string }
  /** What belongs to it and does not stand below it. */
  also?: string
}

function entries(frame: Frame): Entry[] {
  const t = words.for(frame.reader)
  const { person } = frame
  if (!person) return []
  const n = person.toDecide
  const count = { n, label: n > 99 ? t('nav.to-decide-many') : t('nav.to-decide-count', { n }) }
  return [
    { href: '/', label: t('nav.home') },
    ...(person.canDecide ? [{ href: queuePath.to(), label: t('nav.to-decide'), count }] : []),
    ...(person.isSupport
      ? [
          {
            href: deskPath.to(),
            label: t('nav.desk'),
            count: toAnswer(frame, person),
            ...changes(!person.isOperator),
          },
        ]
      : []),
    ...(person.manages ? [{ href: accountsPath.to(), label: t('nav.manage') }] : []),
    ...(person.isOperator ? [{ href: '/operator', label: t('nav.operator'), ...changes(true) }] : []),
  ]
}

// Operators have them among their pages, others of support beside the desk.
const changes = (here: boolean) => (here ? { also: openChangesPath.to() } : {})

function toAnswer(frame: Frame, { toAnswer: n }: FramePerson) {
  const t = words.for(frame.reader)
  return { n, label: n > 99 ? t('nav.desk-many') : t('nav.desk-count', { n }) }
}

/** Where one can go from every page when signed in; the place one is in is marked. */
export function SiteNav({ frame, label }: { frame: Frame; label: string }) {
  const here = frame.path.split(/[?#]/)[0] ?? '/'
  const places = entries(frame)
  if (places.length === 0) return null
  return (
    <nav aria-label={label}>
      <ul class="site-nav">
        {places.map(({ href, label: name, count, also }) => (
          <li>
            <a href={safeHref(href)} aria-current={here === also ? 'true' : currentness(here, href)}>
              {name}
              {count && <Counter {...count} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function currentness(here: string, href: string): 'page' | 'true' | undefined {
  if (here === href) return 'page'
  return href !== '/' && here.startsWith(`${href}/`) ? 'true' : undefined
}
