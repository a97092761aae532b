import type { Typed } from './form.ts'

/** What was typed into a field of one value; empty when nothing was. */
export function textOf(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** What was chosen in a field of several values. */
export function listOf(typed: Typed, name: string): readonly string[] {
  const value = typed[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
