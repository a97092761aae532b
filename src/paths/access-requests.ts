const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const ofRequest = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})

/** The first step of asking; with an account's identifier it is filled in. */
export const askPath = {
  pattern: '/requests/new',
  to: (identifier?: string): string =>
    identifier === undefined ? '/requests/new' : `/requests/new?account=${encodeURIComponent(identifier)}`,
}
export const askReasonPath = plain('/requests/new/reason')
/** Keeps what was typed so far, and leads to the profile, or back to the first step. */
export const keepDraftPath = plain('/requests/new/keep')

/** What the last act says on top of a request's page. */
export type RequestNotice =
  | 'reminded'
  | 'routed'
  | 'amended'
  | 'withdrawn'
  | 'duplicate'
  | 'asked'
  | 'answered'
  | 'commented'
  | 'claimed'
  | 'released'

/** One request; `notice` is what the last act says on top of it. */
export const requestPath = {
  pattern: '/requests/:id',
  to: (id: string, notice?: RequestNotice): string =>
    notice === undefined ? `/requests/${id}` : `/requests/${id}?notice=${notice}`,
}
export const requestSentPath = ofRequest('/requests/:id/sent')
export const remindPath = ofRequest('/requests/:id/remind')
export const withdrawPath = ofRequest('/requests/:id/withdraw')
export const amendPath = ofRequest('/requests/:id/amend')

/** Your Access Requests; `show` and `after` are what its links set. */
export const myRequestsPath = {
  pattern: '/access/services-and-support',
  to: (query: { show?: string | undefined; after?: string | undefined } = {}): string => {
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const search = new URLSearchParams(given).toString()
    return search === '' ? '/access/services-and-support' : `/access/services-and-support?${search}`
  },
}
export const findRequestPath = plain('/access/services-and-support/find')
