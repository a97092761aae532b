import type { Child } from '#jsx'

/** The colours a state may have; never the only sign of it. */
export type Tone = 'neutral' | 'accent' | 'blue' | 'green' | 'amber' | 'rust' | 'red' | 'violet'

/** A short word set apart, such as "Outside" or "First time". */
export function Badge({ tone = 'neutral', children }: { tone?: Tone | undefined; children?: Child }) {
  return <span class={`badge tone-${tone}`}>{children}</span>
}

/** A number beside a link, as "3" up to "99+"; `label` says the whole sentence. Nothing when it is 0. */
export function Counter({ n, label }: { n: number; label: string }) {
  if (n <= 0) return null
  return (
    <span class="counter">
      <span aria-hidden="true">{shownCount(n)}</span>
      <span class="unseen">{label}</span>
    </span>
  )
}

/** A counter's text: the number up to 99, then "99+". */
export function shownCount(n: number): string {
  return n > 99 ? '99+' : String(n)
}
