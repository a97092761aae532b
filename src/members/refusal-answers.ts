import { sayRole } from '../accounts/index.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { Refusal, RefusalCode } from './domain/refusals.ts'
import { words } from './messages/index.ts'

/** What a refused person is told, and the HTTP status it is told with. */
export type RefusalAnswer = { readonly status: 403 | 404 | 409 | 422 | 429; readonly text: string }

// A refusal without a status does not compile.
const statuses: Readonly<Record<RefusalCode, RefusalAnswer['status']>> = {
  'not-found': 404,
  'recent-sign-in-needed': 403,
  'above-own-rights': 403,
  'ends-after-own-right': 403,
  'end-out-of-range': 422,
  'role-scope-mismatch': 422,
  'role-gone': 409,
  'role-changed': 409,
  'unknown-virtual-account': 422,
  'nothing-changed': 422,
  'already-held': 409,
  'grant-already-over': 409,
  inherited: 409,
  'last-administrator': 409,
  'second-administrator-needed': 409,
  'cannot-sign-in': 409,
  'account-not-active': 409,
  'already-started': 409,
  'proposal-not-open': 409,
  'own-proposal': 403,
  'invitation-gone': 409,
  'invited-too-often': 429,
}

/** How a refusal is answered, in the reader's language. */
export function answerTo(refusal: Refusal, reader: Reader): RefusalAnswer {
  return { status: statuses[refusal.code], text: textOf(refusal, reader) }
}

function textOf(refusal: Refusal, reader: Reader): string {
  const t = words.for(reader)
  if (refusal.code === 'above-own-rights' || refusal.code === 'role-changed')
    return t(`refusal.${refusal.code}`, { role: sayRole(reader, refusal.role) })
  if (refusal.code === 'ends-after-own-right')
    return t('refusal.ends-after-own-right', { date: formatDate(reader, refusal.latest, 'dateWithYear') })
  return t(`refusal.${refusal.code}`)
}
