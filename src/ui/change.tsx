import type { Child } from '#jsx'
import type { Reader } from '../platform/i18n/reader.ts'
import { Icon } from './icon.tsx'
import { words } from './messages/index.ts'

/** What would change, in words: how it is now, and how it would be after. */
export function Change({ reader, now, after }: { reader: Reader; now: Child; after: Child }) {
  const t = words.for(reader)
  return (
    <dl class="change">
      <div>
        <dt>{t('change.now')}</dt>
        <dd>{now}</dd>
      </div>
      <Icon name="arrow-right" />
      <div class="after">
        <dt>{t('change.after')}</dt>
        <dd>{after}</dd>
      </div>
    </dl>
  )
}
