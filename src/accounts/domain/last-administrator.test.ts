import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GrantId } from '../../kernel/id.ts'
import { person } from './cast.ts'
import { type Administrator, isReachable, maySurviveWithout } from './last-administrator.ts'

function administrator(name: string, changes: Partial<Administrator> = {}): Administrator {
  return {
    grantId: `grant-of-${name}` as GrantId,
    personId: person(name),
    endsAt: null,
    isDisabled: false,
    hasHardBounced: false,
    isAwayWithoutDelegate: false,
    ...changes,
  }
}

const ana = administrator('ana')
const ben = administrator('ben')

describe('the last administrator', () => {
  it('stays', () => {
    expect(maySurviveWithout([ana], [ana.grantId])).toBe(false)
  })

  it('is not the last while another one is reachable', () => {
    expect(maySurviveWithout([ana, ben], [ana.grantId])).toBe(true)
  })

  it('stays when both would go at once', () => {
    expect(maySurviveWithout([ana, ben], [ana.grantId, ben.grantId])).toBe(false)
  })

  it.each(['isDisabled', 'hasHardBounced', 'isAwayWithoutDelegate'] as const)(
    'stays when %s of the other',
    (why) => {
      const other = { ...ben, [why]: true }
      expect(isReachable(other)).toBe(false)
      expect(maySurviveWithout([ana, other], [ana.grantId])).toBe(false)
    },
  )

  it('stays when the right of the other one has an end, since the account would be alone after it', () => {
    const passing = { ...ben, endsAt: new Date('2030-01-01T00:00:00Z') }
    expect(maySurviveWithout([ana, passing], [ana.grantId])).toBe(false)
    expect(maySurviveWithout([ana, passing], [passing.grantId])).toBe(true)
  })

  it('may give up one of two grants', () => {
    const twice = administrator('ana', { grantId: 'second-grant-of-ana' as GrantId })
    expect(maySurviveWithout([ana, twice], [ana.grantId])).toBe(true)
  })

  it('is never taken, whatever is removed from whomever', () => {
    const anybody = fc.record({
      isDisabled: fc.boolean(),
      hasHardBounced: fc.boolean(),
      isAwayWithoutDelegate: fc.boolean(),
      endsAt: fc.option(fc.date({ noInvalidDate: true })),
    })
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 6 }), fc.array(fc.nat(6)), (people, removed) => {
        const all = people.map((changes, n) => administrator(`p${n}`, changes))
        const gone = removed.map((n) => `grant-of-p${n}` as GrantId)
        const left = all.filter(({ grantId }) => !gone.includes(grantId))
        const isHeld = left.some((one) => one.endsAt === null && isReachable(one))
        expect(maySurviveWithout(all, gone)).toBe(isHeld)
      }),
    )
  })
})
