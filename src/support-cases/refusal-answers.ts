import type { CaseRefusal } from './domain/case.ts'
import { type Words, words } from './messages/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { TextProblem } from '../kernel/written.ts'

/** What a refused person is told, and the HTTP status it is told with. */
export type CaseAnswer = { readonly status: 404 | 409 | 429; readonly text: string }

type Answers = {
  readonly [Code in CaseRefusal['code']]: readonly [
    CaseAnswer['status'],
    (refusal: Extract<CaseRefusal, { code: Code }>, t: Words) => string,
  ]
}

// A refusal without an answer does not compile.
const answers: Answers = {
  'not-found': [404, (_, t) => t('refused.not-found')],
  'case-over': [409, (_, t) => t('refused.case-over')],
  'case-not-over': [409, (_, t) => t('refused.case-not-over')],
  'too-late-to-reopen': [409, (_, t) => t('refused.too-late-to-reopen')],
  'another-case-open': [409, (_, t) => t('refused.another-case-open')],
  'case-changed': [409, (_, t) => t('refused.case-changed')],
  'assigned-to-another': [409, (_, t) => t('refused.assigned-to-another')],
  'too-many-cases': [429, ({ most }, t) => t('refused.too-many-cases', { most })],
  'too-many-messages': [429, ({ most }, t) => t('refused.too-many-messages', { most })],
}

/** How a refusal about a case is answered, in the reader's language. */
export function answerTo(refusal: CaseRefusal, reader: Reader): CaseAnswer {
  const [status, say] = answers[refusal.code] as readonly [
    CaseAnswer['status'],
    (refusal: CaseRefusal, t: Words) => string,
  ]
  return { status, text: say(refusal, words.for(reader)) }
}

/** What is wrong with something typed, as it stands at its field. */
export function sayTextProblem(problem: TextProblem, reader: Reader): string {
  const t = words.for(reader)
  if (problem.code === 'too-short') return t('text.too-short', { min: problem.min })
  if (problem.code === 'too-long') return t('text.too-long', { max: problem.max, length: problem.length })
  return t('text.one-character')
}
