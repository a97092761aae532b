/** What the event log says about reviews. */
export default {
  'log.review.opened': 'opened a review of {n, plural, one {# grant} other {# grants}}',
  'log.review.answered': 'answered in a review: {keep} to keep, {change} to change, {remove} to remove',
  'log.review.reminded': 'reminded those who had not answered in a review',
  'log.review.closed':
    'closed a review: {kept} kept, {changed} changed, {removed} removed, {suspended} suspended',
  'log.grant.suspended': 'suspended the access of {person}, which nobody kept in a review: {held}',
  'log.grant.reactivated': 'let the access of {person} work again: {held}',
  'log.grant.left-unreviewed': 'left {person} as administrator, though nobody had answered in a review',
} as const
