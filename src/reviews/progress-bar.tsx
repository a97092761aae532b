import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

/** How far a review has come, as a bar and in words. */
export function ProgressBar(props: { reader: Reader; answered: number; total: number }) {
  const { reader, answered, total } = props
  const t = words.for(reader)
  return (
    <p class="progress">
      <progress max={Math.max(total, 1)} value={answered} aria-label={t('progress.label')}></progress>
      <span>{t('progress.text', { answered, total })}</span>
    </p>
  )
}
