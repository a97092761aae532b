import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPathOr } from './next-path.ts'

describe('a path to go on to', () => {
  it.each([
    ['/', '/'],
    ['/profile?a=b&c=%2F', '/profile?a=b&c=%2F'],
    ['/a/../b', '/b'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/..//evil.example', '/'],
    ['/%2f%2fevil.example', '/'],
    ['https:evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/a b', '/'],
    ['/a\nb', '/'],
    ['/é', '/'],
    [`/${'a'.repeat(3_000)}`, '/'],
    ['', '/'],
    [undefined, '/'],
  ])('%j leads to %j', (input, expected) => {
    expect(ownPathOr(input)).toBe(expected)
  })

  it('is always one of ours, whatever it is', () => {
    const pieces = fc.array(
      fc.constantFrom('/', '\\', '.', '..', 'evil.example', '%2f', '%5c', '@', ':', '?', '#', '\t', 'a'),
    )
    fc.assert(
      fc.property(
        pieces.map((list) => list.join('')),
        (input) => {
          expect(new URL(ownPathOr(input), 'https://ours.example').origin).toBe('https://ours.example')
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
