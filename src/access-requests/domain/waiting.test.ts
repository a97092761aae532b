import { describe, expect, it } from 'vitest'
import { grant, holding, inside, now, paris, parisLab, person } from '../../accounts/domain/cast.ts'
import { ana, approver, request, unsure, vera, zoe } from './cast.ts'
import { remind, view, withdraw } from './policy.ts'
import { type AccessRequest, statuses } from './request.ts'

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const raul = person('raul')
const somebody = { reachable: 1 }

describe('a reminder', () => {
  it('can be sent 48 hours after the request, not a millisecond before', () => {
    const early = remind(request(), raul, somebody, new Date(hours(48).getTime() - 1))
    expect(early).toEqual({ ok: false, refusal: { code: 'too-early-to-remind', from: hours(48) } })
    const value = {
      ...request(),
      remindersByHand: 1,
      lastRemindedAt: hours(48),
      lastRemindedByHandAt: hours(48),
    }
    expect(remind(request(), raul, somebody, hours(48))).toEqual({ ok: true, value })
  })

  it('can be sent three times, 48 hours apart', () => {
    let current: AccessRequest = request()
    for (const n of [1, 2, 3]) {
      const outcome = remind(current, raul, somebody, hours(48 * n))
      expect(outcome).toMatchObject({ ok: true, value: { remindersByHand: n, version: 1 } })
      if (outcome.ok) current = outcome.value
    }
    expect(remind(current, raul, somebody, hours(1000))).toEqual({
      ok: false,
      refusal: { code: 'no-reminders-left', max: 3 },
    })
  })

  it('waits 24 hours after one that the clock sent', () => {
    const reminded = request({ lastRemindedAt: hours(47) })
    expect(remind(reminded, raul, somebody, hours(70))).toMatchObject({ refusal: { from: hours(71) } })
    expect(remind(reminded, raul, somebody, hours(71)).ok).toBe(true)
  })

  it('is not sent when it would reach nobody', () => {
    expect(remind(request(), raul, { reachable: 0 }, hours(48))).toMatchObject({
      refusal: { code: 'nobody-reachable' },
    })
  })

  it('is for the requester alone', () => {
    const forLuc = request({ beneficiaryId: person('luc') })
    expect(remind(forLuc, person('luc'), somebody, hours(48))).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(remind(request(), ana.personId, somebody, hours(48))).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })

  it('is not sent while the administrators wait for the requester', () => {
    const outcome = remind(request({ status: 'INFO_REQUESTED' }), raul, somebody, hours(48))
    expect(outcome).toMatchObject({ refusal: { code: 'not-possible-now', status: 'INFO_REQUESTED' } })
  })

  it.each(statuses.slice(2))('is not sent for a request that is %s', (status) => {
    expect(remind(request({ status }), raul, somebody, hours(48))).toMatchObject({
      refusal: { code: 'already-settled' },
    })
  })
})

describe('withdrawing', () => {
  const forLuc = request({ beneficiaryId: person('luc') })

  it.each([raul, person('luc')])('is for the requester and for the beneficiary: %s', (who) => {
    expect(withdraw(forLuc, who)).toEqual({ ok: true, value: { ...forLuc, status: 'WITHDRAWN', version: 2 } })
  })

  it('is for nobody else', () => {
    expect(withdraw(forLuc, ana.personId)).toEqual({ ok: false, refusal: { code: 'not-found' } })
  })

  it.each(statuses.slice(2))('is too late once the request is %s', (status) => {
    expect(withdraw(request({ status }), raul)).toMatchObject({
      refusal: { code: 'already-settled', status },
    })
  })
})

describe('looking at a request', () => {
  it('is kept the first time, and moves no version', () => {
    const seen = view(request(), ana, hours(1))
    expect(seen).toEqual({ ok: true, value: request({ firstViewedAt: hours(1) }) })
    expect(view(request({ firstViewedAt: hours(1) }), ana, hours(2))).toEqual(seen)
  })

  it('counts only from those who may decide', () => {
    expect(view(request(), zoe, now)).toMatchObject({ refusal: { code: 'not-an-approver' } })
    expect(view(request(), vera, now)).toMatchObject({ refusal: { code: 'not-an-approver' } })
    expect(view(request({ ask: { ...unsure, scope: inside(parisLab) } }), vera, now).ok).toBe(true)
    const luc = approver('luc', { rights: holding(grant('VV', { virtualAccountId: paris })) })
    expect(view(request({ ask: { ...unsure, scope: inside(paris) } }), luc, now).ok).toBe(false)
  })

  it('does not count from the requester, administrator or not', () => {
    expect(view(request(), { ...ana, personId: raul }, now)).toMatchObject({
      refusal: { code: 'own-request' },
    })
  })

  it('is no step of a settled request', () => {
    expect(view(request({ status: 'EXPIRED' }), ana, now)).toMatchObject({
      refusal: { code: 'already-settled' },
    })
  })
})
