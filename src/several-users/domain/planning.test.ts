import { describe, expect, it } from 'vitest'
import { grant, holding, now, paris, person } from '../../accounts/domain/cast.ts'
import type { Administrator } from '../../accounts/domain/last-administrator.ts'
import type { Role } from '../../accounts/domain/roles.ts'
import type { GrantId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import { type Act, isAsSeen } from './acts.ts'
import { type Chosen, planFor } from './planning.ts'

let made = 0
const held = (name: string, role: Role, changes = {}) => ({
  ...grant(role, { personId: person(name), ...changes }),
  id: `grant-${made++}` as GrantId,
  source: 'DIRECT' as const,
})
const chosen = (name: string, ...grants: Chosen['grants'][number][]): Chosen => ({
  personId: person(name),
  grants,
  tags: [],
  mayBeTagged: true,
})
const administrator = (name: string): Administrator => ({
  grantId: `grant-${name}` as GrantId,
  personId: person(name),
  endsAt: null,
  isDisabled: false,
  hasHardBounced: false,
  isAwayWithoutDelegate: false,
})
const facts = { now, administrators: [administrator('ana'), administrator('ben')], wantsTwo: null }
const ana = {
  personId: person('ana'),
  countsAs: [],
  isDisabled: false,
  rights: holding(grant('SA')),
  // Typed long ago: it is asked for when it is carried out.
  passwordTypedAt: null,
}
const inParis = { virtualAccountId: paris }
const problemsOf = (people: Chosen[], act: Act) => planFor(people, act, ana, facts).map((one) => one.problem)

describe('planning the same for several users', () => {
  it('removes whom the single act would remove, and nobody else', () => {
    const people = [
      chosen('luc', held('luc', 'VV', inParis)),
      chosen('ana', held('ana', 'SA')),
      chosen('ben', held('ben', 'SA')),
      chosen('zoe'),
    ]
    expect(problemsOf(people, { kind: 'REMOVE' })).toEqual([
      null,
      'yourself',
      'second-administrator-needed',
      'not-found',
    ])
  })

  it('changes each role that is meant where it is, and leaves what comes from elsewhere', () => {
    const ofGroup = { ...held('luc', 'VV', inParis), source: 'GROUP' as const }
    const suspended = held('luc', 'VV', { ...inParis, suspendedAt: now })
    const person_ = chosen('luc', held('luc', 'VV', inParis), held('luc', 'SV'), ofGroup, suspended)
    const act = { kind: 'ROLE', which: 'EVERY', to: 'VU' } as const
    expect(problemsOf([person_], act)).toEqual([null, 'role-scope-mismatch', 'inherited', 'suspended'])
    expect(problemsOf([person_], { ...act, which: { key: 'SU' } })).toEqual(['no-such-role'])
    const powerful = planFor([person_], { ...act, which: { key: 'VV' }, to: 'VA' }, ana, facts)
    expect(powerful[0]).toMatchObject({ problem: null, isPowerful: true })
  })

  it('makes two roles at one place into one role once', () => {
    const both = chosen('luc', held('luc', 'VV', inParis), held('luc', 'VA', inParis))
    const act = { kind: 'ROLE', which: 'EVERY', to: 'VU' } as const
    expect(problemsOf([both], act)).toEqual([null, 'already-held'])
    const already = chosen('luc', held('luc', 'VV', inParis), held('luc', 'VU', inParis))
    expect(problemsOf([already], { ...act, which: { key: 'VV' } })).toEqual(['already-held'])
  })

  it('sets an end and takes it away, and says where it is so already', () => {
    const endsAt = daysAfter(now, 30)
    const people = [chosen('luc', held('luc', 'SV')), chosen('zoe', held('zoe', 'SV', { endsAt }))]
    expect(problemsOf(people, { kind: 'END', which: 'EVERY', endsAt })).toEqual([null, 'nothing-changed'])
    expect(problemsOf(people, { kind: 'NO_END', which: 'EVERY' })).toEqual(['nothing-changed', null])
    const past = { kind: 'END', which: 'EVERY', endsAt: daysAfter(now, -1) } as const
    expect(problemsOf(people, past)).toEqual(['end-out-of-range', 'end-out-of-range'])
  })

  it('tags those who do not carry the tag, and only where one may', () => {
    const tag = 'a-tag'
    const people = [
      chosen('luc'),
      { ...chosen('zoe'), tags: [tag] },
      { ...chosen('ben'), mayBeTagged: false },
    ]
    expect(problemsOf(people, { kind: 'TAG', tag })).toEqual([null, 'tagged-already', 'not-yours'])
    expect(problemsOf(people, { kind: 'UNTAG', tag })).toEqual(['not-tagged', null, 'not-yours'])
  })

  it('knows what was seen from what is held', () => {
    const [one, two] = ['one' as GrantId, 'two' as GrantId]
    expect(isAsSeen([one, two], [two, one])).toBe(true)
    expect(isAsSeen([one], [one, two])).toBe(false)
    expect(isAsSeen([one], [two])).toBe(false)
  })
})
