import type { Child } from '#jsx'

/** Lines for a terminal or a program, as they are; `label` says what they are. */
export function Code({ label, children }: { label: string; children: Child }) {
  return (
    <pre class="code" tabindex={0} role="region" aria-label={label}>
      <code>{children}</code>
    </pre>
  )
}
