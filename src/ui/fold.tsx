import type { Child } from '#jsx'
import { Icon } from './icon.tsx'
import { unbroken } from './unbroken.ts'

/** A part that is folded away until somebody opens it. */
export function Fold(props: {
  summary: Child
  open?: boolean | undefined
  /** The summary is a sentence of its own, and looks like one. */
  quiet?: boolean | undefined
  id?: string | undefined
  children?: Child
}) {
  return (
    <details class={props.quiet ? 'fold quiet' : 'fold'} open={props.open} id={props.id}>
      <summary>
        <Icon name="chevron-right" size={16} />
        <span>{unbroken(props.summary)}</span>
      </summary>
      <div class="fold-body">{props.children}</div>
    </details>
  )
}
