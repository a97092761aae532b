import { type Child, html } from '#jsx'
import { percent, shownLabels } from './scale.ts'

const height = 176
const top = 16
const bottom = 152
const mostLabels = 4

/** What a picture is called, and the id that its frame has for it. */
export type Named = { readonly id: string; readonly title: string }

/** The picture itself: one image for whoever cannot see it, named, and described by the sentence of its frame. */
export function svg({ id, title }: Named, tall: number, content: Child) {
  return html`<svg class="chart" width="100%" height="${tall}" role="img" aria-labelledby="${id}-svg" aria-describedby="${id}-summary"><title id="${id}-svg">${title}</title>${content}</svg>`
}

/** A picture over time: lines behind it, what `end` stands for at the upper one, labels below. */
export function plot(
  named: Named,
  { end, labels }: { end: string; labels: readonly string[] },
  content: Child,
) {
  const lines = [top, (top + bottom) / 2].map(
    (y) => html`<line x1="0" x2="100%" y1="${y}" y2="${y}" class="chart-line"/>`,
  )
  const ground = html`<line x1="0" x2="100%" y1="${bottom}" y2="${bottom}" class="chart-ground"/>`
  const ends = html`<text x="0" y="${top - 4}">${end}</text>`
  return svg(named, height, [lines, content, ground, ends, below(labels)])
}

function below(labels: readonly string[]): Child {
  const shown = shownLabels(labels.length, mostLabels)
  return labels.map(
    (label, index) =>
      shown.has(index) &&
      html`<text x="${middleOf(index, labels.length)}" y="${bottom + 18}" class="${anchorOf(index, labels.length)}">${label}</text>`,
  )
}

// In a row of many, the outermost would reach out of the picture.
function anchorOf(index: number, count: number): string {
  if (index === 0 && count > 6) return 'chart-label first'
  return index === count - 1 && count > 6 ? 'chart-label last' : 'chart-label'
}

/** Where the middle of one of so many places is. */
export function middleOf(index: number, count: number): string {
  return percent(index + 0.5, count)
}

/** Where a value stands between the ground and the end of a picture. */
export function heightOf(value: number, end: number): number {
  return Math.round(10 * (bottom - (value * (bottom - top)) / end)) / 10
}
