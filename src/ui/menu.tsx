import type { Child } from '#jsx'

/** A folded menu that opens without scripts; `summary` is what is seen of it, `label` what screen readers get beside. */
export function Menu(props: { label: string; summary: Child; class?: string | undefined; children?: Child }) {
  return (
    <details class={`menu ${props.class ?? ''}`.trim()} data-menu="">
      <summary class="menu-summary">
        {props.summary}
        <span class="unseen">{props.label}</span>
      </summary>
      <div class="menu-panel">{props.children}</div>
    </details>
  )
}
