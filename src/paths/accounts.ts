const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})

/** Access Management: the roles one holds, and the four entries. */
export const smartAccountsPath = plain('/access/smart-accounts')
/** The same table as a file. */
export const smartAccountsCsvPath = plain('/access/smart-accounts.csv')
/** What one can do today to get a new Smart Account. */
export const newAccountPath = plain('/new-account')
/** What Smart Accounts are. */
export const learnPath = plain('/learn')

/** Manage Smart Account: the accounts one administers. */
export const accountsPath = plain('/accounts')
/** One of them: its properties. */
export const accountPath = ofAccount('/accounts/:identifier')
/** One of them at a tab, where that may be opened; else its properties. */
export const openAccountPath = {
  pattern: accountPath.pattern,
  to: (identifier: string, tab: string): string =>
    tab === 'properties' ? accountPath.to(identifier) : `${accountPath.to(identifier)}?tab=${tab}`,
}
/** Changing its name, its contact, or who finds it. */
export const editAccountPath = ofAccount('/accounts/:identifier/edit')
/** Where a mailed link leads that asks whether somebody is an account's contact. */
export const contactOfAccountPath = {
  pattern: '/account-contact',
  to: (token: string): string => `/account-contact?t=${token}`,
}
/** Its virtual accounts, as a tree. */
export const accountVirtualAccountsPath = ofAccount('/accounts/:identifier/virtual-accounts')
/** Groups of its users. */
export const accountGroupsPath = ofAccount('/accounts/:identifier/groups')
/** Its custom tags. */
export const accountTagsPath = ofAccount('/accounts/:identifier/tags')
/** What is decided without a person. */
export const accountRulesPath = ofAccount('/accounts/:identifier/rules')
/** Looking again at who holds what. */
export const accountReviewsPath = ofAccount('/accounts/:identifier/reviews')
/** What was agreed to, by whom and when. */
export const accountAgreementsPath = ofAccount('/accounts/:identifier/agreements')
/** Numbers about its requests and its users. */
export const accountInsightsPath = ofAccount('/accounts/:identifier/insights')
/** Who holds what in it. */
export const accountUsersPath = ofAccount('/accounts/:identifier/users')
/** The requests for it. */
export const accountRequestsPath = ofAccount('/accounts/:identifier/requests')
/** Its event log. */
export const accountEventsPath = ofAccount('/accounts/:identifier/events')

/** Its settings: the calendar. */
export const accountSettingsPath = ofAccount('/accounts/:identifier/settings')
/** Adding closed days to it, and taking one away. */
export const closedDaysPath = ofAccount('/accounts/:identifier/settings/closed-days')
export const openDayPath = {
  pattern: '/accounts/:identifier/settings/closed-days/:day/open',
  to: (identifier: string, day: string): string =>
    `/accounts/${encodeURIComponent(identifier)}/settings/closed-days/${day}/open`,
}
/** Its settings: how long requests wait. */
export const accountTimesPath = ofAccount('/accounts/:identifier/settings/times')
/** Its settings: what is shown of administrators, and how many people it takes to make one. */
export const accountSightPath = ofAccount('/accounts/:identifier/settings/administrators')
/** Agreeing to what another administrator wants there, or not. */
export const settleSightPath = ofAccount('/accounts/:identifier/settings/administrators/settle')

/** Its settings: who is mailed only once a request is late. */
export const backupApproversPath = ofAccount('/accounts/:identifier/settings/backup-approvers')

/** Taking one grant back: a page that asks, and the act. */
export const takeBackPath = {
  pattern: '/accounts/:identifier/grants/:id/take-back',
  to: (identifier: string, grantId: string): string =>
    `/accounts/${encodeURIComponent(identifier)}/grants/${grantId}/take-back`,
}

/** Removing an account administrator, which takes two: what was proposed, and every step. */
export const removalPath = {
  pattern: '/accounts/:identifier/grants/:id/removal',
  to: (identifier: string, grantId: string): string =>
    `/accounts/${encodeURIComponent(identifier)}/grants/${grantId}/removal`,
}

const ofPlace = <Step extends string>(step: Step) => ({
  pattern: `/accounts/:identifier/virtual-accounts/:place${step}` as const,
  to: (identifier: string, place: string): string =>
    `/accounts/${encodeURIComponent(identifier)}/virtual-accounts/${place}${step}`,
})

/** Making a virtual account. */
export const newVirtualAccountPath = ofAccount('/accounts/:identifier/virtual-accounts/new')
/** One virtual account: what it is, who holds what in it, and what can be done with it. */
export const virtualAccountPath = ofPlace('')
/** Its steps: another name, another place in the tree, who may find it, and its end. */
export const renameVirtualAccountPath = ofPlace('/rename')
export const moveVirtualAccountPath = ofPlace('/move')
export const restrictVirtualAccountPath = ofPlace('/restrict')
export const closeVirtualAccountPath = ofPlace('/close')

const api = '/api/v1/accounts/:identifier'
const apiOfPlace = <Step extends string>(step: Step) => ({
  pattern: `${api}/virtual-accounts/:place${step}` as const,
  to: (identifier: string, place: string): string =>
    `/api/v1/accounts/${encodeURIComponent(identifier)}/virtual-accounts/${place}${step}`,
})

/** For programs: an account's properties, and its virtual accounts. */
export const apiAccountPath = ofAccount(api)
export const apiEditAccountPath = ofAccount(`${api}/edit`)
export const apiVirtualAccountsPath = ofAccount(`${api}/virtual-accounts`)
export const apiRenameVirtualAccountPath = apiOfPlace('/rename')
export const apiMoveVirtualAccountPath = apiOfPlace('/move')
export const apiRestrictVirtualAccountPath = apiOfPlace('/restrict')
export const apiCloseVirtualAccountPath = apiOfPlace('/close')
