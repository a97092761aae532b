import type { Child } from '#jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** What a list says when it is empty: why, and what to do. */
export function EmptyState(props: {
  title: string
  icon?: IconName | undefined
  action?: Child
  children?: Child
}) {
  return (
    <div class="empty-state">
      {props.icon && <Icon name={props.icon} size={24} />}
      <p class="empty-title">{props.title}</p>
      {props.children !== undefined && <div class="muted">{props.children}</div>}
      {props.action !== undefined && <div class="actions">{props.action}</div>}
    </div>
  )
}
