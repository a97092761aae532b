import type { Child } from '#jsx'
import type { Reader } from '../platform/i18n/reader.ts'
import { Icon } from './icon.tsx'
import { words } from './messages/index.ts'
import { safeHref } from './safe-href.ts'

/** The way to the page before and the page after; nothing when there is neither. */
export function Pager(props: {
  reader: Reader
  previous?: string | undefined
  next?: string | undefined
  /** What is shown now, as a sentence. */
  summary?: Child
}) {
  const { previous, next } = props
  if (previous === undefined && next === undefined && props.summary === undefined) return null
  const t = words.for(props.reader)
  return (
    <nav class="pager" aria-label={t('pager.name')}>
      {previous !== undefined && (
        <a class="button secondary small" rel="prev" href={safeHref(previous)}>
          <Icon name="chevron-left" size={16} />
          {t('pager.previous')}
        </a>
      )}
      {props.summary !== undefined && <p class="muted">{props.summary}</p>}
      {next !== undefined && (
        <a class="button secondary small" rel="next" href={safeHref(next)}>
          {t('pager.next')}
          <Icon name="chevron-right" size={16} />
        </a>
      )}
    </nav>
  )
}
