import { describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { stillSuspended } from './suspended.ts'

const [luc, vera] = [newId<'person'>(), newId<'person'>()]
const [lab, lyon, nantes] = [
  newId<'virtual-account'>(),
  newId<'virtual-account'>(),
  newId<'virtual-account'>(),
]
const [may, june] = [new Date('2026-05-01'), new Date('2026-06-01')]
const held = (personId: typeof luc, virtualAccountId: typeof lab | null, suspendedAt: Date | null) => ({
  personId,
  virtualAccountId,
  suspendedAt,
})

describe('when a group gives something else', () => {
  it('what was suspended in a place stays suspended there since the same moment, and nothing else of it', () => {
    const before = [held(luc, lab, may), held(luc, lyon, null), held(vera, lab, null)]
    expect(stillSuspended(before, [lab, lyon])).toEqual([held(luc, lab, may)])
    expect(stillSuspended(before, [lyon])).toEqual([])
    expect(stillSuspended(before, [])).toEqual([])
  })

  it('a place that is new is suspended for whoever had anything suspended, since the first of it', () => {
    const before = [held(luc, lab, june), held(luc, lyon, may), held(vera, lab, null)]
    expect(stillSuspended(before, [null])).toEqual([held(luc, null, may)])
    expect(stillSuspended(before, [lab, nantes])).toEqual([held(luc, lab, june), held(luc, nantes, may)])
    expect(stillSuspended([held(luc, null, may)], [lab])).toEqual([held(luc, lab, may)])
  })
})
