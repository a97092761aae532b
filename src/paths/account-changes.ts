const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})

/** What can be done with a whole account, and what was asked. */
export const accountChangePath = ofAccount('/accounts/:identifier/change')
/** Asking for one kind of change: a page that says what would happen, and the act. */
export const askChangePath = {
  pattern: '/accounts/:identifier/change/:kind',
  to: (identifier: string, kind: string): string =>
    `/accounts/${encodeURIComponent(identifier)}/change/${kind}`,
}
/** One change that was asked: agreeing, refusing, withdrawing. */
export const oneChangePath = {
  pattern: '/accounts/:identifier/changes/:id',
  to: (identifier: string, id: string): string => `/accounts/${encodeURIComponent(identifier)}/changes/${id}`,
}
/** The changes that wait for somebody of support or operation. */
export const openChangesPath = { pattern: '/account-changes', to: (): string => '/account-changes' }

const api = '/api/v1/accounts/:identifier/changes'
const inAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string, id: string): string =>
    pattern.replace(':identifier', encodeURIComponent(identifier)).replace(':id', id),
})
/** The changes of a whole account for programs: listing and asking, one of them, and each step about it. */
export const apiChangesPath = ofAccount(api)
export const apiChangePath = inAccount(`${api}/:id`)
export const apiAgreeToChangePath = inAccount(`${api}/:id/agree`)
export const apiRefuseChangePath = inAccount(`${api}/:id/refuse`)
export const apiWithdrawChangePath = inAccount(`${api}/:id/withdraw`)
/** Those that wait in all accounts. */
export const apiOpenChangesPath = {
  pattern: '/api/v1/account-changes',
  to: (): string => '/api/v1/account-changes',
}
