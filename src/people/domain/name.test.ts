import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLine, readName, readPhone } from './name.ts'

const outcomeOf = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: T }) =>
  outcome.ok ? outcome.value : outcome.refusal

describe('a name', () => {
  it.each([
    ['  Zoé   Martin ', 'Zoé Martin'],
    ['Anne-Marie d’Arc', 'Anne-Marie d’Arc'],
    ["O'Neil Jr.", "O'Neil Jr."],
    ['José Ángel', 'José Ángel'],
    ['李 小龍', '李 小龍'],
    ['Иван', 'Иван'],
    ['', ''],
    ['Acme Security: go to http://evil.example', 'link'],
    ['www.evil.example', 'link'],
    ['evil.example', 'link'],
    ['me@evil.example', 'link'],
    ['<b>', 'link'],
    ['A\u202eB', 'hidden'],
    ['A\u200bB', 'hidden'],
    ['A\u0000B', 'hidden'],
    ['Аna', 'mixed'],
    ['x'.repeat(61), 'too-long'],
  ])('%j is read as %j', (input, expected) => {
    expect(outcomeOf(readName(input))).toBe(expected)
  })

  it('is one line without control characters, and is read the same again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const outcome = readName(input)
        if (!outcome.ok) return
        expect(outcome.value).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}@<>]/u)
        expect(outcomeOf(readName(outcome.value))).toBe(outcome.value)
      }),
    )
  })
})

describe('a line about an organisation', () => {
  it.each([
    ['Amazon.com', 'Amazon.com'],
    ['Müller & Söhne GmbH', 'Müller & Söhne GmbH'],
    ['See https://evil.example', 'link'],
    ['x'.repeat(121), 'too-long'],
    ['A\u202eB', 'hidden'],
  ])('%j is read as %j', (input, expected) => {
    expect(outcomeOf(readLine(input))).toBe(expected)
  })
})

describe('a telephone number', () => {
  it.each([
    ['', ''],
    ['+33 1 23 45 67 89', '+33 1 23 45 67 89'],
    ['(022) 123-45.67 x 12', '(022) 123-45.67 x 12'],
    ['01 23 45 67 89 poste 8', '01 23 45 67 89 poste 8'],
    ['call me', 'wrong'],
    ['12', 'wrong'],
    ['+1 2 3 <script>', 'wrong'],
    ['1'.repeat(40), 'wrong'],
  ])('%j is read as %j', (input, expected) => {
    expect(outcomeOf(readPhone(input))).toBe(expected)
  })
})
