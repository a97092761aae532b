import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import {
  type AgreementId,
  inForce,
  isWhole,
  newestOf,
  outstanding,
  standing,
  type Version,
} from './agreement.ts'

const day = (n: number) => new Date(Date.UTC(2026, 0, n))
const versions = (...days: number[]): Version[] =>
  days.map((requiredFrom, index) => ({ version: index + 1, requiredFrom: day(requiredFrom) }))

describe('an agreement', () => {
  it('asks for the newest version, and requires the newest that is required by now', () => {
    const three = versions(1, 10, 20)
    expect(newestOf(three)?.version).toBe(3)
    expect(inForce(three, day(15))?.version).toBe(2)
    expect(inForce(versions(5), day(4))).toBeUndefined()
  })

  it('stands as accepted, soon or due', () => {
    const two = versions(1, 10)
    expect(standing(two, null, day(5))).toBe('DUE')
    expect(standing(two, 1, day(5))).toBe('SOON')
    expect(standing(two, 1, day(10))).toBe('DUE')
    expect(standing(two, 2, day(10))).toBe('ACCEPTED')
    expect(standing(versions(5), null, day(1))).toBe('SOON')
    expect(standing([], null, day(1))).toBe('ACCEPTED')
  })

  it('never becomes due by accepting more, nor accepted by letting time pass', () => {
    const order = { ACCEPTED: 0, SOON: 1, DUE: 2 } as const
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }),
        fc.nat(5),
        fc.integer({ min: 1, max: 60 }),
        (days, accepted, now) => {
          const all = versions(...days)
          const stands = order[standing(all, accepted, day(now))]
          expect(order[standing(all, accepted + 1, day(now))]).toBeLessThanOrEqual(stands)
          expect(order[standing(all, accepted, day(now + 1))]).toBeGreaterThanOrEqual(stands)
        },
      ),
    )
  })

  it('is accepted whole or not at all', () => {
    const [a, b] = [newId<'agreement'>() as AgreementId, newId<'agreement'>() as AgreementId]
    const newest = [
      { agreementId: a, version: 2 },
      { agreementId: b, version: 1 },
    ]
    expect(isWhole([...newest].reverse(), newest)).toBe(true)
    expect(isWhole([{ agreementId: a, version: 1 }, newest[1] as never], newest)).toBe(false)
    expect(isWhole([newest[0] as never], newest)).toBe(false)
    expect(isWhole([], [])).toBe(true)
  })

  it('asks for nothing that is accepted already, and takes it all the same', () => {
    const [a, b] = [newId<'agreement'>(), newId<'agreement'>()]
    const [first, second] = [
      { agreementId: a, version: 2 },
      { agreementId: b, version: 1 },
    ]
    expect(outstanding([first, second], [first])).toEqual([second])
    expect(outstanding([first, second], [{ agreementId: a, version: 1 }])).toEqual([first, second])
    expect(isWhole([second], [first, second], [first])).toBe(true)
    expect(isWhole([first, second], [first, second], [first])).toBe(true)
    expect(isWhole([first], [first, second], [first])).toBe(false)
    expect(isWhole([second, { agreementId: a, version: 1 }], [first, second], [first])).toBe(false)
  })
})
