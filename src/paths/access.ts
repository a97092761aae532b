const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})

/** One's own access to one account. */
export const ownAccessPath = ofAccount('/access/smart-accounts/:identifier')
/** Leaving it: a page that asks, and the act. */
export const leavePath = ofAccount('/access/smart-accounts/:identifier/leave')
/** Asking for a held role to go on, by one press. */
export const extendPath = {
  pattern: '/access/smart-accounts/:identifier/grants/:id/extend',
  to: (identifier: string, grantId: string): string =>
    `/access/smart-accounts/${encodeURIComponent(identifier)}/grants/${grantId}/extend`,
}
/** Asking for another role than one that is held: the form, filled in. */
export const askForChangePath = {
  pattern: '/access/smart-accounts/:identifier/grants/:id/change',
  to: (identifier: string, grantId: string): string =>
    `/access/smart-accounts/${encodeURIComponent(identifier)}/grants/${grantId}/change`,
}
/** The same by the API. */
export const apiExtendPath = {
  pattern: '/api/v1/accounts/:identifier/grants/:id/extend',
  to: (identifier: string, grantId: string): string =>
    `/api/v1/accounts/${encodeURIComponent(identifier)}/grants/${grantId}/extend`,
}
