import type { Child } from '#jsx'
import { unbroken } from './unbroken.ts'

/** A word and what it stands for; `help` is a quiet line under the value. */
export type Fact = { label: Child; value: Child; help?: Child }

/** Facts as a list of words and values; `stacked` puts the value under its word, for narrow places. */
export function Facts({ items, stacked }: { items: readonly Fact[]; stacked?: boolean | undefined }) {
  return (
    <dl class={stacked ? 'facts stacked' : 'facts'}>
      {items.map(({ label, value, help }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {unbroken(value)}
            {help !== undefined && <p class="muted">{help}</p>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
