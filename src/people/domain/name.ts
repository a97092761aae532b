import { done, type Outcome, refuse } from '../../kernel/outcome.ts'

/** Why a text cannot stand in somebody's details. */
export type NameProblem = 'too-long' | 'link' | 'hidden' | 'mixed'

const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u
const link = /:\/\/|www\.|@|[\p{L}\p{N}]\.\p{L}{2,}(?:\/|$|\s)/iu
const scripts = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
  'Armenian',
  'Georgian',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'))

function tidy(input: string): string {
  return input
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
}

/** Letters of two scripts in one word: how a name is made to look like another. */
function isMixed(text: string): boolean {
  return text.split(/[\s-]/u).some((word) => scripts.filter((script) => script.test(word)).length > 1)
}

/** A person's name as it may be shown and mailed: one line, no link or address, no hidden character, one script a word. */
export function readName(input: string, max = 60): Outcome<string, NameProblem> {
  const name = tidy(input)
  if (name.length > max) return refuse('too-long')
  if (hidden.test(name)) return refuse('hidden')
  if (link.test(name) || /[<>\\/|{}[\]=]/u.test(name)) return refuse('link')
  return isMixed(name) ? refuse('mixed') : done(name)
}

/** A line about an organisation, such as its name or the address of a site: one line, no link, no hidden character. */
export function readLine(input: string, max = 120): Outcome<string, NameProblem> {
  const text = tidy(input)
  if (text.length > max) return refuse('too-long')
  if (hidden.test(text)) return refuse('hidden')
  return /:\/\/|www\.|@|[<>]/iu.test(text) ? refuse('link') : done(text)
}

/** A telephone number as people write them. */
export function readPhone(input: string): Outcome<string, 'wrong'> {
  const phone = input.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  if (phone === '') return done('')
  const digits = phone.replace(/\D/g, '').length
  const shape = /^\+?[0-9 ()./-]{3,32}(?: ?(?:x|ext\.?|poste|p\.|#) ?[0-9]{1,8})?$/i
  return shape.test(phone) && digits >= 3 && digits <= 20 ? done(phone) : refuse('wrong')
}
