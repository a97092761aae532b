import { safeHref } from './safe-href.ts'

/** A place beside this one: a tab, or a filter with its count. */
export type Place = {
  label: string
  href: string
  current?: boolean | undefined
  count?: number | string | undefined
}

/** Pages side by side, as tabs that are plain links; `label` names the set, `many` lets it take a second line. */
export function Tabs(props: { items: readonly Place[]; label: string; many?: boolean | undefined }) {
  const { items, label, many } = props
  return (
    <nav class={many ? 'tabs many' : 'tabs'} aria-label={label}>
      <Places items={items} />
    </nav>
  )
}

/** The same list seen through several filters, each with its count. */
export function FilterLinks({ items, label }: { items: readonly Place[]; label: string }) {
  return (
    <nav class="filters" aria-label={label}>
      <Places items={items} />
    </nav>
  )
}

function Places({ items }: { items: readonly Place[] }) {
  return (
    <ul>
      {items.map(({ label, href, current, count }) => (
        <li>
          <a href={safeHref(href)} aria-current={current ? 'page' : undefined}>
            {label}
            {count !== undefined && (
              <>
                {' '}
                <span class="place-count">{count}</span>
              </>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}
