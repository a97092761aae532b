import { done, type Outcome, refuse } from '../../kernel/outcome.ts'

declare const brand: unique symbol

/** A text from one side to the other, fit to be kept and shown; made only by `readReason`. */
export type Reason = string & { readonly [brand]: 'reason' }

/** Why a text is not fit; lengths in characters (code points) after trimming. */
export type ReasonProblem =
  | { readonly code: 'too-short'; readonly length: number; readonly min: number }
  | { readonly code: 'too-long'; readonly length: number; readonly max: number }
  | { readonly code: 'one-character' }

export const shortestReason = 10
export const longestReason = 1000

/**
 * The reason in what somebody typed, 10 to 1,000 characters. Outer space, control characters and invisible direction
 * marks are dropped, line ends become \n. The text of a decline is read by the same rule.
 */
export function readReason(text: string): Outcome<Reason, ReasonProblem> {
  const cleaned = clean(text)
  const length = lengthOf(cleaned)
  if (length < shortestReason) return refuse({ code: 'too-short', length, min: shortestReason })
  if (length > longestReason) return refuse({ code: 'too-long', length, max: longestReason })
  if (saysNothing(cleaned)) return refuse({ code: 'one-character' })
  return done(cleaned as Reason)
}

/** How many characters the text may still grow by; negative when it is too long. */
export function remaining(text: string): number {
  return longestReason - lengthOf(clean(text))
}

const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g
// Controls but tab and newline; direction overrides; marks without width that are no part of any word.
const unwanted =
  /[^\P{Cc}\t\n]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

function clean(text: string): string {
  return text.toWellFormed().replace(lineEnds, '\n').replace(unwanted, '').normalize('NFC').trim()
}

function lengthOf(text: string): number {
  return [...text].length
}

function saysNothing(text: string): boolean {
  const visible = text.toLowerCase().replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
  return new Set(visible).size < 2
}
