import { type Child, finished, html } from '#jsx'
import type { Reader } from '../platform/i18n/reader.ts'
import { Icon } from './icon.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { words } from './messages/index.ts'
import { safeHref } from './safe-href.ts'

/** A column: its heading and what stands under it; `sort` makes the heading a link. */
export type Column<Row> = {
  label: string
  cell: (row: Row) => Child
  /** The column that names the row. */
  heads?: boolean | undefined
  numeric?: boolean | undefined
  /** Only as wide as needed, on one line. */
  fit?: boolean | undefined
  /** The column of buttons. */
  actions?: boolean | undefined
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined
}

type TableProps<Row> = {
  reader: Reader
  /** What the table is about; unseen unless `captioned`. */
  caption: string
  captioned?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  dense?: boolean | undefined
  /** Headings may take several lines, where there are many columns of little. */
  wraps?: boolean | undefined
  /** A box to tick in each row that `when` allows; `label` names the row, `form` is the id of the form it goes with. */
  select?:
    | {
        name: string
        value: (row: Row) => string
        label: (row: Row) => string
        form?: string
        when?: (row: Row) => boolean
      }
    | undefined
  /** The keys j, k, x, o, a, d and ? work on the rows; the first link of a row opens it. */
  queue?: boolean | undefined
  rowId?: ((row: Row) => string) | undefined
  tone?: ((row: Row) => 'due' | 'quiet' | undefined) | undefined
}

/** A real table, which becomes a card for each row on a phone. */
export function Table<Row>(props: TableProps<Row>) {
  return (
    <>
      <div class="table-frame">
        <table class={lookOf(props)} data-queue={props.queue ? '' : undefined}>
          <caption class={props.captioned ? undefined : 'unseen'}>{props.caption}</caption>
          <Headings {...props} />
          <tbody>{linesOf(props)}</tbody>
        </table>
      </div>
      {props.queue && <KeysDialog reader={props.reader} />}
    </>
  )
}

function lookOf<Row>({ dense, wraps }: TableProps<Row>): string {
  return `table${dense ? ' dense' : ''}${wraps ? ' wraps' : ''}`
}

function Headings<Row>({ reader, select, columns }: TableProps<Row>) {
  const t = words.for(reader)
  return (
    <thead>
      <tr>
        {select && (
          <th scope="col" class="pick">
            <span class="unseen">{t('table.select')}</span>
          </th>
        )}
        {columns.map((column) => (
          <Heading column={column} sortWords={t('table.sort')} />
        ))}
      </tr>
    </thead>
  )
}

function Heading<Row>({ column, sortWords }: { column: Column<Row>; sortWords: string }) {
  const { label, sort } = column
  return (
    <th scope="col" class={kindOf(column)} aria-sort={sort?.direction}>
      {sort ? (
        <a href={safeHref(sort.href)}>
          {label}
          <span class="unseen"> ({sortWords})</span>
          <Icon name={sortIcon(sort.direction)} size={16} />
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function sortIcon(direction: 'ascending' | 'descending' | undefined) {
  if (direction === undefined) return 'arrow-up-down'
  return direction === 'ascending' ? 'arrow-up' : 'arrow-down'
}

function kindOf<Row>({ numeric, fit, actions }: Column<Row>): string | undefined {
  const kinds = [numeric && 'number', fit && 'fit', actions && 'acts'].filter(Boolean)
  return kinds.length > 0 ? kinds.join(' ') : undefined
}

// The attributes of a column's cells are the same in every line.
function linesOf<Row>(table: TableProps<Row>) {
  const places = table.columns.map((column) => ({ column, marks: finished(marksOf(column)) }))
  return table.rows.map((row) => <Line table={table} places={places} row={row} />)
}

type Place<Row> = { readonly column: Column<Row>; readonly marks: Child }

function marksOf<Row>(column: Column<Row>) {
  const kind = kindOf(column)
  const look = kind && html` class="${kind}"`
  return column.heads ? html` scope="row"${look}` : html`${look} data-label="${column.label}"`
}

// Not as JSX: a page has hundreds of cells, and all but what they show is the same.
function cellOf<Row>({ column, marks }: Place<Row>, row: Row) {
  const shown = column.cell(row)
  return column.heads ? html`<th${marks}>${shown}</th>` : html`<td${marks}><div>${shown}</div></td>`
}

type LineProps<Row> = { table: TableProps<Row>; places: readonly Place<Row>[]; row: Row }

function Line<Row>({ table, places, row }: LineProps<Row>) {
  const { select } = table
  return (
    <tr id={table.rowId?.(row)} class={table.tone?.(row)} data-row={table.queue ? '' : undefined}>
      {select && (
        <td class="pick">
          {(select.when?.(row) ?? true) && (
            <input
              type="checkbox"
              name={select.name}
              value={select.value(row)}
              aria-label={select.label(row)}
              form={select.form}
            />
          )}
        </td>
      )}
      {places.map((place) => cellOf(place, row))}
    </tr>
  )
}
