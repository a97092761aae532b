import type { Fact } from './event.ts'

/** JSON with one spelling only (RFC 8785): keys in the order of their UTF-16 code units, no space, numbers as ECMAScript writes them. */
export function canonical(value: Fact): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value as Record<string, Fact>).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('Not a JSON number')
  return JSON.stringify(value)
}
