/** Why a step of a review was not taken. */
export type ReviewRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'review-closed' }
  | { readonly code: 'own-access' }
  | { readonly code: 'above-own-rights' }
  | { readonly code: 'access-over' }
  | { readonly code: 'carried-out' }
  | { readonly code: 'answered-meanwhile' }
  | { readonly code: 'second-administrator-needed' }
  | { readonly code: 'not-less' }
  | { readonly code: 'nothing-to-review' }
  | { readonly code: 'too-many-reviews' }
  | { readonly code: 'not-suspended' }
  | { readonly code: 'recent-sign-in-needed' }
  | { readonly code: 'last-administrator' }
  | { readonly code: 'nothing-left' }

export type ReviewRefusalCode = ReviewRefusal['code']
