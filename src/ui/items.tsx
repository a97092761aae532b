import type { Child } from '#jsx'

/** One line of a short list: its title (a link), the sentence under it, a state, and what can be done. */
export type Item = { title: Child; text?: Child; state?: Child; meta?: Child; action?: Child }

/** A short list of things that wait, each with one sentence of where it stands. */
export function Items({ items }: { items: readonly Item[] }) {
  return (
    <ul class="items">
      {items.map(({ title, text, state, meta, action }) => (
        <li>
          <div class="item-words">
            <p class="item-title">
              {title}
              {state}
            </p>
            {text !== undefined && <p class="muted">{text}</p>}
          </div>
          {meta !== undefined && <p class="item-meta">{meta}</p>}
          {action !== undefined && action !== false && <div class="actions">{action}</div>}
        </li>
      ))}
    </ul>
  )
}
