import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Piece, piecesOf, shareByRule, spans, totalsOf, withoutGaps } from './insights.ts'

const piece = (from: string, counts: Partial<Piece> = {}): Piece => ({
  from,
  half: null,
  approved: 0,
  declined: 0,
  byRule: 0,
  expired: 0,
  withdrawn: 0,
  closed: 0,
  ...counts,
})
const none = { n: 0, half: null, most: null }
const rest = {
  toView: none,
  toDecision: none,
  open: [],
  declines: [],
  roles: [],
  ends: { month: 0, quarter: 0, later: 0, never: 0 },
}

describe('the pieces of a span', () => {
  it('are days, weeks from Monday, or months, up to today', () => {
    expect(piecesOf(30, '2026-03-31')).toHaveLength(30)
    expect(piecesOf(30, '2026-03-31')[0]).toBe('2026-03-02')
    expect(piecesOf(90, '2026-11-24').at(-1)).toBe('2026-11-23')
    expect(piecesOf(180, '2026-11-24')).toEqual([
      '2026-05-01',
      '2026-06-01',
      '2026-07-01',
      '2026-08-01',
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
    ])
  })

  it('follow each other without gaps, are few enough to be seen, and end with today', () => {
    fc.assert(
      fc.property(fc.constantFrom(...spans), fc.integer({ min: 0, max: 20_000 }), (span, day) => {
        const today = new Date(day * 86_400_000).toISOString().slice(0, 10)
        const pieces = piecesOf(span, today)
        expect(pieces).toEqual([...new Set(pieces)].toSorted())
        expect(pieces.length).toBeLessThanOrEqual(30)
        expect(pieces.length).toBeGreaterThanOrEqual(6)
        expect((pieces.at(-1) ?? '') <= today).toBe(true)
      }),
    )
  })
})

describe('what is counted', () => {
  it('has a piece also where nothing happened, and loses none that lies in the span', () => {
    const counted = { ...rest, pieces: [piece('2026-03-30', { approved: 2 })] }
    const { pieces } = withoutGaps(counted, 30, '2026-03-31')
    expect(pieces).toHaveLength(30)
    expect(totalsOf({ pieces }).approved).toBe(2)
  })

  it('says which part rules decided, and nothing while they decided none', () => {
    expect(shareByRule({ pieces: [piece('2026-03-30', { approved: 3 })] })).toBeNull()
    expect(
      shareByRule({ pieces: [piece('2026-03-30', { approved: 2, declined: 1, byRule: 1, expired: 9 })] }),
    ).toBe(25)
  })
})
