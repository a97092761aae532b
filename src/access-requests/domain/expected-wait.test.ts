import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedWaitOf, fewestAnswers } from './expected-wait.ts'

describe('how long answers take', () => {
  it('is not said with fewer than ten answers', () => {
    expect(expectedWaitOf(Array(fewestAnswers - 1).fill(1))).toBe(null)
    expect(expectedWaitOf([])).toBe(null)
  })

  it('is the band of the median, and that of the 80th percentile', () => {
    expect(expectedWaitOf([1, 1, 1, 1, 1, 2, 2, 4, 9, 40])).toEqual({ half: 1, most: 5 })
    expect(expectedWaitOf([1, 1, 1, 1, 1, 1, 1, 1, 40, 40])).toEqual({ half: 1, most: 1 })
    expect(expectedWaitOf([9, 9, 9, 9, 9, 9, 30, 30, 30, 30])).toEqual({ half: 10, most: null })
    expect(expectedWaitOf(Array(20).fill(12))).toEqual({ half: null, most: null })
  })

  it('was kept by at least as many answers as it says', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: fewestAnswers, maxLength: 60 })
    fc.assert(
      fc.property(answers, (days) => {
        const wait = expectedWaitOf(days)
        const kept = (within: number | null) =>
          days.filter((day) => within === null || day <= within).length / days.length
        expect(kept(wait?.half ?? null)).toBeGreaterThanOrEqual(0.5)
        expect(kept(wait?.most ?? null)).toBeGreaterThanOrEqual(0.8)
        expect(wait?.most ?? 99).toBeGreaterThanOrEqual(wait?.half ?? 99)
      }),
    )
  })
})
