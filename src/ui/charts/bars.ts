import { html } from '#jsx'
import { svg } from './plot.ts'
import { type Hue, percent } from './scale.ts'

/** One bar with its name and what it counts; `says` stands in place of the number where that means little by itself. */
export type ChartBar = {
  readonly label: string
  readonly n: number
  readonly hue?: Hue
  readonly says?: string
}

const rowHeight = 40

/** Bars below each other, the name above each: how much there is of what. */
export function Bars(props: {
  readonly id: string
  readonly title: string
  readonly bars: readonly ChartBar[]
}) {
  const { bars } = props
  const most = Math.max(1, ...bars.map(({ n }) => n))
  return svg(
    props,
    bars.length * rowHeight,
    bars.map((bar, index) => barOf(bar, index * rowHeight, most)),
  )
}

function barOf({ label, n, hue = 'green', says = String(n) }: ChartBar, y: number, most: number) {
  const words = html`<text x="0" y="${y + 15}" class="chart-name">${label}</text><text x="100%" y="${y + 15}" class="chart-value">${says}</text>`
  const track = html`<rect x="0" y="${y + 22}" width="100%" height="8" rx="4" class="chart-track"/>`
  const fill =
    n > 0 &&
    html`<rect x="0" y="${y + 22}" width="${percent(n, most)}" height="8" rx="4" class="chart-fill ${hue}"/>`
  return html`<g>${words}${track}${fill}</g>`
}
