const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const ofApplication = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})

/** What would be sent, and whether there is something like it already; sending it. */
export const previewNewAccountPath = plain('/new-account/preview')
/** One's own applications, and those one is nominated in. */
export const applicationsPath = plain('/new-account/mine')
/** One application: where it stands, for whoever is part of it. */
export const applicationPath = ofApplication('/new-account/:id')
/** Changing what an operator asked to be changed. */
export const editApplicationPath = ofApplication('/new-account/:id/edit')
export const withdrawApplicationPath = ofApplication('/new-account/:id/withdraw')
export const changeNomineePath = ofApplication('/new-account/:id/nominee')
export const remindNomineePath = ofApplication('/new-account/:id/remind')
/** Proving the domain. */
export const checkApplicationDnsPath = ofApplication('/new-account/:id/check-dns')
export const proveByProviderPath = ofApplication('/new-account/:id/by-provider')
export const applicationRoleMailPath = ofApplication('/new-account/:id/role-mail')
/** What the nominee says. */
export const acceptNominationPath = ofApplication('/new-account/:id/accept')
export const refuseNominationPath = ofApplication('/new-account/:id/refuse')
/** What an operator says. */
export const approveApplicationPath = ofApplication('/new-account/:id/approve')
export const askForActionPath = ofApplication('/new-account/:id/ask')
export const declineApplicationPath = ofApplication('/new-account/:id/decline')

/** Where the links in mails about applications lead: the token moves into a cookie, then its page is shown. */
export const applicationLinkPath = {
  pattern: '/application-link',
  to: (token: string): string => `/application-link?t=${token}`,
}
/** What somebody who was nominated reads before they sign in. */
export const nominationPath = plain('/application-link/nomination')
/** Confirming by a link that a domain stands behind an application. */
export const confirmApplicationDomainPath = plain('/application-link/confirm')

/** The operator's queue. */
export const operatorApplicationsPath = {
  pattern: '/operator/applications',
  to: (list: { readonly show?: string | undefined; readonly after?: string | undefined } = {}): string => {
    const told = Object.entries(list).filter(([, value]) => value !== undefined) as [string, string][]
    const query = new URLSearchParams(told).toString()
    return query === '' ? '/operator/applications' : `/operator/applications?${query}`
  },
}

/** The same for programs. */
export const apiNewAccountsPath = plain('/api/v1/new-accounts')
export const apiNewAccountPath = ofApplication('/api/v1/new-accounts/:id')
export const apiWithdrawNewAccountPath = ofApplication('/api/v1/new-accounts/:id/withdraw')
export const apiChangeNomineePath = ofApplication('/api/v1/new-accounts/:id/nominee')
export const apiRemindNomineePath = ofApplication('/api/v1/new-accounts/:id/remind')
export const apiRefuseNominationPath = ofApplication('/api/v1/new-accounts/:id/refuse')
