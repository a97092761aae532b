import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainOf, readAddress } from './address.ts'

const read = (input: string) => {
  const outcome = readAddress(input)
  return outcome.ok ? outcome.value : outcome.refusal
}

describe('a mail address', () => {
  it.each([
    ['  Ana@ACME.Example ', 'ana@acme.example'],
    ['ana+tag@acme.example', 'ana+tag@acme.example'],
    ['o’neil@acme.example'.replace('’', "'"), "o'neil@acme.example"],
    ['zoé@example.org', 'wrong'],
    ['zoe@société.example', 'zoe@xn--socit-esab.example'],
    ['ａｎａ@ａｃｍｅ.example', 'ana@acme.example'],
    ['a@evil.example＠x.example', 'wrong'],
    ['a@b@c.example', 'wrong'],
    ['a@x.example, b@x.example', 'wrong'],
    ['"a b"@x.example', 'wrong'],
    ['Ana <ana@acme.example>', 'wrong'],
    ['ana@acme', 'wrong'],
    ['ana@127.0.0.1', 'wrong'],
    ['ana@127.1', 'wrong'],
    ['ana@[127.0.0.1]', 'wrong'],
    ['ana@acme%2eexample', 'wrong'],
    ['ana@ac\u200bme.example', 'wrong'],
    ['ana@-acme.example', 'wrong'],
    ['ana@a_b.example', 'wrong'],
    ['.ana@acme.example', 'wrong'],
    ['ana..b@acme.example', 'wrong'],
    ['ana\r\nBcc: x@y.example', 'wrong'],
    [`${'a'.repeat(65)}@acme.example`, 'wrong'],
    [`a@${'b'.repeat(250)}.example`, 'wrong'],
    ['x'.repeat(5_000), 'wrong'],
    ['@', 'wrong'],
    ['', 'empty'],
  ])('%j is read as %j', (input, expected) => {
    expect(read(input)).toBe(expected)
  })

  it('is always one name at one plain domain, and is read the same again, whatever was typed', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.emailAddress(),
      fc.string().map((text) => `${text}@x.example`),
    )
    fc.assert(
      fc.property(noise, (input) => {
        const outcome = readAddress(input)
        if (!outcome.ok) return
        expect(outcome.value).toMatch(/^[!-?A-~]+@[a-z0-9.-]+\.[a-z0-9-]+$/)
        expect(outcome.value.split('@')).toHaveLength(2)
        expect(read(outcome.value)).toBe(outcome.value)
        expect(domainOf(outcome.value)).toBe(outcome.value.split('@')[1])
      }),
    )
  })
})
