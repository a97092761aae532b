const ofOne = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})

/** Asking for access for a colleague, who confirms it; with an account's identifier it is filled in. */
export const askForColleaguePath = {
  pattern: '/requests/for-colleagues/new',
  to: (identifier?: string): string =>
    identifier === undefined
      ? '/requests/for-colleagues/new'
      : `/requests/for-colleagues/new?account=${encodeURIComponent(identifier)}`,
}
/** What one asked for colleagues, and what they asked for oneself. */
export const onBehalfListPath = {
  pattern: '/requests/for-colleagues',
  to: (after?: string): string =>
    after === undefined ? '/requests/for-colleagues' : `/requests/for-colleagues?after=${after}`,
}
/** One of them; the colleague confirms or refuses it there. */
export const onBehalfPath = ofOne('/requests/for-colleagues/:id')
export const confirmOnBehalfPath = ofOne('/requests/for-colleagues/:id/confirm')
export const refuseOnBehalfPath = ofOne('/requests/for-colleagues/:id/refuse')
export const takeBackOnBehalfPath = ofOne('/requests/for-colleagues/:id/withdraw')

/** Asking for several accounts at once; `accounts` fills them in. */
export const askForSeveralPath = {
  pattern: '/requests/several',
  to: (accounts: readonly string[] = []): string => {
    const search = new URLSearchParams(accounts.map((account) => ['account', account])).toString()
    return search === '' ? '/requests/several' : `/requests/several?${search}`
  },
}
/** What became of each. */
export const sentTogetherPath = ofOne('/requests/several/:id')

const api = '/api/v1/requests-for-colleagues'
/** The same for programs: asking for a colleague and listing, one of them, and each answer to it. */
export const apiOnBehalfListPath = { pattern: api, to: (): string => api }
export const apiOnBehalfPath = ofOne(`${api}/:id`)
export const apiConfirmOnBehalfPath = ofOne(`${api}/:id/confirm`)
export const apiRefuseOnBehalfPath = ofOne(`${api}/:id/refuse`)
export const apiWithdrawOnBehalfPath = ofOne(`${api}/:id/withdraw`)
/** Asking for several accounts at once, for programs. */
export const apiSeveralPath = {
  pattern: '/api/v1/requests-for-several',
  to: (): string => '/api/v1/requests-for-several',
}
