import type { Viewer } from '../../people/index.ts'
import { words } from '../messages/index.ts'
import type { ApplyRefusal } from '../domain/applying.ts'

type Refused =
  | ApplyRefusal
  | { readonly code: 'sent-before' }
  | { readonly code: 'too-often'; readonly seconds: number }

/** Why nothing was sent, in one sentence. */
export function sayApplyRefusal(viewer: Pick<Viewer, 'reader'>, refusal: Refused): string {
  const t = words.for(viewer.reader)
  if (refusal.code === 'too-many-open' || refusal.code === 'too-many-today')
    return t(`application.refused.${refusal.code}`, { n: refusal.most })
  if (refusal.code === 'too-often')
    return t('application.refused.too-often', { n: Math.ceil(refusal.seconds / 60) })
  if (refusal.code === 'asked-already')
    return t('application.refused.asked-already', { reference: refusal.reference })
  return t(`application.refused.${refusal.code}`)
}
