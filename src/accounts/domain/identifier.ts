import { domainToASCII, domainToUnicode } from 'node:url'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readsSafely } from './writing-systems.ts'

declare const brand: unique symbol

/** The name of an account, shaped like a domain, in lower-case A-label form; made only by `readIdentifier`. */
export type Identifier = string & { readonly [brand]: 'identifier' }

/** Why a text is no identifier, with what a sentence needs to point at it. */
export type IdentifierProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly max: number }
  | { readonly code: 'no-dot' }
  | { readonly code: 'ip-address' }
  | { readonly code: 'empty-label' }
  | { readonly code: 'long-label'; readonly max: number }
  | { readonly code: 'outer-hyphen' }
  | { readonly code: 'hidden-character' }
  | { readonly code: 'character'; readonly character: string }
  | { readonly code: 'encoding' }

const longest = 253
const longestLabel = 63
const longestInput = 2048

const padding = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu
const hidden = /\p{Default_Ignorable_Code_Point}|\p{Cc}/u
const notInALabel = /[^\p{L}\p{M}\p{N}.-]/u
const addressEnding = /(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)$/
const ldhLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The identifier in what somebody typed or pasted: a domain, a URL, or an e-mail address, in any case, padded, with a
 * final dot, internationalised or not. Refuses what could be mistaken for another identifier.
 */
export function readIdentifier(input: string): Outcome<Identifier, IdentifierProblem> {
  if (input.length > longestInput) return refuse({ code: 'too-long', max: longest })
  const typed = hostIn(input.replace(padding, ''))
  if (typed === '') return refuse({ code: 'empty' })
  const host = folded(typed)
  const problem = problemOfTyped(host)
  if (problem) return refuse(problem)
  const ascii = domainToASCII(host)
  const hostProblem = problemOfAscii(ascii)
  return hostProblem ? refuse(hostProblem) : done(ascii as Identifier)
}

/** How to show an identifier: readable when no look-alike can hide in it; `ascii` is shown beside it when they differ. */
export function shownIdentifier(identifier: Identifier): { readonly shown: string; readonly ascii?: string } {
  // Nothing else has another way to be written, and a list shows many.
  if (!identifier.includes('xn--')) return { shown: identifier }
  const unicode = domainToUnicode(identifier)
  const isReadable = unicode !== identifier && unicode.split('.').every(readsSafely)
  return isReadable ? { shown: unicode, ascii: identifier } : { shown: identifier }
}

// The host of a URL, the domain of an address, or the text itself. Cut before any folding, so that no character that
// only folds to a separator can move the border.
function hostIn(text: string): string {
  const address = /<([^<>]*)>$/.exec(text)?.[1] ?? text
  const authority = address
    .replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/|^mailto:/i, '')
    .split(/[/?#\\]/, 1)[0] as string
  const at = authority.lastIndexOf('@')
  const host = authority.slice(at + 1).replace(/:[0-9]*$/, '')
  // The name of a web server, not of an organisation. What stands after an @ is a mail domain of its own.
  return at < 0 ? host.replace(/^www\.(?=[^.]+\.[^.])/i, '') : host
}

function folded(host: string): string {
  return host.normalize('NFKC').toLowerCase().replaceAll('\u3002', '.').replace(/\.$/, '')
}

function problemOfTyped(host: string): IdentifierProblem | undefined {
  if (hidden.test(host)) return { code: 'hidden-character' }
  if (/^\[|:.*:/.test(host) || addressEnding.test(host)) return { code: 'ip-address' }
  const character = notInALabel.exec(host)?.[0]
  if (character !== undefined) return { code: 'character', character }
  if (host.split('.').includes('')) return { code: 'empty-label' }
  return undefined
}

function problemOfAscii(ascii: string): IdentifierProblem | undefined {
  const labels = ascii.split('.')
  if (ascii === '') return { code: 'encoding' }
  if (labels.length < 2) return { code: 'no-dot' }
  if (labels.some((label) => label.length > longestLabel)) return { code: 'long-label', max: longestLabel }
  if (ascii.length > longest) return { code: 'too-long', max: longest }
  if (labels.some((label) => /^-|-$/.test(label))) return { code: 'outer-hyphen' }
  return labels.every((label) => ldhLabel.test(label)) && comesBack(ascii) ? undefined : { code: 'encoding' }
}

// The parser lets ASCII input pass unread, so an A-label is decoded, looked at and encoded again.
function comesBack(ascii: string): boolean {
  if (!ascii.includes('xn--')) return true
  const unicode = domainToUnicode(ascii)
  const stillEncoded = unicode.split('.').some((label) => label.startsWith('xn--'))
  return (
    !stillEncoded && !notInALabel.test(unicode) && !hidden.test(unicode) && domainToASCII(unicode) === ascii
  )
}
