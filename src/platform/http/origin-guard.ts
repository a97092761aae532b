const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What the guard looks at. */
export type Asked = {
  method: string
  secFetchSite: string | undefined
  origin: string | undefined
  bearer: boolean
}

/**
 * Whether a request may change something: it comes from one of our own pages, by `Sec-Fetch-Site` or, where a
 * browser sends none, by an `Origin` equal to the configured address (never the Host header).
 * A request that carries a bearer token carries no cookie's power and needs no origin.
 */
export function comesFromUs(asked: Asked, publicUrl: string): boolean {
  if (safe.has(asked.method)) return true
  if (asked.bearer) return true
  if (asked.secFetchSite !== undefined) return asked.secFetchSite === 'same-origin'
  return asked.origin === new URL(publicUrl).origin
}
