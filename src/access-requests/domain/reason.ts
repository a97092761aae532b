import type { Outcome } from '../../kernel/outcome.ts'
import { clean, lengthOf, readWritten, type TextProblem } from '../../kernel/written.ts'

declare const brand: unique symbol

/** A text from one side to the other, fit to be kept and shown; made only by `readReason`. */
export type Reason = string & { readonly [brand]: 'reason' }

/** Why a text is not fit; lengths in characters (code points) after trimming. */
export type ReasonProblem = TextProblem

export const shortestReason = 10
export const longestReason = 1000

/** The reason in what somebody typed, 10 to 1,000 characters. The text of a decline is read by the same rule. */
export function readReason(text: string): Outcome<Reason, ReasonProblem> {
  return readWords(text, { min: shortestReason, max: longestReason })
}

/** A text by the same rule, of other lengths; one that may be a single word is also one that may be a single letter. */
export function readWords(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): Outcome<Reason, ReasonProblem> {
  return readWritten(text, { min, max }) as Outcome<Reason, ReasonProblem>
}

/** How many characters the text may still grow by; negative when it is too long. */
export function remaining(text: string): number {
  return longestReason - lengthOf(clean(text))
}
