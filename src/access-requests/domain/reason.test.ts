import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestReason, readReason, remaining } from './reason.ts'

function read(text: string): string {
  const outcome = readReason(text)
  return outcome.ok ? outcome.value : `refused: ${outcome.refusal.code}`
}

describe('a reason', () => {
  it.each([
    ['of ten characters', 'I need it.', 'I need it.'],
    ['of a thousand', 'ab'.repeat(500), 'ab'.repeat(500)],
    ['padded', ' \n\u00a0 I need it. \t\n', 'I need it.'],
    ['with line ends of every kind', 'one\r\ntwo\rthree\u2028four\u0085five', 'one\ntwo\nthree\nfour\nfive'],
    ['with a tab inside', 'name:\tRaul Moreau', 'name:\tRaul Moreau'],
    ['of ten letters beyond the first plane', '𝒜𝒷'.repeat(5), '𝒜𝒷'.repeat(5)],
    ['in decomposed letters', 'Ne\u0301cessaire\u0301', 'Nécessairé'],
    ['with control characters', 'I \u0000need\u0007 it\u009b.', 'I need it.'],
    ['with direction overrides', 'I need \u202eit\u202c.', 'I need it.'],
    ['with invisible characters', 'I\u200b need\ufeff it\u00ad.', 'I need it.'],
    ['with half a character', 'I need it \ud83d', 'I need it \ufffd'],
    ['with a family of joined emoji', 'We are 👨‍👩‍👧 here', 'We are 👨‍👩‍👧 here'],
    ['that looks like a page', '<script>1</script>', '<script>1</script>'],
  ])('%s is read', (_what, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['nothing', '', { code: 'too-short', length: 0, min: 10 }],
    ['space', ' '.repeat(40), { code: 'too-short', length: 0, min: 10 }],
    ['nine characters', 'I need it', { code: 'too-short', length: 9, min: 10 }],
    [
      'nine characters and invisible ones',
      'I need it\u200b\u200b',
      { code: 'too-short', length: 9, min: 10 },
    ],
    ['1,001 characters', `${'ab'.repeat(500)}c`, { code: 'too-long', length: 1001, max: 1000 }],
    ['one repeated character', 'a'.repeat(10), { code: 'one-character' }],
    ['one repeated character, in lines and both cases', 'aA a\na aaa aaa', { code: 'one-character' }],
    ['one repeated emoji', '👍'.repeat(12), { code: 'one-character' }],
    ['joiners alone', '\u200c\u200d'.repeat(6), { code: 'one-character' }],
  ])('of %s is refused', (_what, text, refusal) => {
    expect(readReason(text)).toEqual({ ok: false, refusal })
  })

  it('once read, reads the same and is as long as was counted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1100 }), (text) => {
        const outcome = readReason(text)
        if (!outcome.ok) return
        expect(read(outcome.value)).toBe(outcome.value)
        expect([...outcome.value].length).toBe(longestReason - remaining(text))
        expect(outcome.value).not.toMatch(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u)
        expect(outcome.value.isWellFormed()).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what remains', () => {
  it('is counted as the reader counts', () => {
    expect(remaining('')).toBe(1000)
    expect(remaining('  I need it.\r\n')).toBe(990)
    expect(remaining('👍')).toBe(999)
    expect(remaining('a'.repeat(1003))).toBe(-3)
  })
})
