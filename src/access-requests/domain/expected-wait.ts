/** How long answers of an account take: half of them, and most of them, within so many working days; null is longer. */
export type ExpectedWait = { readonly half: number | null; readonly most: number | null }

/** Over how many days answers are looked at, and how many it takes to say anything. */
export const daysLookedAt = 180
export const fewestAnswers = 10

const bands = [1, 2, 3, 5, 10] as const
/** The longest wait that is said in days. */
export const longestBand = 10

/**
 * What can be said about the answers of an account: the median and the 80th percentile, in bands. `workingDays` has for
 * each answer within how many working days it came. Null when there are too few to say anything.
 */
export function expectedWaitOf(workingDays: readonly number[]): ExpectedWait | null {
  if (workingDays.length < fewestAnswers) return null
  const sorted = workingDays.toSorted((one, other) => one - other)
  return { half: bandOf(sorted, 0.5), most: bandOf(sorted, 0.8) }
}

// The shortest wait that at least this share of the answers kept.
function bandOf(sorted: readonly number[], share: number): number | null {
  const days = sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  return bands.find((band) => days <= band) ?? null
}
