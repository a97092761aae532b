// The path may hold only printable ASCII: everything else arrives percent-encoded.
const ownPath = /^(?:\/(?![/\\])|[?#])[\x21-\x5b\x5d-\x7e]*$/
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Gives back an address that is safe in a link: a path of our own (`/…`, `?…`, `#…`), `https:`, `mailto:`, or
 * `http:` to this very machine. Throws for anything else, so that a hostile address never becomes a link.
 */
export function safeHref(href: string): string {
  if (ownPath.test(href)) return href
  if (/^[\x21-\x5b\x5d-\x7e]+$/.test(href) && /^(?:https?:\/\/|mailto:)/i.test(href) && isHarmless(href))
    return href
  throw new Error('An address that is not safe in a link was refused')
}

function isHarmless(href: string): boolean {
  if (!URL.canParse(href)) return false
  const url = new URL(href)
  if (url.protocol === 'mailto:') return url.pathname !== ''
  if (url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname))
}
