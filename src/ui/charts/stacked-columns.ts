import { html } from '#jsx'
import { heightOf, plot } from './plot.ts'
import { type Hue, percent, roundEnd } from './scale.ts'

/** One column: where it stands, and how much of each part it is made of. */
export type ChartColumn = {
  /** Below the axis. */
  readonly label: string
  /** All it says, for whoever points at it. */
  readonly says: string
  /** In the order of `hues`. */
  readonly parts: readonly number[]
}

type StackedProps = {
  readonly id: string
  readonly title: string
  readonly hues: readonly Hue[]
  readonly columns: readonly ChartColumn[]
}

/** Columns beside each other, each stacked from parts: how something went over time. */
export function StackedColumns(props: StackedProps) {
  const { columns } = props
  const end = roundEnd(columns.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0)))
  const axis = { end: String(end), labels: columns.map(({ label }) => label) }
  return plot(
    props,
    axis,
    columns.map((column, index) => stack(props, column, { index, end })),
  )
}

function stack({ hues, columns }: StackedProps, column: ChartColumn, at: { index: number; end: number }) {
  const x = percent(at.index + 0.15, columns.length)
  const width = percent(0.7, columns.length)
  let below = 0
  const parts = column.parts.map((part, n) => {
    if (part === 0) return null
    const ground = heightOf(below, at.end)
    below += part
    const y = heightOf(below, at.end)
    return html`<rect x="${x}" y="${y}" width="${width}" height="${Math.round(10 * (ground - y)) / 10}" class="chart-fill ${hues[n] ?? 'neutral'}"/>`
  })
  return html`<g><title>${column.says}</title>${parts}</g>`
}
