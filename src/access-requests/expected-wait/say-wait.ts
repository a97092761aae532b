import type { Reader } from '../../platform/i18n/reader.ts'
import { type ExpectedWait, longestBand } from '../domain/expected-wait.ts'
import { words } from '../messages/index.ts'

/** How long answers of an account take, as a sentence; undefined when nothing can be said. */
function sayWait(reader: Pick<Reader, 'locale'>, wait: ExpectedWait | null): string | undefined {
  if (wait === null) return undefined
  const t = words.for(reader)
  const { half, most } = wait
  if (half === null) return t('wait.longer', { n: longestBand })
  if (most === null) return t('wait.half-longer', { half, n: longestBand })
  return half === most ? t('wait.usually', { n: most }) : t('wait.half-most', { half, most })
}

/** The same as a fact beside others; none when nothing can be said. */
export function waitFact(
  reader: Pick<Reader, 'locale'>,
  wait: ExpectedWait | null,
): { label: string; value: string }[] {
  const value = sayWait(reader, wait)
  return value === undefined ? [] : [{ label: words.for(reader)('wait.label'), value }]
}
