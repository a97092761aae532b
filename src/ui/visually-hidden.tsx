import type { Child } from 'hono/jsx'

/** Words that only screen readers get. */
export function VisuallyHidden({ children }: { children?: Child }) {
  return <span class="unseen">{children}</span>
}
