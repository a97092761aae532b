/** A line of a list: its number in the file, from 1, and its cells. */
export type Line = { readonly number: number; readonly cells: readonly string[] }

/** What can be wrong with the file itself. */
export class UnfinishedCell extends Error {}

/**
 * The lines of a CSV file (RFC 4180), one after the other, so that a long list is never held twice. Commas or semicolons,
 * whichever the first line uses; cells in quotes may hold line ends; empty lines are left out.
 */
export function* readLines(text: string): Generator<Line> {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const separator = separatorOf(source)
  let at = 0
  let number = 1
  while (at < source.length) {
    const { cells, next, ends } = readLine(source, at, separator)
    if (cells.length > 1 || cells[0] !== '') yield { number, cells }
    number += ends
    at = next
  }
}

function separatorOf(source: string): ',' | ';' {
  const first = source.slice(0, source.search(/[\r\n]|$/))
  return first.split(';').length > first.split(',').length ? ';' : ','
}

type Read = { readonly cells: string[]; readonly next: number; readonly ends: number }

function readLine(source: string, from: number, separator: string): Read {
  const cells: string[] = []
  let at = from
  let ends = 0
  for (;;) {
    const cell = source[at] === '"' ? quoted(source, at) : bare(source, at, separator)
    cells.push(cell.text)
    ends += cell.ends
    at = cell.next
    if (source[at] !== separator) break
    at++
  }
  if (source[at] === '\r') at++
  if (source[at] === '\n') at++
  return { cells, next: at, ends: ends + 1 }
}

type Cell = { readonly text: string; readonly next: number; readonly ends: number }

function bare(source: string, from: number, separator: string): Cell {
  let at = from
  while (at < source.length && source[at] !== separator && source[at] !== '\n' && source[at] !== '\r') at++
  return { text: source.slice(from, at).trim(), next: at, ends: 0 }
}

function quoted(source: string, from: number): Cell {
  let text = ''
  let at = from + 1
  for (;;) {
    const close = source.indexOf('"', at)
    if (close < 0) throw new UnfinishedCell('a cell in quotes does not end')
    text += source.slice(at, close)
    at = close + 1
    if (source[at] !== '"') break
    text += '"'
    at++
  }
  return { text: text.trim(), next: at, ends: text.split('\n').length - 1 }
}
