import { Icon } from './icon.tsx'
import { safeHref } from './safe-href.ts'
import { unbroken } from './unbroken.ts'

/** A step on the way to this page; the last one is this page and needs no address. */
export type Crumb = { label: string; href?: string | undefined }

/** The way to this page, on a phone only the step back; `label` names it for screen readers. */
export function Breadcrumb({ items, label }: { items: readonly Crumb[]; label: string }) {
  return (
    <nav aria-label={label} class="breadcrumb">
      <ol>
        {items.map((item, index) => (
          <li>
            {index > 0 && <Icon name="chevron-right" size={16} />}
            {index === items.length - 2 && (
              <span class="back">
                <Icon name="chevron-left" size={16} />
              </span>
            )}
            {item.href === undefined ? (
              <span aria-current="page">{unbroken(item.label)}</span>
            ) : (
              <a href={safeHref(item.href)}>{unbroken(item.label)}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
