import type { Child } from '#jsx'

/** Pictures beside each other where there is room; the first takes a whole line. */
export function Charts({ children }: { children?: Child }) {
  return <div class="charts">{children}</div>
}
