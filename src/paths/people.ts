const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const withNext = <Path extends string>(pattern: Path) => ({
  pattern,
  /** `next` is the path of ours to go on to afterwards. */
  to: (next?: string): string => (next ? `${pattern}?next=${encodeURIComponent(next)}` : pattern),
})

export const signUpPath = plain('/sign-up')
export const signUpSentPath = plain('/sign-up/sent')
export const signInPath = withNext('/sign-in')
/** Finding one's organisation by the domain of one's address. */
export const signInWithPath = withNext('/sign-in/with')
/** Going to an identity provider; `next` is where to go on to afterwards. */
export const startSignInWithPath = {
  pattern: '/sign-in/with/:id',
  to: (id: string, next?: string): string =>
    `/sign-in/with/${id}${next && next !== '/' ? `?next=${encodeURIComponent(next)}` : ''}`,
}
/** Going to an identity provider to show anew who one is. */
export const confirmWithPath = {
  pattern: '/confirm-password/with/:id',
  to: (id: string, next: string): string => `/confirm-password/with/${id}?next=${encodeURIComponent(next)}`,
}
/** Where an identity provider sends people back to. */
export const signInBackPath = {
  pattern: '/sign-in/with/:id/back',
  to: (id: string): string => `/sign-in/with/${id}/back`,
}
export const signOutPath = plain('/sign-out')
export const signedOutPath = plain('/signed-out')
export const signOutEverywherePath = plain('/profile/sessions/end')
export const confirmPasswordPath = withNext('/confirm-password')
export const forgottenPasswordPath = plain('/forgotten-password')
export const forgottenPasswordSentPath = plain('/forgotten-password/sent')

/** Where the links in mails lead: the token moves into a cookie, then the page of its purpose is shown. */
export const linkPath = {
  pattern: '/link',
  to: (token: string): string => `/link?t=${token}`,
}
export const verifyAddressPath = plain('/verify-address')
export const resetPasswordPath = plain('/reset-password')
export const confirmAddressPath = plain('/confirm-address')
export const signInLinkPath = plain('/sign-in-link')
export const firstOperatorPath = plain('/first-operator')

export const profilePath = plain('/profile')
export const personalDetailsPath = withNext('/profile/personal')
export const companyDetailsPath = withNext('/profile/company')
export const settingsPath = plain('/profile/settings')
/** Being away, and who stands in. */
export const awayPath = plain('/profile/away')
export const backPath = plain('/profile/away/back')
export const chooseDelegatePath = plain('/profile/away/delegate')
export const stopStandingInPath = plain('/profile/away/stop')
export const preferencesPath = plain('/profile/preferences')
export const changePasswordPath = plain('/profile/password')
export const changeAddressPath = plain('/profile/address')
export const verifyAgainPath = plain('/profile/address/verify-again')
/** The identity providers that one is linked with, and ending one's link. */
export const unlinkPath = {
  pattern: '/profile/sign-ins/:id/unlink',
  to: (id: string): string => `/profile/sign-ins/${id}/unlink`,
}
export const sessionsPath = plain('/profile/sessions')
export const tokensPath = plain('/profile/tokens')
export const newTokenPath = plain('/profile/tokens/new')
export const revokeTokenPath = {
  pattern: '/profile/tokens/:id/revoke',
  to: (id: string): string => `/profile/tokens/${id}/revoke`,
}

export const languagePath = plain('/language')
export const themePath = plain('/theme')

/** How somebody gets their mails. */
export const notificationsPath = plain('/profile/notifications')
/** Where the unsubscribing of a mail program leads (RFC 8058); the token says whose and which. */
export const unsubscribePath = {
  pattern: '/unsubscribe',
  to: (token: string): string => `/unsubscribe?t=${token}`,
}
