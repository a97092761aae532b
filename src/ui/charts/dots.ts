import { html } from '#jsx'
import { heightOf, middleOf, plot } from './plot.ts'

/** One value over time; null where nothing can be said. */
export type ChartDot = { readonly label: string; readonly says: string; readonly value: number | null }

/** Dots that a line joins, with gaps where nothing can be said: how a measure went over time. */
export function Dots(props: {
  readonly id: string
  readonly title: string
  readonly dots: readonly ChartDot[]
  /** The value at the upper end, and what it is called. */
  readonly end: { readonly value: number; readonly label: string }
}) {
  const { dots, end } = props
  const x = (index: number) => middleOf(index, dots.length)
  const joins = dots.map(({ value }, index) => {
    const before = dots[index - 1]?.value ?? null
    if (value === null || before === null) return null
    return html`<line x1="${x(index - 1)}" y1="${heightOf(before, end.value)}" x2="${x(index)}" y2="${heightOf(value, end.value)}" class="chart-join"/>`
  })
  const drawn = dots.map(({ value, says }, index) =>
    value === null
      ? null
      : html`<circle cx="${x(index)}" cy="${heightOf(value, end.value)}" r="4" class="chart-dot"><title>${says}</title></circle>`,
  )
  return plot(props, { end: end.label, labels: dots.map(({ label }) => label) }, [joins, drawn])
}
