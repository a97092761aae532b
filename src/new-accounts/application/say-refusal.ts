import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import type { StepRefusal } from './step-refusal.ts'

/** The sentence for why a step about an application was not taken; whoever may not see it is told nothing. */
export function sayStepRefusal(
  reader: Reader,
  refusal: Exclude<StepRefusal, { code: 'not-found' | 'not-nominee' }>,
): string {
  const t = words.for(reader)
  if (refusal.code === 'too-early-to-remind') {
    const date = formatDate(reader, refusal.from, 'dateTime')
    return t('application.refused.too-early-to-remind', { date })
  }
  return t(`application.refused.${refusal.code === 'too-often' ? 'checked-often' : refusal.code}`)
}
