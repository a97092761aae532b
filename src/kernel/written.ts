import { done, type Outcome, refuse } from './outcome.ts'

/** Why a text is not fit; lengths in characters (code points) after trimming. */
export type TextProblem =
  | { readonly code: 'too-short'; readonly length: number; readonly min: number }
  | { readonly code: 'too-long'; readonly length: number; readonly max: number }
  | { readonly code: 'one-character' }

/** The fewest and the most characters of a text. */
export type TextBounds = { readonly min: number; readonly max: number }

/**
 * What somebody wrote to somebody else, fit to be kept and shown. Outer space, control characters and invisible
 * direction marks are dropped, line ends become \n. One that may be a single word is also one that may be a single letter.
 */
export function readWritten(text: string, { min, max }: TextBounds): Outcome<string, TextProblem> {
  const cleaned = clean(text)
  const length = lengthOf(cleaned)
  if (length < min) return refuse({ code: 'too-short', length, min })
  if (length > max) return refuse({ code: 'too-long', length, max })
  if (min > 1 && saysNothing(cleaned)) return refuse({ code: 'one-character' })
  return done(cleaned)
}

const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g
// Controls but tab and newline; direction overrides; marks without width that are no part of any word.
const unwanted =
  /[^\P{Cc}\t\n]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/** The text without outer space, control characters and invisible direction marks, in NFC. */
export function clean(text: string): string {
  return text.toWellFormed().replace(lineEnds, '\n').replace(unwanted, '').normalize('NFC').trim()
}

/** The text as it was written, without outer space, its line ends as \n; what only passes through is cleaned no further. */
export function trimmed(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

/** How many characters (code points) a text has. */
export function lengthOf(text: string): number {
  return [...text].length
}

function saysNothing(text: string): boolean {
  const visible = text.toLowerCase().replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
  return new Set(visible).size < 2
}
