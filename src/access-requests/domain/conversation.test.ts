import { describe, expect, it } from 'vitest'
import { now, person } from '../../accounts/domain/cast.ts'
import { hoursAfter, minutesAfter } from '../../kernel/time.ts'
import { request } from './cast.ts'
import {
  answer,
  askAgain,
  askForInformation,
  type Claim,
  claim,
  claimLastsHours,
  comment,
  isStanding,
  type Side,
  type Speaker,
  sideOf,
} from './conversation.ts'
import { isOpen, stages, statuses } from './request.ts'

const text = 'Which of the licences do you need?'
const speaker = (name: string, changes: Partial<Speaker> = {}): Speaker => ({
  personId: person(name),
  mayDecide: false,
  isSupport: false,
  ...changes,
})
const ana = speaker('ana', { mayDecide: true })
const ben = speaker('ben', { mayDecide: true })
const sam = speaker('sam', { isSupport: true })
const raul = speaker('raul')
const none: Record<Side, number> = { REQUESTER: 0, ACCOUNT: 0, SUPPORT: 0 }
const everywhere = statuses.flatMap((status) => stages.map((stage) => ({ status, stage })))
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.refusal?.code

describe('a side', () => {
  it('is the requester’s for whoever asked, even when they could decide for others', () => {
    expect(sideOf(request(), speaker('raul', { mayDecide: true, isSupport: true }))).toBe('REQUESTER')
    const forLuc = request({ beneficiaryId: person('luc') })
    expect(sideOf(forLuc, speaker('luc', { mayDecide: true }))).toBe('REQUESTER')
  })

  it('is the account’s for deciders, support’s for agents, and nobody’s for others', () => {
    expect(sideOf(request(), ana)).toBe('ACCOUNT')
    expect(sideOf(request(), sam)).toBe('SUPPORT')
    expect(sideOf(request(), speaker('olga'))).toBeNull()
  })
})

describe('a question', () => {
  const ask = (of = request(), by = ana, rounds = 0, sent = { text, version: of.version }) =>
    askForInformation(of, by, sent, { rounds, most: 3 })

  it.each(everywhere)('is asked while pending only: $status, $stage', ({ status, stage }) => {
    const outcome = ask(request({ status, stage }))
    if (status === 'PENDING') {
      expect(outcome).toMatchObject({
        ok: true,
        value: { request: { status: 'INFO_REQUESTED', version: 2 } },
      })
    } else {
      expect(codeOf(outcome)).toBe(isOpen({ status }) ? 'not-possible-now' : 'already-settled')
    }
  })

  it('is asked by deciders, of the version they read, in words, three times at most', () => {
    for (const by of [raul, sam, speaker('zoe')]) expect(codeOf(ask(request(), by))).toBe('not-an-approver')
    expect(codeOf(ask(request({ version: 4 }), ana, 0, { text, version: 3 }))).toBe('stale-version')
    expect(codeOf(ask(request(), ana, 0, { text: 'Why', version: 1 }))).toBe('text-unfit')
    expect(codeOf(ask(request(), ana, 2))).toBe('done')
    expect(codeOf(ask(request(), ana, 3))).toBe('too-many-questions')
  })
})

describe('an answer', () => {
  it.each(everywhere)('is given while a question waits only: $status, $stage', ({ status, stage }) => {
    const outcome = answer(request({ status, stage }), person('raul'), { text, n: 1 }, { waiting: 1 })
    if (status === 'INFO_REQUESTED') {
      expect(outcome).toMatchObject({
        ok: true,
        value: { request: { status: 'PENDING', stage, version: 2 } },
      })
    } else {
      expect(codeOf(outcome)).toBe(isOpen({ status }) ? 'not-possible-now' : 'already-settled')
    }
  })

  it('is the requester’s, to the question that waits, in words', () => {
    const asked = request({ status: 'INFO_REQUESTED' })
    const give = (by: string, n: number, said: string) =>
      codeOf(answer(asked, person(by), { text: said, n }, { waiting: 2 }))
    expect(give('ana', 2, text)).toBe('not-found')
    expect(give('raul', 1, text)).toBe('other-question')
    expect(give('raul', 2, 'Yes')).toBe('text-unfit')
    expect(give('raul', 2, text)).toBe('done')
  })
})

describe('a comment', () => {
  it.each(everywhere)('is written while the request is open only: $status, $stage', ({ status, stage }) => {
    const outcome = comment(request({ status, stage }), raul, 'Thank you', { written: none, most: 10 })
    expect(codeOf(outcome)).toBe(isOpen({ status }) ? 'done' : 'already-settled')
  })

  it('counts for its own side', () => {
    const written = { ...none, ACCOUNT: 10 }
    const write = (by: Speaker, said = 'Thank you') =>
      codeOf(comment(request(), by, said, { written, most: 10 }))
    expect([write(ana), write(raul), write(sam)]).toEqual(['too-many-comments', 'done', 'done'])
    expect(write(speaker('olga'))).toBe('not-an-approver')
    expect([write(raul, ' \n'), write(raul, 'x'), write(raul, 'y '.repeat(900))]).toEqual([
      'text-unfit',
      'done',
      'text-unfit',
    ])
  })
})

describe('a claim', () => {
  const held: Claim = { by: ana.personId, at: now, until: hoursAfter(now, claimLastsHours) }

  it('stands for four hours, to the second', () => {
    expect(isStanding(held, minutesAfter(held.until, -1))).toBe(true)
    expect(isStanding(held, held.until)).toBe(false)
    expect(isStanding(null, now)).toBe(false)
  })

  it('is made longer by whoever holds it, and taken by others once it has lapsed', () => {
    const later = hoursAfter(now, 1)
    expect(claim(request(), ana, held, later)).toEqual({
      ok: true,
      value: { by: ana.personId, at: now, until: hoursAfter(later, claimLastsHours) },
    })
    expect(claim(request(), ben, held, later)).toMatchObject({
      refusal: { code: 'claimed-already', by: ana.personId, until: held.until },
    })
    expect(claim(request(), ben, held, held.until)).toMatchObject({ ok: true, value: { at: held.until } })
  })

  it('is for deciders of an open request', () => {
    for (const by of [raul, sam, speaker('zoe')])
      expect(codeOf(claim(request(), by, null, now))).toBe('not-an-approver')
    expect(codeOf(claim(request({ status: 'DECLINED' }), ana, null, now))).toBe('already-settled')
    expect(codeOf(claim(request({ status: 'INFO_REQUESTED' }), ana, null, now))).toBe('done')
  })
})

describe('asking again', () => {
  it.each(everywhere)('is possible once settled: $status, $stage', ({ status, stage }) => {
    const outcome = askAgain(request({ status, stage }), person('raul'), null, now)
    expect(codeOf(outcome)).toBe(isOpen({ status }) ? 'not-possible-now' : 'done')
  })

  it('is for whoever asked, and not for whom the account has blocked', () => {
    const declined = request({ status: 'DECLINED' })
    const again = (until: Date | null, by = 'raul') => codeOf(askAgain(declined, person(by), { until }, now))
    expect(again(null)).toBe('blocked')
    expect(again(minutesAfter(now, 1))).toBe('blocked')
    expect(again(now)).toBe('done')
    expect(codeOf(askAgain(declined, person('ana'), null, now))).toBe('not-found')
  })
})
