const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const ofRequest = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})

/** The requests one decides, over all accounts. */
export const queuePath = {
  pattern: '/queue',
  to: (query: Readonly<Record<string, string | undefined>> = {}): string => withQuery('/queue', query),
}
/** Several requests at once: the page that asks what happens to them. */
export const selectedPath = plain('/queue/selected')
/** What happens to them, with a result for each. */
export const decideManyPath = plain('/queue/decide')

/** Approving one request: the page with role and scope, and the act. */
export const approvePath = ofRequest('/requests/:id/approve')
/** Declining one request: the page with code and text, and the act. */
export const declinePath = ofRequest('/requests/:id/decline')

/** What was just decided, and the way to the next one. */
export const decidedPath = ofRequest('/requests/:id/decided')

/** A path with those parts of a query that have a value. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const search = new URLSearchParams(given).toString()
  return search === '' ? path : `${path}?${search}`
}
