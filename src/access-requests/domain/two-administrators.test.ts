import { describe, expect, it } from 'vitest'
import { grant, holding, inside, now, paris, person, whole } from '../../accounts/domain/cast.ts'
import type { Given } from '../../accounts/domain/rights.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { ana, approval, ben, request, twoAdministrators } from './cast.ts'
import { type ApproveFacts, type Decline, type FirstApproval, signInProblem } from './deciding.ts'
import { approve, decline } from './policy.ts'
import type { Refusal } from './refusals.ts'

const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const user: Given = { role: 'SU', scope: whole, endsAt: null }
const no: Decline = { code: 'NOT_A_MEMBER', text: 'You are not in our team.', block: null, version: 1 }

function refusal(outcome: Outcome<unknown, Refusal>) {
  return outcome.ok ? undefined : outcome.refusal
}

describe('giving an administrator role', () => {
  const admin = approval({ role: 'SA' })
  const alone: ApproveFacts = { ...twoAdministrators, administrators: 1 }

  it.each<[string, Date | null, boolean]>([
    ['never', null, false],
    ['more than five minutes ago', new Date(minutes(-5).getTime() - 1), false],
    ['five minutes ago', minutes(-5), true],
    ['just now', now, true],
    ['in the future', minutes(1), false],
  ])('asks for a password typed lately: %s', (_when, passwordTypedAt, isRecent) => {
    const by = { ...ana, passwordTypedAt }
    const expected = isRecent ? undefined : { code: 'recent-sign-in-needed', withinMinutes: 5 }
    expect(signInProblem(by, now)).toEqual(expected)
    expect(refusal(approve(request(), by, admin, alone))).toEqual(expected)
    const va = approval({ role: 'VA', scope: inside(paris) })
    expect(refusal(approve(request(), by, va, alone))).toEqual(expected)
    expect(approve(request(), by, approval(), alone).ok).toBe(true)
  })

  it('is for one administrator when there is no other', () => {
    expect(approve(request(), ana, admin, alone)).toMatchObject({
      value: { kind: 'FINAL', firstApproverId: null },
    })
  })

  it('is for one when the account wants it so, and for two when it wants that', () => {
    const one = approve(request(), ana, admin, { ...twoAdministrators, wantsTwo: false })
    expect(one).toMatchObject({ value: { kind: 'FINAL' } })
    const two = approve(request(), ana, admin, { ...alone, wantsTwo: true })
    expect(two).toMatchObject({ value: { kind: 'FIRST_OF_TWO' } })
  })

  it('of a virtual account takes one', () => {
    const outcome = approve(request(), ana, approval({ role: 'VA', scope: inside(paris) }), {
      ...twoAdministrators,
      wantsTwo: true,
    })
    expect(outcome).toMatchObject({ value: { kind: 'FINAL' } })
  })

  describe('when it takes two', () => {
    const first: FirstApproval = { by: ana, given: admin.given, version: 1 }
    const second: ApproveFacts = { ...twoAdministrators, firstApproval: first }

    it('waits after the first, unsettled and in the same version', () => {
      const value = { kind: 'FIRST_OF_TWO', request: request(), given: admin.given }
      expect(approve(request(), ana, admin, twoAdministrators)).toEqual({ ok: true, value })
    })

    it('is settled by the second, who is another person', () => {
      const outcome = approve(request(), ben, admin, second)
      expect(outcome).toMatchObject({ value: { kind: 'FINAL', firstApproverId: ana.personId } })
      expect(outcome).toMatchObject({ value: { request: { status: 'APPROVED', decidedBy: ben.personId } } })
    })

    it('is not settled by the same person twice, in whatever identity', () => {
      const again = { code: 'already-first-approver' }
      expect(refusal(approve(request(), ana, admin, second))).toEqual(again)
      expect(refusal(approve(request(), { ...ben, countsAs: [ana.personId] }, admin, second))).toEqual(again)
      const delegate = { ...first, by: { ...ana, countsAs: [ben.personId] } }
      expect(refusal(approve(request(), ben, admin, { ...second, firstApproval: delegate }))).toEqual(again)
    })

    it.each<[string, FirstApproval]>([
      ['was for another version of the ask', { ...first, version: 0 }],
      ['gave it for another time', { ...first, given: { ...first.given, endsAt: days(30) } }],
      ['gave another role', { ...first, given: user }],
      ['is by somebody who administers no longer', { ...first, by: { ...ana, rights: holding() } }],
      ['is by somebody who is disabled since', { ...first, by: { ...ana, isDisabled: true } }],
      [
        'is by somebody whose own right has got an end',
        { ...first, by: { ...ana, rights: holding(grant('SA', { endsAt: days(9) })) } },
      ],
      [
        'is by the requester, whose identities were joined since',
        { ...first, by: { ...ana, countsAs: [person('raul')] } },
      ],
    ])('waits anew when the first %s', (_why, firstApproval) => {
      const outcome = approve(request(), ben, admin, { ...twoAdministrators, firstApproval })
      expect(outcome).toMatchObject({ value: { kind: 'FIRST_OF_TWO' } })
    })

    it('needs a password typed lately from the second too', () => {
      const outcome = approve(request(), { ...ben, passwordTypedAt: null }, admin, second)
      expect(refusal(outcome)?.code).toBe('recent-sign-in-needed')
    })

    it('is not begun while the requester is asked for information', () => {
      const waiting = request({ status: 'INFO_REQUESTED' })
      expect(refusal(approve(waiting, ana, admin, twoAdministrators))?.code).toBe('not-possible-now')
      expect(approve(waiting, ben, admin, second)).toMatchObject({ value: { kind: 'FINAL' } })
    })

    it('still lets either of them give something smaller alone, or decline', () => {
      expect(approve(request(), ana, approval(), second)).toMatchObject({
        value: { kind: 'FINAL', firstApproverId: null },
      })
      expect(decline(request(), ben, no, now).ok).toBe(true)
    })
  })
})
