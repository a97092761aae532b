import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../kernel/id.ts'
import { type Tellable, tellsBackups, toldAmong } from './telling.ts'

const ids = ['ana', 'ben', 'cleo', 'dan', 'eve'] as unknown as readonly PersonId[]
const [ana, ben, cleo] = ids as [PersonId, PersonId, PersonId]
const one = (personId: PersonId, how: Partial<Tellable> = {}): Tellable => ({
  personId,
  standIn: null,
  reachable: true,
  isBackup: false,
  ...how,
})
const names = (approvers: readonly Tellable[], late = false) =>
  toldAmong(approvers, { late }).map(({ personId }) => personId)

describe('who is told what approvers are to do', () => {
  it('are all of them, but for those for whom somebody stands in', () => {
    expect(names([one(ana, { standIn: ben }), one(ben)])).toEqual([ben])
  })

  it('are not the backup approvers, until it is late', () => {
    const both = [one(ana), one(ben, { isBackup: true })]
    expect(names(both)).toEqual([ana])
    expect(names(both, true)).toEqual([ana, ben])
  })

  it('are the backup approvers at once when nobody else can be reached', () => {
    expect(names([one(ana, { isBackup: true }), one(ben, { isBackup: true })])).toEqual([ana, ben])
    expect(names([one(ana, { reachable: false }), one(ben, { isBackup: true })])).toEqual([ana, ben])
  })

  it('is a backup approver who stands in for somebody who is not one', () => {
    const away = one(ana, { standIn: ben })
    expect(names([away, one(ben, { isBackup: true }), one(cleo)])).toEqual([ben, cleo])
    const backupAway = one(ana, { standIn: ben, isBackup: true })
    expect(names([backupAway, one(ben, { isBackup: true }), one(cleo)])).toEqual([cleo])
  })

  it('are late ones too from overdue on', () => {
    expect(
      (['WITH_ADMINS', 'OVERDUE', 'WITH_SUPPORT'] as const).map((stage) => tellsBackups({ stage })),
    ).toEqual([false, true, true])
  })

  it('are never nobody while somebody can be reached, and never more early than late', () => {
    const somebody = fc.record({
      reachable: fc.boolean(),
      isBackup: fc.boolean(),
      away: fc.option(fc.nat(4)),
    })
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 5 }), (people) => {
        const there = (index: number) => people[index]?.away === null
        const approvers = people.map(({ reachable, isBackup, away }, index) => {
          const standIn = away !== null && there(away) && away !== index ? (ids[away] ?? null) : null
          return one(ids[index] as PersonId, { isBackup, standIn, reachable: standIn !== null || reachable })
        })
        const [early, late] = [names(approvers), names(approvers, true)]
        expect(early.every((id) => late.includes(id))).toBe(true)
        const reachableHere = approvers.some(({ standIn, reachable }) => standIn === null && reachable)
        const told = approvers.filter(({ personId }) => early.includes(personId))
        expect(told.some(({ reachable }) => reachable)).toBe(reachableHere)
        // Nobody who is not a backup is left out but for whom somebody stands in.
        expect(
          approvers.filter(
            ({ isBackup, standIn, personId }) => !isBackup && !standIn && !early.includes(personId),
          ),
        ).toEqual([])
      }),
    )
  })
})
