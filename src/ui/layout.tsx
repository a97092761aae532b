import type { Child } from '#jsx'

/** Two columns: what one came for, and beside it (below on a phone) what helps. */
export function Split({
  aside,
  label,
  children,
}: {
  aside: Child
  label?: string | undefined
  children?: Child
}) {
  return (
    <div class="split">
      <div class="split-main">{children}</div>
      <aside class="split-aside" aria-label={label}>
        {aside}
      </aside>
    </div>
  )
}

/** Things under each other with even space. */
export function Stack({ tight, children }: { tight?: boolean | undefined; children?: Child }) {
  return <div class={tight ? 'stack tight' : 'stack'}>{children}</div>
}

/** Things beside each other that wrap when there is no room. */
export function Cluster({ spread, children }: { spread?: boolean | undefined; children?: Child }) {
  return <div class={spread ? 'cluster spread' : 'cluster'}>{children}</div>
}

/** Cards side by side, as many as there is room for. */
export function Grid({ children }: { children?: Child }) {
  return <div class="grid-of-cards">{children}</div>
}

/** Plain text of the product, kept to a line length that reads well. */
export function Prose({ children }: { children?: Child }) {
  return <div class="prose">{children}</div>
}

/** A quiet sentence beside or under the main one. */
export function Muted({ children }: { children?: Child }) {
  return <p class="muted">{children}</p>
}
