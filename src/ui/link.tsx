import type { Child } from '#jsx'
import { safeHref } from './safe-href.ts'
import { unbroken } from './unbroken.ts'

/** A link in a text or a table; `shortcut` lets the queue's key of that letter open it. */
export function Link(props: {
  href: string
  children?: Child
  quiet?: boolean | undefined
  current?: boolean | undefined
  lang?: string | undefined
  shortcut?: 'a' | 'd' | 'o' | undefined
  download?: boolean | undefined
}) {
  return (
    <a
      href={safeHref(props.href)}
      class={props.quiet ? 'quiet-link' : undefined}
      aria-current={props.current ? 'page' : undefined}
      lang={props.lang}
      hreflang={props.lang}
      data-key={props.shortcut}
      download={props.download ? '' : undefined}
    >
      {unbroken(props.children)}
    </a>
  )
}
