import type { Flaw } from '../../event-log/index.ts'
import type { words } from '../messages/index.ts'

/** What is wrong with a chain, and where, as a sentence. */
export function sayFlaw(t: ReturnType<typeof words.for>, flaw: Flaw): string {
  const { kind, seq } = flaw
  if (kind === 'moved') return t('audit.moved', { seq, from: flaw.from })
  if (kind === 'missing') return t('audit.missing', { seq, to: flaw.to, n: flaw.to - seq + 1 })
  if (kind === 'head') return t('audit.head-flaw', { seq })
  if (kind === 'unknown-head') return t('audit.unknown-head')
  return t(`audit.${kind}`, { seq })
}
