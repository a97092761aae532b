import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReference, referenceFrom } from './reference.ts'

function read(input: string): string {
  const outcome = readReference(input)
  return outcome.ok ? outcome.value : outcome.refusal.code
}

describe('a reference', () => {
  it('spells five random bytes', () => {
    expect(referenceFrom(new Uint8Array([0, 0, 0, 0, 0]))).toBe('AR-0000-0000')
    expect(referenceFrom(new Uint8Array([255, 255, 255, 255, 255]))).toBe('AR-ZZZZ-ZZZZ')
    expect(referenceFrom(new Uint8Array([1, 2, 3, 4, 5, 6]))).toBe('AR-0410-6105')
  })

  it('takes no fewer than five bytes', () => {
    expect(() => referenceFrom(new Uint8Array(4))).toThrow(RangeError)
  })

  it('is different for different bytes, and reads as itself', () => {
    const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const reference = referenceFrom(one)
        expect(reference).toMatch(/^AR(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
        expect(read(reference)).toBe(reference)
        expect(reference === referenceFrom(other)).toBe(one.join() === other.join())
      }),
    )
  })

  it.each([
    ['lower case', 'ar-7k3m-q9xd'],
    ['no dashes', 'AR7K3MQ9XD'],
    ['no prefix', '7K3M-Q9XD'],
    ['spaces', ' ar 7k3m q9xd '],
    ['a long dash', 'AR–7K3M—Q9XD'],
    ['full-width characters', 'ＡＲ－７Ｋ３Ｍ－Ｑ９ＸＤ'],
    ['a number sign', '#AR-7K3M-Q9XD.'],
  ])('is read from %s', (_what, input) => {
    expect(read(input)).toBe('AR-7K3M-Q9XD')
  })

  it('is read with O for 0, and I or L for 1', () => {
    expect(read('ar-oOiI-lL00')).toBe('AR-0011-1100')
  })

  it('keeps an AR that belongs to it', () => {
    expect(read('AR00-0001')).toBe('AR-AR00-0001')
    expect(read('AR-AR00-0001')).toBe('AR-AR00-0001')
  })

  it.each([
    '',
    'AR',
    'AR-7K3M-Q9X',
    'AR-7K3M-Q9XDD',
    'AR-7K3M-Q9XU',
    'XX-7K3M-Q9XD',
    'AR/7K3M/Q9XD',
    '-'.repeat(1000),
  ])('is not %j', (input) => {
    expect(read(input)).toBe('no-reference')
  })
})
