import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf, type Stretch } from './difference.ts'

const told = (before: string, after: string) =>
  differenceOf(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'gone' ? '-' : '+'}[${text}]`))
    .join('')
const without = (stretches: readonly Stretch[], kind: Stretch['kind']) =>
  stretches
    .filter((stretch) => stretch.kind !== kind)
    .map(({ text }) => text)
    .join('')

describe('what became of a text', () => {
  it('is told word for word', () => {
    expect(told('I plan the Lyon roll-out in March.', 'I plan the Paris roll-out in March.')).toBe(
      'I plan the -[Lyon ]+[Paris ]roll-out in March.',
    )
    expect(told('See the licences.', 'See the licences until May.')).toBe(
      'See the -[licences.]+[licences until May.]',
    )
    expect(told('One two three', 'One two three')).toBe('One two three')
  })

  it('is said to be replaced as a whole when hardly a word stayed', () => {
    expect(told('one two three four five six', 'seven eight nine one ten eleven')).toBe(
      '-[one two three four five six]+[seven eight nine one ten eleven]',
    )
    expect(told('', 'something new')).toBe('+[something new]')
  })

  it('always gives both texts again', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '  '), { maxLength: 60 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')]
        const stretches = differenceOf(before, after)
        expect(without(stretches, 'new')).toBe(before)
        expect(without(stretches, 'gone')).toBe(after)
      }),
    )
  })
})
