/** The path that a case was opened from: one of ours, without its query, which may be for one person's eyes. */
export function pathIn(from: string): string {
  const path = from.split(/[?#]/)[0] ?? ''
  return /^\/(?![/\\])[\w./~%:@-]{0,400}$/.test(path) ? path : ''
}

/** The reference of an error, when it looks like one. */
export function referenceIn(error: string): string {
  return /^[\w-]{1,100}$/.test(error) ? error : ''
}
