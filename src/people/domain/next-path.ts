const ownPath = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/
const here = 'https://here.invalid'

/** The path, when it is one of our own pages, and no other host however it is written; else `/`. */
export function ownPathOr(path: string | undefined, otherwise = '/'): string {
  if (path === undefined || path.length > 2_000 || !ownPath.test(path)) return otherwise
  if (/%2f%2f|%5c/i.test(path.split('?')[0] ?? '') || !URL.canParse(path, here)) return otherwise
  const url = new URL(path, here)
  const resolved = `${url.pathname}${url.search}`
  // Dots that are resolved away can leave two slashes in front.
  return url.origin === here && ownPath.test(resolved) ? resolved : otherwise
}
