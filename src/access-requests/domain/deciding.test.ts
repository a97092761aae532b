import { describe, expect, it } from 'vitest'
import {
  globex,
  grant,
  holding,
  inside,
  lyon,
  now,
  paris,
  parisLab,
  person,
  rome,
  tree,
  whole,
} from '../../accounts/domain/cast.ts'
import { type Given, rightsOf } from '../../accounts/domain/rights.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { ana, approval, approver, ben, request, twoAdministrators, unsure, vera, zoe } from './cast.ts'
import { type Decline, isLess } from './deciding.ts'
import { approve, decline } from './policy.ts'
import type { Refusal } from './refusals.ts'
import { type Ask, statuses } from './request.ts'

const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const ask = (changes: Partial<Ask>): Ask => ({ ...unsure, ...changes })
const user: Given = { role: 'SU', scope: whole, endsAt: null }

function refusal(outcome: Outcome<unknown, Refusal>) {
  return outcome.ok ? undefined : outcome.refusal
}

describe('an approval', () => {
  it('settles the request, and says by whom and when', () => {
    const value = {
      kind: 'FINAL',
      request: request({ status: 'APPROVED', version: 2, decidedAt: now, decidedBy: ana.personId }),
      given: user,
      firstApproverId: null,
      isLessThanAsked: false,
    }
    expect(approve(request(), ana, approval(), twoAdministrators)).toEqual({ ok: true, value })
  })

  it('may answer a request that waits for information, is overdue or is with support', () => {
    for (const changes of [
      { status: 'INFO_REQUESTED' },
      { stage: 'OVERDUE' },
      { stage: 'WITH_SUPPORT' },
    ] as const) {
      expect(approve(request(changes), ana, approval(), twoAdministrators).ok).toBe(true)
    }
  })

  it.each(statuses.slice(2))('comes too late once the request is %s, and says who was first', (status) => {
    const settled = request({ status, version: 2, decidedAt: now, decidedBy: ben.personId })
    const expected = { code: 'already-settled', status, decidedAt: now, decidedBy: ben.personId }
    expect(refusal(approve(settled, ana, approval(), twoAdministrators))).toEqual(expected)
    expect(refusal(decline(settled, ana, no, now))).toEqual(expected)
  })

  it('counts only for the version that was looked at', () => {
    const amended = request({ version: 2 })
    expect(refusal(approve(amended, ana, approval(), twoAdministrators))).toEqual({
      code: 'stale-version',
      version: 2,
    })
    expect(refusal(decline(amended, ana, no, now))).toEqual({ code: 'stale-version', version: 2 })
  })

  it.each([
    ['the requester', approver('raul', { rights: ana.rights }), 'own-request'],
    ['the requester in another identity', { ...ana, countsAs: [person('raul')] }, 'own-request'],
    ['a stranger', zoe, 'not-an-approver'],
    ['somebody disabled', { ...ana, isDisabled: true }, 'not-an-approver'],
    ['an administrator of part of what is asked', vera, 'not-an-approver'],
    [
      'an administrator of another account',
      approver('carla', {
        rights: rightsOf([grant('SA', { accountId: globex })], { ...tree, accountId: globex }, now),
      }),
      'not-an-approver',
    ],
  ])('is not for %s, and neither is a decline', (_who, by, code) => {
    expect(refusal(approve(request(), by, approval(), twoAdministrators))).toEqual({ code })
    expect(refusal(decline(request(), by, no, now))).toEqual({ code })
  })

  it('tells somebody who may not decide nothing of where the request stands', () => {
    const settled = request({ status: 'APPROVED', version: 2 })
    expect(refusal(approve(settled, zoe, approval(), twoAdministrators))).toEqual({ code: 'not-an-approver' })
  })
})

describe('what is given', () => {
  const forParis = request({ ask: ask({ scope: inside(paris) }) })
  const give = (given: Partial<Given>, by = ana, asked = request()) =>
    refusal(approve(asked, by, approval(given), twoAdministrators))

  it.each<[string, Partial<Given>, Refusal['code']]>([
    ['a role where it does not belong', { role: 'VU', scope: whole }, 'role-scope-mismatch'],
    ['an account role in a virtual account', { role: 'SA', scope: inside(paris) }, 'role-scope-mismatch'],
    ['access to no virtual account', { role: 'VU', scope: inside() }, 'unknown-virtual-account'],
    [
      'access to a virtual account of another account',
      { role: 'VU', scope: inside(paris, rome) },
      'unknown-virtual-account',
    ],
    ['access for less than an hour', { endsAt: minutes(59) }, 'end-out-of-range'],
    ['access for more than ten years', { endsAt: new Date('2036-03-11T09:00:00.001Z') }, 'end-out-of-range'],
    ['access until no date', { endsAt: new Date(Number.NaN) }, 'end-out-of-range'],
  ])('is not %s', (_what, given, code) => {
    expect(give(given)?.code).toBe(code)
  })

  it('by an administrator of a virtual account stays in it, and below their rights', () => {
    expect(give({ role: 'VA', scope: inside(paris) }, vera, forParis)).toBeUndefined()
    expect(give({ role: 'VU', scope: inside(paris, lyon) }, vera, forParis)).toEqual({
      code: 'above-own-rights',
      role: 'VU',
    })
    for (const role of ['SV', 'SU', 'AG', 'SA'] as const) {
      expect(give({ role, scope: whole }, vera, forParis)).toEqual({ code: 'above-own-rights', role })
    }
  })

  it('ends no later than the right of who gives it', () => {
    const passing = { ...ana, rights: holding(grant('SA', { endsAt: days(30) })) }
    expect(give({ endsAt: days(30) }, passing, request({ ask: ask({ endsAt: days(20) }) }))).toBeUndefined()
    const late = { code: 'ends-after-own-right', latest: days(30) }
    expect(give({ endsAt: new Date(days(30).getTime() + 1) }, passing)).toEqual(late)
    expect(give({ endsAt: null }, passing)).toEqual(late)
  })

  it('may be more than was asked', () => {
    const modest = request({ ask: ask({ scope: inside(paris), role: 'VV' }) })
    expect(give({}, ana, modest)).toBeUndefined()
  })
})

describe('giving less than was asked', () => {
  it.each<[string, Partial<Ask>, Given, boolean]>([
    ['the same', { scope: whole, role: 'SU' }, user, false],
    ['more', { scope: whole, role: 'SV' }, user, false],
    ['a greater role elsewhere that holds it', { scope: inside(paris), role: 'VU' }, user, false],
    ['a smaller role', { scope: whole, role: 'SU' }, { ...user, role: 'SV' }, true],
    ['another role, which lacks an action', { scope: whole, role: 'SU' }, { ...user, role: 'AG' }, true],
    [
      'virtual accounts for the whole account',
      { scope: whole },
      { role: 'VA', scope: inside(paris, lyon), endsAt: null },
      true,
    ],
    [
      'one of two virtual accounts',
      { scope: inside(paris, lyon) },
      { role: 'VA', scope: inside(paris), endsAt: null },
      true,
    ],
    [
      'the parent for the child',
      { scope: inside(parisLab), role: 'VU' },
      { role: 'VU', scope: inside(paris), endsAt: null },
      false,
    ],
    [
      'the child for the parent',
      { scope: inside(paris), role: 'VU' },
      { role: 'VU', scope: inside(parisLab), endsAt: null },
      true,
    ],
    ['an earlier end', { endsAt: days(30) }, { ...user, endsAt: days(29) }, true],
    ['the same end', { endsAt: days(30) }, { ...user, endsAt: days(30) }, false],
    ['no end for an end', { endsAt: days(30) }, user, false],
    ['an end for no end', { role: 'SU', scope: whole }, { ...user, endsAt: days(30) }, true],
    ['an end, to one who left all open', {}, { ...user, endsAt: days(30) }, false],
    [
      'the smallest, to one who left all open',
      {},
      { role: 'VV', scope: inside(parisLab), endsAt: days(1) },
      false,
    ],
    [
      'a role without the actions asked, wherever',
      { role: 'VA' },
      { role: 'VU', scope: inside(paris), endsAt: null },
      true,
    ],
    [
      'any role in the place asked',
      { scope: inside(paris) },
      { role: 'VV', scope: inside(paris), endsAt: null },
      false,
    ],
    [
      'a virtual account that is gone, and the account instead',
      { scope: inside(rome), role: 'VU' },
      user,
      true,
    ],
  ])('%s', (_what, asked, given, expected) => {
    expect(isLess(ask(asked), given, tree)).toBe(expected)
  })

  const asked = request({ ask: ask({ scope: whole, role: 'SU' }) })

  it('needs a note', () => {
    for (const note of ['', ' \n']) {
      const sent = approval({ role: 'SV' }, { note })
      expect(refusal(approve(asked, ana, sent, twoAdministrators))).toEqual({ code: 'note-required' })
    }
    const sent = approval({ role: 'SV' }, { note: 'Viewing is enough.' })
    expect(approve(asked, ana, sent, twoAdministrators)).toMatchObject({
      ok: true,
      value: { isLessThanAsked: true },
    })
  })
})

const no: Decline = { code: 'NOT_A_MEMBER', text: 'You are not in our team.', block: null, version: 1 }

describe('a decline', () => {
  it('settles the request, and gives the text as it is kept', () => {
    const value = {
      request: request({ status: 'DECLINED', version: 2, decidedAt: now, decidedBy: ana.personId }),
      text: 'You are not in our team.',
      block: null,
    }
    expect(decline(request(), ana, { ...no, text: ` ${no.text}\u0000 ` }, now)).toEqual({ ok: true, value })
  })

  it('needs a text that says something', () => {
    const outcome = decline(request(), ana, { ...no, text: 'No.' }, now)
    expect(refusal(outcome)).toEqual({
      code: 'reason-unfit',
      problem: { code: 'too-short', length: 3, min: 10 },
    })
  })

  it.each([
    ['30_DAYS', days(30)],
    ['90_DAYS', days(90)],
    ['FOR_EVER', null],
  ] as const)('may block the person: %s', (block, until) => {
    expect(decline(request(), ana, { ...no, block }, now)).toMatchObject({ value: { block: { until } } })
  })

  it('needs no recent password', () => {
    expect(decline(request(), { ...ana, passwordTypedAt: null }, no, now).ok).toBe(true)
  })

  it('may answer a request that waits for information', () => {
    expect(decline(request({ status: 'INFO_REQUESTED' }), ana, no, now).ok).toBe(true)
  })
})
