import type { words } from '../messages/index.ts'

/** What a sentence is made from. */
type Said = {
  readonly facts: Readonly<Record<string, unknown>>
  readonly t: ReturnType<typeof words.for>
  /** The reference of the request. */
  readonly request: string
  readonly person: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What the log says of cases and of what support does. */
export const caseSentences: Readonly<Record<string, (said: Said) => string>> = {
  'case.opened': ({ t, request }) =>
    t('log.case.opened', { request, about: request === '' ? 'none' : 'request' }),
  'case.viewed': ({ t }) => t('log.case.viewed'),
  'access-request.viewed-by-support': ({ t, request }) =>
    t('log.access-request.viewed-by-support', { request }),
  'case.answered': ({ t, facts, person }) =>
    t('log.case.answered', { side: text(facts['side']), room: text(facts['room']), person }),
  'case.noted': ({ t }) => t('log.case.noted'),
  'case.assigned': ({ t, facts }) =>
    t('log.case.assigned', { how: facts['assignedTo'] === null ? 'left' : 'taken' }),
  'case.resolved': ({ t, facts }) => t('log.case.resolved', { because: text(facts['because']) }),
  'case.reopened': ({ t }) => t('log.case.reopened'),
  'case.closed': ({ t }) => t('log.case.closed'),
  'case.proof-added': ({ t }) => t('log.case.proof-added'),
  'support-decision.proposed': ({ t, request, person, facts }) =>
    t('log.support-decision.proposed', { request, person, verdict: text(facts['verdict']) }),
  'support-decision.dropped': ({ t, request }) => t('log.support-decision.dropped', { request }),
  'support-decision.confirmed': ({ t, request, person, facts }) =>
    t('log.support-decision.confirmed', { request, person, verdict: text(facts['verdict']) }),
}
