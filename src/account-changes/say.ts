import type { FieldErrors, Typed } from '../platform/http/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { ChangeRefusal } from './domain/change.ts'
import { words } from './messages/index.ts'

/** What a form is shown with after it was not taken: what was typed, what is wrong, and with which status. */
export type NotTaken = {
  readonly typed?: Typed
  readonly errors?: FieldErrors
  readonly problem?: string
  readonly status: 404 | 409 | 422
}

/** The status of a page that says why something was not taken. */
export function statusOf({ status }: NotTaken): 200 | 409 | 422 {
  return status === 404 ? 200 : status
}

const conflicts = new Set(['asked-already', 'settled', 'lapsed', 'stale-version', 'not-possible-now'])
const atField = new Set(['identifier-unfit', 'identifier-taken', 'into-unknown', 'into-itself'])
const plain = [
  'asked-already',
  'as-it-is',
  'identifier-unfit',
  'identifier-taken',
  'into-unknown',
  'into-itself',
  'same-person',
  'settled',
  'lapsed',
  'stale-version',
] as const

/** Why something was not done, in words, and where on the form that is said. */
export function sayRefusal(reader: Reader, refusal: ChangeRefusal): NotTaken {
  const t = words.for(reader)
  const { code } = refusal
  if (code === 'not-found') return { status: 404 }
  if (code === 'reason-unfit') return { status: 422, errors: { reason: sayReason(reader, refusal) } }
  if (code === 'not-possible-now') {
    return { status: 409, problem: t('refused.not-possible-now', { status: refusal.status }) }
  }
  const known = plain.find((one) => one === code)
  const text = known ? t(`refused.${known}`) : t('refused.other')
  if (atField.has(code)) return { status: 422, errors: { identifier: text } }
  return { status: conflicts.has(code) ? 409 : 422, problem: text }
}

function sayReason(reader: Reader, { problem }: Extract<ChangeRefusal, { code: 'reason-unfit' }>): string {
  const t = words.for(reader)
  if (problem.code === 'too-short') return t('error.reason-too-short', { min: problem.min })
  return problem.code === 'too-long'
    ? t('error.reason-too-long', { max: problem.max })
    : t('error.reason-one-character')
}
