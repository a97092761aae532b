import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bounds,
  defaultPatience,
  effectivePatience,
  isList,
  longestList,
  type PatienceOverrides,
  patienceNames,
  problemsOf,
} from './patience-settings.ts'

const anything: fc.Arbitrary<PatienceOverrides> = fc.record(
  Object.fromEntries(
    patienceNames.map((name) => {
      const number = fc.integer({ min: bounds[name].least - 2, max: bounds[name].most + 2 })
      return [name, isList(name) ? fc.array(number, { maxLength: longestList + 1 }) : number]
    }),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<PatienceOverrides>

describe('the numbers', () => {
  it('that hold by default fit together', () => {
    expect(problemsOf(defaultPatience)).toEqual({})
  })

  it('of the account go before those of the installation', () => {
    const settled = effectivePatience({ answerWorkingDays: 4, remindersByHand: 2 }, { answerWorkingDays: 3 })
    expect(settled).toEqual({ ...defaultPatience, answerWorkingDays: 3, remindersByHand: 2 })
  })

  it('of the account give way when they no longer fit to the installation’s', () => {
    const settled = effectivePatience(
      { escalateAfterWorkingDays: 6 },
      { answerWorkingDays: 8, digestAbove: 3 },
    )
    expect(settled).toEqual({ ...defaultPatience, escalateAfterWorkingDays: 6, digestAbove: 3 })
  })

  it('always fit together, whatever is stored', () => {
    fc.assert(
      fc.property(anything, anything, (installation, account) => {
        expect(problemsOf(effectivePatience(installation, account))).toEqual({})
      }),
      { numRuns: 500 },
    )
  })

  it('that fit are taken as they are', () => {
    fc.assert(
      fc.property(anything, anything, (installation, account) => {
        const settled = effectivePatience(installation, account)
        expect(effectivePatience({}, settled)).toEqual(settled)
      }),
    )
  })
})

describe('a number that cannot be', () => {
  it.each([
    ['no whole one', { remindersByHand: 1.5 }, 'remindersByHand', { code: 'not-whole' }],
    ['too small', { answerWorkingDays: 0 }, 'answerWorkingDays', { code: 'too-small', least: 1 }],
    ['too large', { expiryDays: 181 }, 'expiryDays', { code: 'too-large', most: 180 }],
    [
      'a list that falls',
      { remindAfterWorkingDays: [4, 2] },
      'remindAfterWorkingDays',
      { code: 'not-rising' },
    ],
    [
      'a list too long',
      { remindAfterWorkingDays: [1, 2, 3, 4, 5] },
      'remindAfterWorkingDays',
      { code: 'too-many', most: longestList },
    ],
    [
      'a warning after the end',
      { noAnswerWarningDays: [7, 14] },
      'noAnswerWarningDays',
      { code: 'not-below', limit: 'noAnswerDays', value: 14 },
    ],
    [
      'support before an answer is due',
      { answerWorkingDays: 10 },
      'escalateAfterWorkingDays',
      { code: 'not-above', limit: 'answerWorkingDays', value: 10 },
    ],
    [
      'an end before support has it',
      { expiryDays: 14, expiryWarningDays: [10] },
      'expiryDays',
      { code: 'not-above', limit: 'escalateAfterWorkingDays', value: 14 },
    ],
  ])('is %s', (_what, own, name, problem) => {
    expect(problemsOf({ ...defaultPatience, ...own })).toEqual({ [name]: problem })
  })
})
