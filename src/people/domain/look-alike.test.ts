import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAlike, type ShownName } from './look-alike.ts'

function name(firstName: string, lastName: string, preferredFirstName = ''): ShownName {
  return { firstName, lastName, preferredFirstName }
}
const ana = name('Ana', 'Costa')

describe('a name', () => {
  it.each([
    ['the same', name('Ana', 'Costa')],
    ['in other capitals', name('ANA', 'costa')],
    ['with an accent', name('Ána', 'Cósta')],
    ['the other way round', name('Costa', 'Ana')],
    ['with a space or a hyphen', name('Ana ', '-Costa')],
    ['in Cyrillic capitals', name('Ana', 'СОЅТА')],
    ['in Greek', name('ΑΝΑ', 'Costa')],
    ['in full width', name('Ａna', 'Costa')],
    ['with a zero', name('Ana', 'C0sta')],
    ['by the name somebody goes by', name('Maria', 'Costa', 'Ana')],
  ])('looks like another when it is written %s', (_, other) => {
    expect(lookAlike(ana, other)).toBe(true)
    expect(lookAlike(other, ana)).toBe(true)
  })

  it('looks like one in which two letters make one', () => {
    expect(lookAlike(name('Emma', 'Moore'), name('Ernma', 'Moore'))).toBe(true)
    expect(lookAlike(name('Ina', 'Wolf'), name('lna', 'VVolf'))).toBe(true)
  })

  it.each([
    ['another first name', name('Anna', 'Costa')],
    ['another last name', name('Ana', 'Coste')],
    ['no last name', name('Ana', '')],
    ['nothing', name('', '')],
  ])('does not look like one with %s', (_, other) => {
    expect(lookAlike(ana, other)).toBe(false)
  })

  it('looks like itself, whatever it is, and its case', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('abcdeilmnorstvwéüпαИ')),
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(word, word, (first, last) => {
        expect(lookAlike(name(first, last), name(first.toUpperCase(), last))).toBe(true)
      }),
    )
  })
})
