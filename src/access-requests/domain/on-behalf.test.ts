import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import {
  answerOnBehalf,
  askForColleague,
  daysToConfirm,
  type OnBehalf,
  onBehalfAllowed,
  type OnBehalfStatus,
  standingOf,
  withdrawOnBehalf,
} from './on-behalf.ts'

const now = new Date('2027-03-01T09:00:00Z')
const asker = { address: 'ana@acme.example', isVerified: true, waiting: 0, today: 0 }
const wish = { colleague: 'raul@acme.example', reason: 'Raul joins the licence team on Monday.' }
const waiting: OnBehalf = {
  askedBy: 'ana' as PersonId,
  address: 'raul@acme.example',
  status: 'WAITING',
  lapsesAt: daysAfter(now, 1),
}
const raul = { address: 'raul@acme.example', isVerified: true }

describe('asking for a colleague', () => {
  it('gives them two weeks to confirm', () => {
    const asked = askForColleague(wish, asker, now)
    expect(asked).toEqual({
      ok: true,
      value: { reason: wish.reason, lapsesAt: daysAfter(now, daysToConfirm) },
    })
  })

  it.each([
    ['address-unverified', { ...asker, isVerified: false }, wish],
    ['own-address', asker, { ...wish, colleague: asker.address }],
    ['not-a-colleague', asker, { ...wish, colleague: 'raul@globex.example' }],
    ['not-a-colleague', asker, { ...wish, colleague: 'raul@sub.acme.example' }],
    ['reason-unfit', asker, { ...wish, reason: 'please' }],
    ['too-many-waiting', { ...asker, waiting: onBehalfAllowed.open }, wish],
    ['too-many-asked', { ...asker, today: onBehalfAllowed.day }, wish],
  ])('is refused: %s', (code, by, what) => {
    const asked = askForColleague(what, by, now)
    expect(asked.ok ? undefined : asked.refusal.code).toBe(code)
  })
})

describe('a request for a colleague', () => {
  it('is answered by the colleague alone, with their address proved, while it waits', () => {
    expect(answerOnBehalf(waiting, raul, now).ok).toBe(true)
    for (const by of [
      { ...raul, isVerified: false },
      { address: 'ana@acme.example', isVerified: true },
    ])
      expect(answerOnBehalf(waiting, by, now)).toEqual({ ok: false, refusal: { code: 'not-found' } })
  })

  it('is taken back by whoever asked alone', () => {
    expect(withdrawOnBehalf(waiting, waiting.askedBy, now).ok).toBe(true)
    expect(withdrawOnBehalf(waiting, 'ben' as PersonId, now).ok).toBe(false)
  })

  it('takes no answer in any other state, nor from the very moment on that it lapses', () => {
    const statuses = fc.constantFrom<OnBehalfStatus>('WAITING', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'LAPSED')
    fc.assert(
      fc.property(statuses, fc.integer({ min: -3, max: 3 }), (status, ms) => {
        const at = new Date(waiting.lapsesAt.getTime() + ms)
        const one = { ...waiting, status }
        const isOpen = status === 'WAITING' && ms < 0
        expect(answerOnBehalf(one, raul, at).ok).toBe(isOpen)
        expect(withdrawOnBehalf(one, one.askedBy, at).ok).toBe(isOpen)
        expect(standingOf(one, at) === 'WAITING').toBe(isOpen)
      }),
    )
  })
})
