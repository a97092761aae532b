/** Most lines that are taken at once. */
export const mostLines = 1000

/** A line of a file, with its number there. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

/** The columns of a file, in the order of its template. */
export const sheetColumns = ['address', 'role', 'place', 'ends'] as const
export type SheetColumn = (typeof sheetColumns)[number]

/**
 * The rows of a CSV text (RFC 4180), parted by commas, semicolons or tabs, whichever its first line has most of. Empty
 * lines are left out, the others keep their numbers. An apostrophe that guards a formula is dropped.
 */
export function rowsOf(text: string): Row[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(plain.split('\n', 1)[0] ?? '')
  const rows: Row[] = []
  let line = 1
  let first = 1
  let cells: string[] = []
  for (const { cell, isLast, lines } of cellsOf(plain, separator)) {
    cells.push(unguarded(cell))
    line += lines
    if (!isLast) continue
    if (cells.some((one) => one !== '')) rows.push({ line: first, cells })
    cells = []
    first = line
  }
  return rows
}

type Cell = {
  readonly cell: string
  /** The last of its row. */
  readonly isLast: boolean
  /** So many lines of the text end in it. */
  readonly lines: number
}

// A cell in quotes holds what it likes, a quote as two; one without ends at a separator or a line's end.
function* cellsOf(text: string, separator: string): Generator<Cell> {
  const mark = separator === '\t' ? '\\t' : separator
  const cell = new RegExp(`[ ]*(?:"((?:[^"]|"")*)"([^\\n${mark}]*)|([^\\n${mark}]*))(\\n|${mark}|$)`, 'gy')
  for (const found of text.matchAll(cell)) {
    const [whole, quoted, after, plain, end] = found
    const said = quoted === undefined ? plain : `${quoted.replaceAll('""', '"')}${after}`
    yield { cell: said ?? '', isLast: end !== separator, lines: whole.split('\n').length - 1 }
    if (end === '') return
  }
}

function separatorOf(line: string): string {
  const counts = [',', ';', '\t'].map((one) => ({ one, n: line.split(one).length }))
  return counts.reduce((most, next) => (next.n > most.n ? next : most)).one
}

function unguarded(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '')
}

/** A line of a file by what its columns mean. */
export type SheetLine = { readonly line: number } & { readonly [Column in SheetColumn]: string }

/**
 * The lines of a file: by the names in its first row when that has some, else in the order of the template. `names` are
 * what the columns may be called, in lower case.
 */
export function sheetLines(text: string, names: ReadonlyMap<string, SheetColumn>): SheetLine[] {
  const rows = rowsOf(text)
  const heading = rows[0]?.cells.map((cell) => names.get(cell.toLowerCase())) ?? []
  const isHeaded = heading.includes('address')
  const order: readonly (SheetColumn | undefined)[] = isHeaded ? heading : sheetColumns
  return rows.slice(isHeaded ? 1 : 0).map(({ line, cells }) => {
    const at = (column: SheetColumn) => cells[order.indexOf(column)] ?? ''
    return { line, address: at('address'), role: at('role'), place: at('place'), ends: at('ends') }
  })
}

/** Addresses as people paste them: parted by commas, semicolons or lines, with or without a name before each. */
export function addressesIn(text: string): { readonly line: number; readonly address: string }[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((written, index) =>
      written
        .split(/[,;]/)
        .map((one) => /<([^<>]*)>\s*$/.exec(one)?.[1] ?? one)
        .flatMap((one) => (one.includes('@') ? one.trim().split(/\s+/) : [one.trim()]))
        .filter((one) => one !== '')
        .map((address) => ({ line: index + 1, address })),
    )
}

/** How many addresses can be sent at once to put people somewhere. */
export const mostAddresses = 500

/** Addresses each once, in small letters, as many as can be sent at once. */
export function distinct(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((one) => one.trim().toLowerCase()))].slice(0, mostAddresses)
}
