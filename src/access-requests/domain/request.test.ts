import { describe, expect, it } from 'vitest'
import { inside, lyon, paris, whole } from '../../accounts/domain/cast.ts'
import { profile, unsure } from './cast.ts'
import { type Ask, isOpen, missingFrom, sameAsk, statuses } from './request.ts'

const end = new Date('2026-12-31T00:00:00.000Z')
const ask = (changes: Partial<Ask>): Ask => ({ ...unsure, ...changes })
const named = (text: string) => ask({ scope: { kind: 'UNSURE', named: text } })

describe('a request', () => {
  it('is open while it is pending or waits for information', () => {
    expect(statuses.filter((status) => isOpen({ status }))).toEqual(['PENDING', 'INFO_REQUESTED'])
  })
})

describe('two asks', () => {
  it.each<[string, Ask, Ask]>([
    ['leave everything open', unsure, ask({})],
    [
      'name the same virtual accounts in another order, or twice',
      ask({ scope: inside(paris, lyon) }),
      ask({ scope: inside(lyon, paris, lyon) }),
    ],
    ['end at the same instant', ask({ endsAt: end }), ask({ endsAt: new Date(end) })],
    ['write the same name', named('Paris Lab'), named(' paris lab ')],
    ['write no name', unsure, named('')],
  ])('are the same when they %s', (_when, one, other) => {
    expect(sameAsk(one, other)).toBe(true)
    expect(sameAsk(other, one)).toBe(true)
  })

  it.each<[string, Ask, Ask]>([
    ['role', ask({ role: 'SU' }), ask({ role: 'SV' })],
    ['role, left open by one', ask({ role: 'SU' }), unsure],
    ['kind of scope', ask({ scope: whole }), unsure],
    ['virtual accounts', ask({ scope: inside(paris) }), ask({ scope: inside(paris, lyon) })],
    ['written name', named('Paris'), named('Lyon')],
    ['end', ask({ endsAt: end }), ask({ endsAt: new Date(end.getTime() + 1) })],
    ['end, left open by one', ask({ endsAt: end }), unsure],
  ])('are different in their %s', (_what, one, other) => {
    expect(sameAsk(one, other)).toBe(false)
    expect(sameAsk(other, one)).toBe(false)
  })
})

describe('a profile', () => {
  it('is complete with first and last name, company and country', () => {
    expect(missingFrom(profile)).toEqual([])
  })

  it('lacks what is empty or only space', () => {
    expect(missingFrom({ ...profile, lastName: '  ', country: '' })).toEqual(['lastName', 'country'])
  })
})
