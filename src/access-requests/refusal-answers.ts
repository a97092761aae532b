import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { listed, roleName } from './asked.ts'
import type { ReasonProblem } from './domain/reason.ts'
import type { Refusal, RefusalCode, RefusalOf } from './domain/refusals.ts'
import { type Words, words } from './messages/index.ts'

/** What a refused person is told, and the HTTP status it is told with. */
export type RefusalAnswer = { readonly status: 403 | 404 | 409 | 422 | 429; readonly text: string }

type Saying = {
  readonly t: Words
  readonly reader: Reader
  /** Who decided, as this reader may know them. */
  readonly decider: string | undefined
}
type Answers = {
  readonly [Code in RefusalCode]: readonly [
    RefusalAnswer['status'],
    (refusal: RefusalOf<Code>, saying: Saying) => string,
  ]
}

const day = (reader: Reader, date: Date) => formatDate(reader, date, 'date')
const dayAndYear = (reader: Reader, date: Date) => formatDate(reader, date, 'dateWithYear')

// A refusal without an answer does not compile.
const answers: Answers = {
  'address-unverified': [403, (_, { t }) => t('refusal.address-unverified')],
  'profile-incomplete': [
    409,
    ({ missing }, { t, reader }) =>
      t('refusal.profile-incomplete', {
        missing: listed(
          reader,
          missing.map((part) => t(`needed.${part}`)),
        ),
      }),
  ],
  'not-found': [404, (_, { t }) => t('refusal.not-found')],
  blocked: [
    403,
    ({ until }, { t, reader }) =>
      until ? t('refusal.blocked-until', { date: dayAndYear(reader, until) }) : t('refusal.blocked'),
  ],
  'duplicate-open-request': [
    409,
    ({ reference }, { t }) => t('refusal.duplicate-open-request', { reference }),
  ],
  'already-held': [409, (_, { t }) => t('refusal.already-held')],
  'too-many-open': [409, ({ max }, { t }) => t('refusal.too-many-open', { max })],
  'too-many-today': [429, ({ max }, { t }) => t('refusal.too-many-today', { max })],
  'too-many-from-outside': [429, (_, { t }) => t('refusal.too-many-from-outside')],
  'asked-again-too-soon': [
    409,
    ({ from }, { t, reader }) => t('refusal.asked-again-too-soon', { date: day(reader, from) }),
  ],
  'reason-unfit': [422, ({ problem }, { t }) => sayReasonProblem(t, problem)],
  'end-out-of-range': [
    422,
    ({ earliest, latest }, { t, reader }) =>
      t('refusal.end-out-of-range', {
        earliest: dayAndYear(reader, earliest),
        latest: dayAndYear(reader, latest),
      }),
  ],
  'role-scope-mismatch': [
    422,
    ({ role }, { t, reader }) => t('refusal.role-scope-mismatch', { role: roleName(reader, role) }),
  ],
  'role-gone': [409, (_, { t }) => t('refusal.role-gone')],
  'role-changed': [
    409,
    ({ role }, { t, reader }) => t('refusal.role-changed', { role: roleName(reader, role) }),
  ],
  'unknown-virtual-account': [422, (_, { t }) => t('refusal.unknown-virtual-account')],
  'nothing-changed': [422, (_, { t }) => t('refusal.nothing-changed')],
  'already-settled': [
    409,
    ({ status, decidedAt }, { t, reader, decider }) =>
      t('refusal.already-settled', {
        status,
        who: decider ?? t('somebody'),
        date: decidedAt ? formatDate(reader, decidedAt, 'dateTime') : '',
      }),
  ],
  'stale-version': [409, (_, { t }) => t('refusal.stale-version')],
  'not-possible-now': [409, (_, { t }) => t('refusal.not-possible-now')],
  'half-decided': [409, (_, { t }) => t('refusal.half-decided')],
  'too-early-to-remind': [
    409,
    ({ from }, { t, reader }) =>
      t('refusal.too-early-to-remind', { date: formatDate(reader, from, 'dateTime') }),
  ],
  'no-reminders-left': [409, ({ max }, { t }) => t('refusal.no-reminders-left', { max })],
  'nobody-reachable': [409, (_, { t }) => t('refusal.nobody-reachable')],
  'own-request': [403, (_, { t }) => t('refusal.own-request')],
  'not-an-approver': [403, (_, { t }) => t('refusal.not-an-approver')],
  'above-own-rights': [
    403,
    ({ role }, { t, reader }) => t('refusal.above-own-rights', { role: roleName(reader, role) }),
  ],
  'ends-after-own-right': [
    403,
    ({ latest }, { t, reader }) => t('refusal.ends-after-own-right', { date: dayAndYear(reader, latest) }),
  ],
  'note-required': [422, (_, { t }) => t('refusal.note-required')],
  'recent-sign-in-needed': [
    403,
    ({ withinMinutes }, { t }) => t('refusal.recent-sign-in-needed', { minutes: withinMinutes }),
  ],
  'already-first-approver': [403, (_, { t }) => t('refusal.already-first-approver')],
  'too-early-to-escalate': [
    409,
    ({ from }, { t, reader }) =>
      t('refusal.too-early-to-escalate', { date: formatDate(reader, from, 'dateTime') }),
  ],
  'support-may-not-decide': [409, (_, { t }) => t('refusal.support-may-not-decide')],
  'somebody-reachable': [409, ({ n }, { t }) => t('refusal.somebody-reachable', { n })],
  'proof-needed': [422, (_, { t }) => t('refusal.proof-needed')],
  'beyond-support': [
    403,
    ({ role }, { t, reader }) => t('refusal.beyond-support', { role: roleName(reader, role) }),
  ],
  'second-agent-needed': [403, (_, { t }) => t('refusal.second-agent-needed')],
  'already-proposed': [409, (_, { t }) => t('refusal.already-proposed')],
  'proposal-gone': [409, (_, { t }) => t('refusal.proposal-gone')],
  'text-unfit': [422, ({ problem }, { t }) => sayTextProblem(t, problem)],
  'too-many-questions': [409, ({ max }, { t }) => t('refusal.too-many-questions', { max })],
  'other-question': [409, (_, { t }) => t('refusal.other-question')],
  'too-many-comments': [409, ({ max }, { t }) => t('refusal.too-many-comments', { max })],
  'claimed-already': [
    409,
    ({ until }, { t, reader, decider }) =>
      t('refusal.claimed-already', {
        who: decider ?? t('somebody'),
        time: formatDate(reader, until, 'dateTime'),
      }),
  ],
  'too-many-messages': [429, ({ max }, { t }) => t('refusal.too-many-messages', { max })],
  'grant-already-over': [409, (_, { t }) => t('refusal.grant-already-over')],
  'last-administrator': [409, (_, { t }) => t('refusal.last-administrator')],
  'second-administrator-needed': [409, (_, { t }) => t('refusal.second-administrator-needed')],
  'no-second-needed': [409, (_, { t }) => t('refusal.no-second-needed')],
  'removal-already-proposed': [409, (_, { t }) => t('refusal.removal-already-proposed')],
  'removal-not-open': [409, (_, { t }) => t('refusal.removal-not-open')],
  'own-removal': [403, (_, { t }) => t('refusal.own-removal')],
  'own-proposal': [
    403,
    ({ from }, { t, reader }) =>
      from
        ? t('refusal.own-proposal-from', { date: formatDate(reader, from, 'dateTime') })
        : t('refusal.own-proposal'),
  ],
}

/** How a refusal is answered, in the reader's language; `decider` names who was first, when this reader may know it. */
export function answerTo(refusal: Refusal, reader: Reader, decider?: string): RefusalAnswer {
  const [status, say] = answers[refusal.code] as readonly [
    RefusalAnswer['status'],
    (refusal: Refusal, saying: Saying) => string,
  ]
  return { status, text: say(refusal, { t: words.for(reader), reader, decider }) }
}

/** What is wrong with a reason, as it stands at its field. */
function sayReasonProblem(t: Words, problem: ReasonProblem): string {
  if (problem.code === 'too-short')
    return t('refusal.reason-too-short', { length: problem.length, min: problem.min })
  if (problem.code === 'too-long')
    return t('refusal.reason-too-long', { length: problem.length, max: problem.max })
  return t('refusal.reason-one-character')
}

/** What is wrong with a question, an answer or a comment. */
function sayTextProblem(t: Words, problem: ReasonProblem): string {
  if (problem.code === 'one-character') return t('refusal.text-one-character')
  const { length } = problem
  if (problem.code === 'too-long') return t('refusal.text-too-long', { length, max: problem.max })
  return length === 0 ? t('refusal.text-empty') : t('refusal.text-too-short', { length, min: problem.min })
}
