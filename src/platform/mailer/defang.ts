// C0 and C1 but for tab and line feed, zero-width and direction characters.
const control = /[^\P{Cc}\t\n]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** A name as it may stand in a subject or before an address: one line, no control or direction characters, 80 at most. */
export function cleanName(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(control, '')
    .trim()
    .slice(0, 80)
}

/** What somebody typed, as it may stand in our mail: nothing in it becomes a link. */
export function defang(text: string): string {
  return text
    .replace(control, '')
    .replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, '[.]')
    .replace(/:\/\//g, '[:]//')
    .replace(/@/g, '[at]')
}
