/** A line of a list of closed days, as it was read. */
export type ReadDay = { readonly day: string; readonly name: string }

/** Why a list of closed days cannot be read; `line` counts from 1. */
export type ClosedDaysProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-many'; readonly most: number }
  | { readonly code: 'no-date' | 'no-name' | 'out-of-range'; readonly line: number; readonly text: string }

/** The most closed days that an account keeps. */
export const mostClosedDays = 400
/** The most lines that are read at once. */
export const mostLinesAtOnce = 100
const longestName = 80

type Line = { readonly number: number; readonly text: string }
type ReadLine =
  | { readonly ok: true; readonly value: ReadDay }
  | { readonly ok: false; readonly problem: ClosedDaysProblem }

/**
 * Reads closed days, one a line: a date as 2026-12-24 or 24.12.2026 or 24/12/2026, then a name. `today` is
 * 'YYYY-MM-DD'; days from a year ago to five years on are taken. The later of two lines about one day counts.
 */
export function readClosedDays(
  typed: string,
  today: string,
):
  | { readonly ok: true; readonly days: readonly ReadDay[] }
  | { readonly ok: false; readonly problems: readonly ClosedDaysProblem[] } {
  const lines = typed
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '')
  if (lines.length === 0) return { ok: false, problems: [{ code: 'empty' }] }
  if (lines.length > mostLinesAtOnce)
    return { ok: false, problems: [{ code: 'too-many', most: mostLinesAtOnce }] }
  const days = new Map<string, ReadDay>()
  const problems: ClosedDaysProblem[] = []
  for (const line of lines) {
    const read = readLine(line, today)
    if (read.ok) days.set(read.value.day, read.value)
    else problems.push(read.problem)
  }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, days: [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1)) }
}

const beginsWithDate = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})[./](\d{4}))[\s,;:–-]*(.*)$/su

function readLine({ number, text }: Line, today: string): ReadLine {
  const problem = (code: 'no-date' | 'no-name' | 'out-of-range'): ReadLine => ({
    ok: false,
    problem: { code, line: number, text: text.slice(0, 40) },
  })
  const found = beginsWithDate.exec(text)
  const day = found && dayOf(found)
  if (!found || !day) return problem('no-date')
  const name = (found[7] ?? '').trim()
  if (name === '' || [...name].length > longestName) return problem('no-name')
  const year = Number(today.slice(0, 4))
  const from = `${year - 1}${today.slice(4)}`
  const to = `${year + 5}${today.slice(4)}`
  return day < from || day > to ? problem('out-of-range') : { ok: true, value: { day, name } }
}

function dayOf(found: RegExpExecArray): string | undefined {
  const [year, month, day] = found[1] ? [found[1], found[2], found[3]] : [found[6], found[5], found[4]]
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const fits = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return fits ? date.toISOString().slice(0, 10) : undefined
}
