import type { Fact } from '../../event-log/index.ts'
import type { words } from '../messages/index.ts'

/** What a sentence about a review says: whom it is about, and what they hold. */
export type ReviewSaid = {
  readonly t: ReturnType<typeof words.for>
  readonly facts: Readonly<Record<string, Fact>>
  readonly person: string
  readonly held: string
}

const count = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)
const length = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** What happened in reviews, after the name of who did it. */
export const reviewSentences: Readonly<Record<string, (said: ReviewSaid) => string>> = {
  'review.opened': ({ t, facts }) => t('log.review.opened', { n: count(facts['n']) }),
  'review.answered': ({ t, facts }) =>
    t('log.review.answered', {
      keep: length(facts['keep']),
      change: length(facts['change']),
      remove: length(facts['remove']),
    }),
  'review.reminded': ({ t }) => t('log.review.reminded'),
  'review.closed': ({ t, facts }) =>
    t('log.review.closed', {
      kept: count(facts['kept']),
      changed: count(facts['changed']),
      removed: count(facts['removed']),
      suspended: count(facts['suspended']),
    }),
  'grant.suspended': ({ t, person, held }) => t('log.grant.suspended', { person, held }),
  'grant.reactivated': ({ t, person, held }) => t('log.grant.reactivated', { person, held }),
  'grant.left-unreviewed': ({ t, person }) => t('log.grant.left-unreviewed', { person }),
}
