import type { Child } from '#jsx'
import type { Tone } from './badge.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { unbroken } from './unbroken.ts'

/** Something that happened (or is next): the whole sentence, when, and what was said with it. */
export type TimelineItem = {
  what: Child
  when?: Child
  /** Who it was, when the sentence does not say it; shown before it in bold. */
  who?: Child
  note?: Child
  tone?: Tone | undefined
  icon?: IconName | undefined
  /** Not yet happened: drawn open. */
  next?: boolean | undefined
}

/** What happened in order, the newest last. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string | undefined }) {
  return (
    <ol class="timeline" aria-label={label}>
      {items.map((item) => (
        <li class={item.next ? 'next' : undefined}>
          <span class={`timeline-dot tone-${item.tone ?? 'neutral'}`}>
            {item.icon && <Icon name={item.icon} size={16} />}
          </span>
          <div class="timeline-words">
            <p class="timeline-what">
              {item.who !== undefined && <b>{item.who} </b>}
              {unbroken(item.what)}
            </p>
            {item.when !== undefined && <p class="timeline-when">{item.when}</p>}
            {item.note !== undefined && <div class="timeline-note">{item.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
