const inReview = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string, id: string): string =>
    pattern.replace(':identifier', encodeURIComponent(identifier)).replace(':id', id),
})

/** Starting a review by hand. */
export const newReviewPath = {
  pattern: '/accounts/:identifier/reviews/new',
  to: (identifier: string): string => `/accounts/${encodeURIComponent(identifier)}/reviews/new`,
} as const
/** One review: its list, and the answers that are sent. */
export const reviewPath = inReview('/accounts/:identifier/reviews/:id')
/** What would take effect, and carrying it out. */
export const finishReviewPath = inReview('/accounts/:identifier/reviews/:id/finish')
/** The proof of a review, to be read and printed. */
export const reviewProofPath = inReview('/accounts/:identifier/reviews/:id/proof')
/** The same as a file. */
export const reviewCsvPath = inReview('/accounts/:identifier/reviews/:id/proof.csv')
/** Leaving somebody less than they hold. */
export const changeItemPath = {
  pattern: '/accounts/:identifier/reviews/:id/items/:position/change',
  to: (identifier: string, id: string, position: number): string =>
    `/accounts/${encodeURIComponent(identifier)}/reviews/${id}/items/${position}/change`,
} as const
/** Letting suspended access work again: a page that asks, and the act. */
export const reactivatePath = inReview('/accounts/:identifier/grants/:id/reactivate')

/** The reviews of an account for programs: the list, one of them, answering in it, and carrying out. */
export const apiReviewsPath = {
  pattern: '/api/v1/accounts/:identifier/reviews',
  to: (identifier: string): string => `/api/v1/accounts/${encodeURIComponent(identifier)}/reviews`,
} as const
export const apiReviewPath = inReview('/api/v1/accounts/:identifier/reviews/:id')
export const apiAnswerReviewPath = inReview('/api/v1/accounts/:identifier/reviews/:id/answer')
export const apiFinishReviewPath = inReview('/api/v1/accounts/:identifier/reviews/:id/finish')
export const apiReactivatePath = inReview('/api/v1/accounts/:identifier/grants/:id/reactivate')
