import type { Reader } from '../platform/i18n/reader.ts'
import type { TagRefusal } from './domain/tags.ts'
import { words } from './messages/index.ts'

/** What a refused person is told, with what status, and at which field. */
export type SaidRefusal = {
  readonly status: 403 | 404 | 409 | 422
  readonly text: string
  readonly field?: 'name'
}

const statuses: Readonly<Record<TagRefusal['code'], SaidRefusal['status']>> = {
  'not-found': 404,
  'name-unfit': 422,
  'name-taken': 422,
  'too-many': 409,
  'not-yours': 403,
}

/** The sentence for why something about a tag was not done. */
export function sayRefusal(reader: Reader, refusal: TagRefusal): SaidRefusal {
  const t = words.for(reader)
  const status = statuses[refusal.code]
  if (refusal.code === 'too-many') return { status, text: t('tags.refusal.too-many', { max: refusal.max }) }
  const text = t(`tags.refusal.${refusal.code}`)
  const isName = refusal.code === 'name-unfit' || refusal.code === 'name-taken'
  return { status, text, ...(isName ? { field: 'name' } : {}) }
}
