const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const ofClaim = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})

/** One's own claims; for support agents, all of them. */
export const claimsPath = {
  pattern: '/claims',
  /** `show` filters the desk's list, `after` is where its next page begins. */
  to: (list: { readonly show?: string; readonly after?: string } = {}): string => {
    const query = new URLSearchParams(list as Record<string, string>).toString()
    return query === '' ? '/claims' : `/claims?${query}`
  },
}
/** Opening a claim. */
export const newClaimPath = {
  pattern: '/claims/new',
  to: (account?: string): string =>
    account === undefined ? '/claims/new' : `/claims/new?account=${encodeURIComponent(account)}`,
}
/** One claim. */
export const claimPath = ofClaim('/claims/:id')
export const checkDnsPath = ofClaim('/claims/:id/check-dns')
export const roleMailPath = ofClaim('/claims/:id/role-mail')
export const offerDocumentsPath = ofClaim('/claims/:id/documents')
export const withdrawClaimPath = ofClaim('/claims/:id/withdraw')
export const stopClaimPath = ofClaim('/claims/:id/stop')
export const acceptDocumentsPath = ofClaim('/claims/:id/accept-documents')
export const approveClaimPath = ofClaim('/claims/:id/approve')
export const rejectClaimPath = ofClaim('/claims/:id/reject')

/** Where the links in mails about claims lead: the token moves into a cookie, then the page of its purpose is shown. */
export const claimLinkPath = {
  pattern: '/claim-link',
  to: (token: string): string => `/claim-link?t=${token}`,
}
/** Stopping a claim by a link, without signing in. */
export const stopByLinkPath = plain('/claim-link/stop')
/** Confirming by a link that a domain stands behind a claim. */
export const confirmDomainPath = plain('/claim-link/confirm')

export const apiClaimsPath = plain('/api/v1/claims')
/** For support agents: the claims of others. */
export const apiClaimsAtDeskPath = plain('/api/v1/support/claims')
export const apiClaimPath = ofClaim('/api/v1/claims/:id')
export const apiCheckDnsPath = ofClaim('/api/v1/claims/:id/check-dns')
export const apiRoleMailPath = ofClaim('/api/v1/claims/:id/role-mail')
export const apiOfferDocumentsPath = ofClaim('/api/v1/claims/:id/documents')
export const apiWithdrawClaimPath = ofClaim('/api/v1/claims/:id/withdraw')
export const apiStopClaimPath = ofClaim('/api/v1/claims/:id/stop')
export const apiAcceptDocumentsPath = ofClaim('/api/v1/claims/:id/accept-documents')
export const apiApproveClaimPath = ofClaim('/api/v1/claims/:id/approve')
export const apiRejectClaimPath = ofClaim('/api/v1/claims/:id/reject')
