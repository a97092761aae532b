import type { Child } from '#jsx'
import type { Reader } from '../../platform/i18n/reader.ts'
import { LinkButton } from '../button.tsx'
import { Fold } from '../fold.tsx'
import { words } from '../messages/index.ts'
import { type Column, Table } from '../table.tsx'
import type { Hue } from './scale.ts'

/** Around a picture of numbers: what it is about, what it says, and the numbers themselves. */
export type ChartFrameProps<Row> = {
  readonly reader: Reader
  /** Names the picture on its page. */
  readonly id: string
  readonly title: string
  /** What the picture says, as one sentence. */
  readonly summary: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** The numbers as a file. */
  readonly csv?: string | undefined
  /** What the colours stand for. */
  readonly legend?: readonly { readonly label: string; readonly hue: Hue }[] | undefined
  /** The numbers are shown from the start. */
  readonly open?: boolean | undefined
  /** The picture; nothing when there is nothing to draw. */
  readonly children?: Child
}

/** A picture of numbers with its sentence, and with the numbers as a table that opens below it. */
export function ChartFrame<Row>(props: ChartFrameProps<Row>) {
  const { reader, id, title, summary, columns, rows, csv, legend } = props
  const t = words.for(reader)
  return (
    <section class="card chart-card" id={id} aria-labelledby={`${id}-title`}>
      <div class="card-head">
        <h2 id={`${id}-title`}>{title}</h2>
      </div>
      <div class="card-body">
        <p id={`${id}-summary`}>{summary}</p>
        {props.children}
        {legend && legend.length > 0 && (
          <ul class="chart-legend">
            {legend.map(({ label, hue }) => (
              <li>
                <span class={`chart-swatch ${hue}`} aria-hidden="true" />
                {label}
              </li>
            ))}
          </ul>
        )}
        {rows.length > 0 && (
          <Fold summary={t('chart.numbers')} id={`${id}-numbers`} open={props.open}>
            <Table reader={reader} caption={title} dense columns={columns} rows={rows} />
            {csv !== undefined && (
              <LinkButton small icon="download" href={csv} download>
                {t('chart.csv')}
              </LinkButton>
            )}
          </Fold>
        )}
      </div>
    </section>
  )
}
