import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grant, holding, inside, lyon, now, paris, person, tree, whole } from '../../accounts/domain/cast.ts'
import { covers } from '../../accounts/domain/rights.ts'
import { isCustom } from '../../accounts/domain/roles.ts'
import { domains, ownRoles, someBook, someFacts } from '../../../test/world/random-rules.ts'
import { decideByRules, type Facts } from './decide.ts'
import { readDraft, scopeGiven, type Setting } from './reading.ts'
import { emptyBook, isGivable, type NamedOwnRole, type Rule, type RuleId, type RuleOutcome } from './rule.ts'

const roleNamed = (name: string) => {
  const role = ownRoles.find((one) => one.name === name)
  if (!role) throw new Error(`There is no role ${name}`)
  return role
}
const named = (name: string): NamedOwnRole => ({ custom: roleNamed(name).id, version: 2 })
const giving = (role: NamedOwnRole | 'ASKED', scope: 'ASKED' | typeof whole = 'ASKED'): RuleOutcome => ({
  kind: 'APPROVE',
  role,
  scope,
  days: null,
})
const conditions = {
  who: { kind: 'INSIDE' },
  roles: [],
  where: { kind: 'ANY' },
  duration: { kind: 'ANY' },
} as const
const book = (outcome: RuleOutcome) => ({
  ...emptyBook,
  changedBy: person('ana'),
  rules: [
    {
      id: 'rule' as RuleId,
      place: null,
      version: 1,
      enabled: true,
      changedBy: person('ana'),
      conditions,
      outcome,
    },
  ] satisfies Rule[],
})
const facts = (changes: Partial<Facts> = {}, ask: Partial<Facts['ask']> = {}): Facts => ({
  now,
  tree,
  account: { verifiedDomains: domains.slice(0, 1) },
  verifiedDomains: domains.slice(0, 1),
  people: [person('raul')],
  groups: [],
  deciders: 1,
  ownRoles,
  givers: [holding(grant('SA'))],
  held: null,
  ask: { scope: inside(paris), role: null, endsAt: null, ...ask },
  ...changes,
})
const desk = giving(named('desk'))

describe('a rule that gives a role of the account’s own', () => {
  it('gives it as it is now, to whoever asks for it, for more, or leaves it open', () => {
    for (const role of [null, roleNamed('desk'), 'VA'] as const)
      expect(decideByRules(book(desk), facts({}, { role }))).toMatchObject({
        kind: 'APPROVE',
        given: { role: roleNamed('desk'), scope: inside(paris) },
      })
  })

  it.each<[string, RuleOutcome, Facts]>([
    ['ROLE_GONE', giving(named('old')), facts({}, { scope: whole })],
    ['ROLE_GONE', desk, facts({ ownRoles: [] })],
    ['ADMINISTRATOR_ROLE', giving(named('deputy')), facts()],
    ['OWN_ROLE', giving('ASKED'), facts({}, { role: roleNamed('desk') })],
    ['NOT_CLEAR', desk, facts({}, { scope: whole })],
    ['MORE_THAN_ASKED', desk, facts({}, { role: 'VU' })],
    ['OWN_RULE', desk, facts({ people: [person('carla')] })],
    ['NOBODY_BEHIND', desk, facts({ givers: [] })],
    ['NOBODY_BEHIND', desk, facts({ givers: [holding(grant('VA', { virtualAccountId: lyon }))] })],
    ['NOBODY_BEHIND', desk, facts({ deciders: 0 })],
  ])('leaves it to a person: %s', (because, outcome, asked) => {
    expect(decideByRules(book(outcome), asked)).toMatchObject({ kind: 'LEFT', because })
  })

  it('gives nothing but what somebody could give now, that has no power, in use, and not to its author', () => {
    fc.assert(
      fc.property(someBook, someFacts, (rules, asked) => {
        const verdict = decideByRules(rules, asked)
        if (verdict.kind !== 'APPROVE' || !isCustom(verdict.given.role)) return
        const { role, scope, endsAt } = verdict.given
        const own = ownRoles.find(({ id }) => id === role.id)
        expect(own?.isRetired).toBe(false)
        expect(isGivable(role)).toBe(true)
        expect(asked.givers.some((rights) => covers(rights, role, scope, endsAt))).toBe(true)
        expect(asked.people).not.toContain(own?.changedBy)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('writing such a rule', () => {
  const setting = (changes: Partial<Setting> = {}): Setting => ({
    tree,
    account: { verifiedDomains: domains.slice(0, 1) },
    place: null,
    ownRoles,
    groups: [],
    rights: holding(grant('SA')),
    ...changes,
  })
  const problems = (outcome: RuleOutcome, changes: Partial<Setting> = {}) => {
    const read = readDraft({ conditions, outcome }, setting(changes))
    return read.ok ? {} : read.refusal
  }
  const inParis = { place: paris, rights: holding(grant('VA', { virtualAccountId: paris })) }

  it('takes the role as it was seen, in use, where it is held, without power', () => {
    expect(problems(desk)).toEqual({})
    expect(problems(desk, inParis)).toEqual({})
    expect(problems(giving({ ...named('desk'), version: 1 }))).toEqual({ role: 'changed' })
    expect(problems(giving(named('old')))).toEqual({ role: 'gone' })
    expect(problems(giving(named('deputy')))).toEqual({ role: 'power' })
    expect(problems(giving(named('desk'), whole))).toEqual({ role: 'scope' })
    expect(problems(giving(named('auditor')), inParis)).toEqual({ role: 'scope' })
  })

  it('takes an author who could give it without an end, wherever the rule could', () => {
    const auditor = giving(named('auditor'))
    expect(problems(auditor)).toEqual({})
    const reader = holding(grant('VA', { virtualAccountId: paris }))
    expect(problems(desk, { rights: reader })).toMatchObject({ role: 'wider' })
    const { place } = inParis
    expect(scopeGiven({ role: roleNamed('desk'), scope: 'ASKED', place }, tree)).toEqual(inside(paris))
    expect(scopeGiven({ role: roleNamed('desk'), scope: 'ASKED', place: null }, tree)).toMatchObject({
      virtualAccountIds: tree.virtualAccounts.map(({ id }) => id),
    })
    expect(scopeGiven({ role: roleNamed('auditor'), scope: 'ASKED', place: null }, tree)).toEqual(whole)
  })

  it('is about roles that the account gives', () => {
    const about = (roles: Rule['conditions']['roles']) =>
      readDraft({ conditions: { ...conditions, roles }, outcome: { kind: 'REVIEW' } }, setting())
    expect(about([roleNamed('desk').id, 'SV', 'UNSURE']).ok).toBe(true)
    expect(about([roleNamed('old').id])).toMatchObject({ refusal: { roles: 'gone' } })
  })
})
