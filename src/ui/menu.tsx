import type { Child } from 'hono/jsx'

/** A folded menu that opens without scripts; `label` is its whole name, `summary` what is seen of it. */
export function Menu(props: { label: string; summary: Child; class?: string | undefined; children?: Child }) {
  return (
    <details class={`menu ${props.class ?? ''}`.trim()} data-menu="">
      <summary class="menu-summary" aria-label={props.label}>
        {props.summary}
      </summary>
      <div class="menu-panel">{props.children}</div>
    </details>
  )
}
