import { describe, expect, it } from 'vitest'
import {
  grant,
  holding,
  inside,
  lyon,
  now,
  paris,
  parisLab,
  rome,
  whole,
} from '../../accounts/domain/cast.ts'
import type { RequestId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { againFrom, type SubmitFacts } from './asking.ts'
import { ana, free, profile, request, unsure } from './cast.ts'
import { amend, mayAsk, submit } from './policy.ts'
import type { Reference } from './reference.ts'
import type { Refusal } from './refusals.ts'
import { type Ask, statuses } from './request.ts'

const reason = 'I join the procurement team.'
const ask = (changes: Partial<Ask>): Ask => ({ ...unsure, ...changes })
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const soon = days(30)

function send(changes: Partial<SubmitFacts> = {}, wished: Partial<Ask> = {}, text = reason) {
  return submit({ ask: ask(wished), reason: text }, { ...free, ...changes }, now)
}

function refusal(outcome: Outcome<unknown, Refusal>) {
  return outcome.ok ? undefined : outcome.refusal
}

describe('somebody with a verified address and a complete profile', () => {
  it('can send a request to the administrators', () => {
    const value = { ask: unsure, reason, stage: 'WITH_ADMINS', previousRequestId: null }
    expect(send({}, {}, `  ${reason}\n`)).toEqual({ ok: true, value })
  })

  it('sends it to the only one who may decide and is reachable', () => {
    expect(send({ reachable: 1 })).toMatchObject({ ok: true, value: { stage: 'WITH_ADMINS' } })
  })

  it('sends it to support when nobody who may decide is reachable', () => {
    expect(send({ reachable: 0 })).toMatchObject({ ok: true, value: { stage: 'WITH_SUPPORT' } })
  })

  it('links it to the request it repeats', () => {
    const previousRequestId = 'request-before' as RequestId
    expect(send({ previousRequestId })).toMatchObject({ ok: true, value: { previousRequestId } })
  })

  it('can be told so before anything is filled in', () => {
    expect(mayAsk(free, now)).toEqual({ ok: true, value: true })
  })
})

const nameless = { ...profile, firstName: '', company: ' ' }
const listed = { status: 'ACTIVE', visibility: 'LISTED', verifiedDomains: [] } as const
const open = { id: 'request-open' as RequestId, reference: 'AR-0000-0001' as Reference }

describe('a request is not sent', () => {
  it.each<[string, Partial<SubmitFacts>, Refusal]>([
    ['from an unverified address', { addressIsVerified: false }, { code: 'address-unverified' }],
    [
      'with an incomplete profile',
      { profile: nameless },
      { code: 'profile-incomplete', missing: ['firstName', 'company'] },
    ],
    [
      'with a profile that lacks one part',
      { profile: { ...profile, country: '' } },
      { code: 'profile-incomplete', missing: ['country'] },
    ],
    ['to an account that is not there', { account: null }, { code: 'not-found' }],
    ['to a restricted account', { account: { ...listed, visibility: 'RESTRICTED' } }, { code: 'not-found' }],
    ['to a pending account', { account: { ...listed, status: 'PENDING' } }, { code: 'not-found' }],
    ['to a suspended account', { account: { ...listed, status: 'SUSPENDED' } }, { code: 'not-found' }],
    ['to a closed account', { account: { ...listed, status: 'CLOSED' } }, { code: 'not-found' }],
    ['beside an open one', { openRequest: open }, { code: 'duplicate-open-request', ...open }],
    ['while blocked', { block: { until: soon } }, { code: 'blocked', until: soon }],
    ['while blocked for ever', { block: { until: null } }, { code: 'blocked', until: null }],
    ['as the eleventh open one', { openRequests: 10 }, { code: 'too-many-open', max: 10 }],
    ['as the 21st of a day', { requestsToday: 20 }, { code: 'too-many-today', max: 20 }],
    [
      'from outside, of an account that 200 others ask already',
      { openFromOutside: 200, asker: { ...free.asker, verifiedDomains: [] } },
      { code: 'too-many-from-outside', max: 200 },
    ],
  ])('%s', (_when, facts, expected) => {
    expect(refusal(send(facts))).toEqual(expected)
    expect(refusal(mayAsk({ ...free, ...facts }, now))).toEqual(expected)
  })

  it('to a hidden account with other words than to none, whatever else would stand in the way', () => {
    const others = {
      profile: nameless,
      openRequests: 10,
      block: { until: null },
      openRequest: open,
      requestsToday: 20,
    }
    const hidden = send({ ...others, account: { ...listed, visibility: 'RESTRICTED' } })
    expect(hidden).toEqual(send({ ...others, account: null }))
  })

  it.each(['too short', 'a'.repeat(1001), 'aaaaaaaaaaaa'])('without a reason that says something', (text) => {
    expect(refusal(send({}, {}, text))?.code).toBe('reason-unfit')
  })
})

describe('the limits count', () => {
  it('up to ten open and twenty a day, and people of the organisation not as from outside', () => {
    expect(send({ openRequests: 9, requestsToday: 19 }).ok).toBe(true)
    expect(send({ openFromOutside: 200 }).ok).toBe(true)
    expect(send({ openFromOutside: 199, asker: { ...free.asker, verifiedDomains: [] } }).ok).toBe(true)
  })

  it('a block until its end and not beyond', () => {
    expect(send({ block: { until: now } }).ok).toBe(true)
    expect(send({ block: { until: new Date(now.getTime() + 1) } }).ok).toBe(false)
  })
})

describe('what is asked', () => {
  it.each<[string, Partial<Ask>]>([
    ['for the whole account', { scope: whole, role: 'SU' }],
    ['for virtual accounts', { scope: inside(paris, lyon), role: 'VU' }],
    ['for a role without a place', { role: 'VA' }],
    ['for a place without a role', { scope: inside(parisLab) }],
    ['for the highest role, which is for others to judge', { scope: whole, role: 'SA' }],
    ['until a date', { endsAt: soon }],
    ['for an hour', { endsAt: new Date(now.getTime() + 3_600_000) }],
    ['for ten years', { endsAt: new Date('2036-03-11T09:00:00.000Z') }],
  ])('may be access %s', (_what, wished) => {
    expect(send({}, wished).ok).toBe(true)
  })

  it.each<[string, Partial<Ask>, Refusal['code']]>([
    ['a virtual role in the whole account', { scope: whole, role: 'VU' }, 'role-scope-mismatch'],
    ['an account role in a virtual account', { scope: inside(paris), role: 'SA' }, 'role-scope-mismatch'],
    ['no virtual account at all', { scope: inside() }, 'unknown-virtual-account'],
    ['a virtual account of another account', { scope: inside(paris, rome) }, 'unknown-virtual-account'],
    ['an end in less than an hour', { endsAt: new Date(now.getTime() + 3_599_999) }, 'end-out-of-range'],
    ['an end in the past', { endsAt: new Date(0) }, 'end-out-of-range'],
    ['an end in more than ten years', { endsAt: new Date('2036-03-11T09:00:00.001Z') }, 'end-out-of-range'],
    ['an end in the year 9999', { endsAt: new Date('9999-12-31T00:00:00Z') }, 'end-out-of-range'],
    ['an end that is no date', { endsAt: new Date(Number.NaN) }, 'end-out-of-range'],
  ])('may not be %s', (_what, wished, code) => {
    expect(refusal(send({}, wished))?.code).toBe(code)
  })

  it('may not be a virtual account the person cannot see, in the same words as one that is not there', () => {
    const choosable = new Set([lyon])
    expect(send({ choosable }, { scope: inside(paris) })).toEqual(
      send({ choosable }, { scope: inside(rome) }),
    )
  })
})

describe('what is held already', () => {
  const user = holding(grant('SU'))
  const ofParis = holding(grant('VU', { virtualAccountId: paris }))
  const everywhere = holding(
    grant('VU', { virtualAccountId: paris }),
    grant('VU', { virtualAccountId: lyon }),
  )

  it.each<[string, SubmitFacts['held'], Partial<Ask>]>([
    ['the same role', user, { scope: whole, role: 'SU' }],
    ['a smaller role', user, { scope: whole, role: 'SV' }],
    ['a smaller place', user, { scope: inside(paris), role: 'VU' }],
    ['a child', ofParis, { scope: inside(parisLab), role: 'VV' }],
    ['a role anywhere, by one who has it everywhere', everywhere, { role: 'VU' }],
    ['a role of the account, wherever', user, { role: 'SV' }],
    ['anything, by an administrator', ana.rights, {}],
    ['less time', holding(grant('SU', { endsAt: days(40) })), { scope: whole, role: 'SU', endsAt: soon }],
  ])('cannot be asked: %s', (_what, held, wished) => {
    expect(refusal(send({ held }, wished))).toEqual({ code: 'already-held' })
  })

  it.each<[string, SubmitFacts['held'], Partial<Ask>]>([
    ['a greater role', holding(grant('SV')), { scope: whole, role: 'SU' }],
    ['a greater place', ofParis, { scope: inside(paris, lyon), role: 'VU' }],
    ['a role of which it is not sure where', ofParis, { role: 'VU' }],
    ['something, left to the administrator', user, {}],
    ['more time', holding(grant('SU', { endsAt: soon })), { scope: whole, role: 'SU', endsAt: days(40) }],
    ['no end', holding(grant('SU', { endsAt: soon })), { scope: whole, role: 'SU' }],
  ])('does not keep from asking for %s', (_what, held, wished) => {
    expect(send({ held }, wished).ok).toBe(true)
  })
})

describe('after a decline', () => {
  const declined = [{ ask: ask({ role: 'SU' }), decidedAt: days(-2) }]

  it('the same can be asked again after seven days', () => {
    expect(refusal(send({ declined }, { role: 'SU' }))).toEqual({
      code: 'asked-again-too-soon',
      from: days(5),
    })
    expect(submit({ ask: ask({ role: 'SU' }), reason }, { ...free, declined }, days(5)).ok).toBe(true)
  })

  it('something else can be asked at once', () => {
    expect(send({ declined }, { role: 'SV' }).ok).toBe(true)
  })

  it('the seven days count from the last decline of the same, whatever was declined since', () => {
    const several = [
      ...declined,
      { ask: ask({ role: 'SU' }), decidedAt: days(-1) },
      { ask: unsure, decidedAt: now },
    ]
    expect(againFrom(several, ask({ role: 'SU' }))).toEqual(days(6))
    expect(againFrom(several, ask({ role: 'SV' }))).toBeNull()
  })

  it('nothing waits for a decline that has no time', () => {
    expect(againFrom([{ ask: unsure, decidedAt: null }], unsure)).toBeNull()
  })
})

describe('amending a request', () => {
  const facts = { held: free.held, choosable: free.choosable, declined: [], isHalfDecided: false, now }
  const wish = { ask: ask({ role: 'SV' }), reason, version: 1 }
  const mine = request()
  const raul = mine.requesterId

  it('gives its requester another ask and the next version', () => {
    const value = { ...mine, ask: wish.ask, version: 2 }
    expect(amend(mine, raul, wish, facts)).toEqual({ ok: true, value })
  })

  it('may change the reason alone, and a request that waits for information', () => {
    const waiting = request({ status: 'INFO_REQUESTED', version: 5 })
    const outcome = amend(
      waiting,
      raul,
      { ask: unsure, reason: ' I join procurement today. ', version: 5 },
      facts,
    )
    expect(outcome).toMatchObject({
      ok: true,
      value: { version: 6, reason: 'I join procurement today.', ask: unsure },
    })
  })

  it('is for nobody else, not even an administrator', () => {
    expect(refusal(amend(mine, ana.personId, wish, facts))).toEqual({ code: 'not-found' })
  })

  it('needs something changed', () => {
    expect(refusal(amend(mine, raul, { ...wish, ask: unsure, reason: ` ${reason} ` }, facts))).toEqual({
      code: 'nothing-changed',
    })
  })

  it('needs the version that was looked at', () => {
    expect(refusal(amend(request({ version: 2 }), raul, wish, facts))).toEqual({
      code: 'stale-version',
      version: 2,
    })
  })

  it('is not possible while one of two administrators has approved', () => {
    expect(refusal(amend(mine, raul, wish, { ...facts, isHalfDecided: true }))).toEqual({
      code: 'half-decided',
    })
  })

  it.each(statuses.slice(2))('is not possible once it is %s', (status) => {
    expect(refusal(amend(request({ status }), raul, wish, facts))?.code).toBe('already-settled')
  })

  it('asks what sending asks', () => {
    const code = (changes: Partial<typeof wish>, more = {}) =>
      refusal(amend(mine, raul, { ...wish, ...changes }, { ...facts, ...more }))?.code
    expect(code({ reason: 'short' })).toBe('reason-unfit')
    expect(code({ ask: ask({ scope: inside(rome) }) })).toBe('unknown-virtual-account')
    expect(code({}, { held: ana.rights })).toBe('already-held')
    expect(code({}, { declined: [{ ask: wish.ask, decidedAt: days(-1) }] })).toBe('asked-again-too-soon')
  })
})
