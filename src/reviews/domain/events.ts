/** What happens in reviews; bodies hold ids, codes and counts, never names or words. */
export const reviewEventNames = [
  'review.opened',
  'review.answered',
  'review.reminded',
  'review.closed',
  'grant.suspended',
  'grant.reactivated',
  'grant.left-unreviewed',
] as const
