import { describe, expect, it } from 'vitest'
import { plainCalendar } from '../../accounts/domain/calendar.ts'
import type { PersonId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import { escalatableFrom, escalate, handBack } from './escalating.ts'
import type { AccessRequest } from './request.ts'

const raul = newId<'person'>()
const request = {
  requesterId: raul,
  beneficiaryId: raul,
  status: 'PENDING',
  stage: 'WITH_ADMINS',
  version: 1,
  dueAt: new Date('2026-11-30T09:00:00Z'),
  firstViewedAt: null,
  decidedAt: null,
  decidedBy: null,
} as unknown as AccessRequest
const calendar = plainCalendar('UTC')
const day = (text: string) => new Date(`2026-11-${text}:00Z`)
const facts = (reminded: string | null) => ({ firstRemindedAt: reminded ? day(reminded) : null, calendar })

describe('passing a request on', () => {
  it('is possible when the answer is late, and at once when that was noticed', () => {
    expect(escalate(request, raul, facts(null), day('30T08:59')).ok).toBe(false)
    expect(escalate(request, raul, facts(null), day('30T09:00')).ok).toBe(true)
    expect(escalate({ ...request, stage: 'OVERDUE' }, raul, facts(null), day('24T09:00')).ok).toBe(true)
  })

  it('is possible two working days after a reminder that nobody saw', () => {
    // A Thursday: two working days later is the Monday after.
    const from = escalatableFrom({ ...request, dueAt: day('30T18:00') }, facts('26T10:00'))
    expect(from).toEqual(day('30T10:00'))
    const early = escalate(request, raul, facts('23T10:00'), day('25T09:59'))
    expect(early).toEqual({
      ok: false,
      refusal: { code: 'too-early-to-escalate', from: day('25T10:00') },
    })
    expect(escalate(request, raul, facts('23T10:00'), day('25T10:00')).ok).toBe(true)
  })

  it('waits for the due date once somebody has looked', () => {
    const seen = { ...request, firstViewedAt: day('24T09:00') }
    expect(escalatableFrom(seen, facts('23T10:00'))).toEqual(request.dueAt)
  })

  it('is the requester’s, and for a request that waits for its administrators', () => {
    const other: PersonId = newId<'person'>()
    const late = day('30T10:00')
    expect(escalate(request, other, facts(null), late)).toMatchObject({ refusal: { code: 'not-found' } })
    for (const change of [
      { stage: 'WITH_SUPPORT' },
      { status: 'INFO_REQUESTED' },
      { status: 'APPROVED' },
    ] as const) {
      expect(escalate({ ...request, ...change } as AccessRequest, raul, facts(null), late).ok).toBe(false)
    }
  })
})

describe('handing a request back', () => {
  it('takes somebody who can be reached, and a request that is with support', () => {
    const there = { ...request, stage: 'WITH_SUPPORT' } as AccessRequest
    expect(handBack(there, { reachable: 1 })).toMatchObject({ ok: true, value: { stage: 'WITH_ADMINS' } })
    expect(handBack(there, { reachable: 0 })).toMatchObject({ refusal: { code: 'nobody-reachable' } })
    expect(handBack(request, { reachable: 1 })).toMatchObject({ refusal: { code: 'not-possible-now' } })
  })
})
