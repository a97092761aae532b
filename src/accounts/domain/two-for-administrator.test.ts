import { describe, expect, it } from 'vitest'
import { isLooser, needsSecond } from './two-for-administrator.ts'

const values = [true, null, false] as const

describe('how many people an administrator takes', () => {
  it('is least when never two, most when always two', () => {
    const looser = values.flatMap((from) => values.filter((to) => isLooser(from, to)).map((to) => [from, to]))
    expect(looser).toEqual([
      [true, null],
      [true, false],
      [null, false],
    ])
  })

  it('is lowered by two, while there are two', () => {
    expect(needsSecond(null, false, 2)).toBe(true)
    expect(needsSecond(null, false, 1)).toBe(false)
    expect(needsSecond(null, true, 2)).toBe(false)
    expect(needsSecond(false, false, 2)).toBe(false)
  })
})
