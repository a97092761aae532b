import type { Child } from '#jsx'
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
          <tbody>
            {props.rows.map((row) => (
              <Line table={props} row={row} />
            ))}
          </tbody>
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

function Line<Row>({ table, row }: { table: TableProps<Row>; row: Row }) {
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
      {table.columns.map((column) =>
        column.heads ? (
          <th scope="row" class={kindOf(column)}>
            {column.cell(row)}
          </th>
        ) : (
          <td class={kindOf(column)} data-label={column.label}>
            <div>{column.cell(row)}</div>
          </td>
        ),
      )}
    </tr>
  )
}
