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
