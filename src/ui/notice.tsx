import type { Child } from '#jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** What a notice is about: news, something that worked, something to mind, something that went wrong. */
export type NoticeKind = 'info' | 'success' | 'warning' | 'danger'

const icons: Record<NoticeKind, IconName> = {
  info: 'info',
  success: 'circle-check',
  warning: 'triangle-alert',
  danger: 'circle-alert',
}

/** A short message above or in the page; `danger` is read out at once, `still` is never read out by itself. */
export function Notice(props: {
  kind: NoticeKind
  title?: string | undefined
  /** Part of the page from the start, rather than news about it. */
  still?: boolean | undefined
  /** Stays when the page is fetched anew, which no longer has it. */
  keep?: boolean | undefined
  actions?: Child
  children?: Child
}) {
  const role = props.kind === 'danger' ? 'alert' : 'status'
  return (
    <div
      class={`notice ${props.kind}${props.still ? ' still' : ''}`}
      role={props.still ? undefined : role}
      id={props.keep ? 'flash' : undefined}
      data-keep={props.keep ? '' : undefined}
    >
      <Icon name={icons[props.kind]} />
      <div>
        {props.title && <p class="notice-title">{props.title}</p>}
        {props.children !== undefined && <div class="notice-text">{props.children}</div>}
        {props.actions !== undefined && <div class="actions">{props.actions}</div>}
      </div>
    </div>
  )
}
