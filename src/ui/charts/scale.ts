/** The colours of pictures; each stands for something that a legend or a label names. */
export type Hue = 'green' | 'red' | 'blue' | 'amber' | 'violet' | 'neutral'

/** The end of an axis that begins with nothing: a round number, not below any of these. */
export function roundEnd(values: readonly number[]): number {
  const most = Math.max(1, ...values)
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power >= most) ?? 10
  return step * power
}

/** A part of a whole in hundredths, for a length in a picture. */
export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100}%`
}

/** Which of so many labels are shown below an axis, so that they do not touch: the first, and every few. */
export function shownLabels(count: number, most: number): ReadonlySet<number> {
  const every = Math.max(1, Math.ceil(count / most))
  return new Set(Array.from({ length: count }, (_, index) => index).filter((index) => index % every === 0))
}
