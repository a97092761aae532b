/** What a list can hold. */
export const importKinds = ['ACCOUNTS', 'VIRTUAL_ACCOUNTS', 'PEOPLE', 'ROLES'] as const
export type ImportKind = (typeof importKinds)[number]

/** The most lines of one list, and the most bytes of its file. */
export const mostLines = 50_000
export const mostBytes = 8 * 1024 * 1024

/** The columns of each kind, in their order; those with a star must be filled in. */
export const columns = {
  ACCOUNTS: ['identifier*', 'name*', 'type', 'visibility', 'time_zone', 'verified_domains', 'administrator*'],
  VIRTUAL_ACCOUNTS: ['account*', 'name*', 'parent', 'restricted'],
  PEOPLE: [
    'address*',
    'first_name*',
    'last_name*',
    'locale',
    'time_zone',
    'company',
    'country',
    'support',
    'operator',
  ],
  ROLES: ['account*', 'address*', 'role*', 'virtual_account', 'last_day'],
} as const satisfies Record<ImportKind, readonly string[]>

type Starless<Name extends string> = Name extends `${infer Bare}*` ? Bare : Name
/** A column of any kind. */
export type Column = Starless<(typeof columns)[ImportKind][number]>

/** The names of the columns, as the first line of a file must give them. */
export function columnNames(kind: ImportKind): Column[] {
  return columns[kind].map((name) => name.replace('*', '') as Column)
}

/** What is wrong with a line, by a word of this list. */
export const problems = [
  'columns',
  'cells',
  'missing',
  'unfit',
  'unknown',
  'taken',
  'choice',
  'role',
  'twice',
  'not-possible',
] as const
export type Problem = (typeof problems)[number]
/** Where on a line something is wrong, and what; the file itself is `file`. */
export type LineProblem = { readonly field: Column | 'file'; readonly problem: Problem }

/** The cells of a line by the names of their columns. */
export type Row = Readonly<Partial<Record<Column, string>>>

/** The cells of a line under the names that the first line gave; a problem where there are too many or one is missing. */
export function rowOf(
  kind: ImportKind,
  header: readonly Column[],
  cells: readonly string[],
): { readonly row: Row; readonly problems: readonly LineProblem[] } {
  const row = Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])) as Row
  const surplus: LineProblem[] = cells.length > header.length ? [{ field: 'file', problem: 'cells' }] : []
  const missing = columns[kind]
    .filter((name) => name.endsWith('*'))
    .map((name) => name.slice(0, -1) as Column)
    .filter((name) => (row[name] ?? '') === '')
    .map((field): LineProblem => ({ field, problem: 'missing' }))
  return { row, problems: [...surplus, ...missing] }
}

/** The columns that a first line names, in its order; undefined when it does not name what it must. */
export function headerOf(kind: ImportKind, cells: readonly string[]): Column[] | undefined {
  const known = columnNames(kind)
  const named = cells.map((cell) => cell.toLowerCase().replace(/[ -]/g, '_'))
  const isKnown = named.every((name) => (known as string[]).includes(name))
  const hasAll = columns[kind].every((name) => !name.endsWith('*') || named.includes(name.slice(0, -1)))
  return isKnown && hasAll && new Set(named).size === named.length ? (named as Column[]) : undefined
}

/** What tells a line apart from every other of its list. */
export function keyOf(kind: ImportKind, row: Row): string {
  const parts: Record<ImportKind, readonly Column[]> = {
    ACCOUNTS: ['identifier'],
    VIRTUAL_ACCOUNTS: ['account', 'parent', 'name'],
    PEOPLE: ['address'],
    ROLES: ['account', 'address', 'role', 'virtual_account'],
  }
  return parts[kind].map((name) => (row[name] ?? '').toLowerCase()).join('\n')
}

/** The kind that a word names: `virtual-accounts`. */
export function importKindIn(word: string): ImportKind | undefined {
  return importKinds.find((kind) => kind.toLowerCase().replace('_', '-') === word)
}

/** How a kind is written in an address and on the command line. */
export function wordOf(kind: ImportKind): string {
  return kind.toLowerCase().replace('_', '-')
}
