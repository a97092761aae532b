import type { Child } from '#jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { safeHref } from './safe-href.ts'

/** A way to go on, with a line that says what one finds there. */
export type Entry = { label: string; href: string; help: Child; icon?: IconName | undefined }

/** Ways to go on, each with a line of help. */
export function Entries({ items }: { items: readonly Entry[] }) {
  return (
    <ul class="entries">
      {items.map(({ label, href, help, icon }) => (
        <li>
          {icon && <Icon name={icon} />}
          <div>
            <a href={safeHref(href)}>{label}</a>
            <p class="muted">{help}</p>
          </div>
          <Icon name="chevron-right" size={16} />
        </li>
      ))}
    </ul>
  )
}
