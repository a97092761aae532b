import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grant, inside, lyon, now, paris, parisLab, person, tree, whole } from '../../accounts/domain/cast.ts'
import { fits, holds, rightsGiven, rightsOf } from '../../accounts/domain/rights.ts'
import { isAdministratorRole, type Role } from '../../accounts/domain/roles.ts'
import { daysAfter } from '../../kernel/time.ts'
import { changed } from './change.ts'
import { decideByRules, type Facts, isInside, meets, rulesFor } from './decide.ts'
import { domains, groups, someBook, someFacts, someRule } from '../../../test/world/random-rules.ts'
import { emptyBook, type Rule, type RuleBook, type RuleId } from './rule.ts'

const always = { numRuns: 2000 }

const rule = (changes: Partial<Rule> = {}): Rule => ({
  id: 'rule-1' as RuleId,
  place: null,
  version: 1,
  enabled: true,
  changedBy: person('ana'),
  conditions: { who: { kind: 'INSIDE' }, roles: [], where: { kind: 'ANY' }, duration: { kind: 'ANY' } },
  outcome: { kind: 'APPROVE', role: 'ASKED', scope: 'ASKED', days: null },
  ...changes,
})
const book = (...rules: Rule[]): RuleBook => ({ ...emptyBook, rules, changedBy: person('ana') })
const facts = (changes: Partial<Facts> = {}, ask: Partial<Facts['ask']> = {}): Facts => ({
  now,
  tree,
  account: { verifiedDomains: domains.slice(0, 1) },
  verifiedDomains: domains.slice(0, 1),
  groups: [],
  people: [person('raul')],
  deciders: 2,
  ownRoles: [],
  givers: [],
  held: null,
  ask: { scope: whole, role: 'SV', endsAt: null, ...ask },
  ...changes,
})

describe('whatever the rules are', () => {
  it('none gives a role that gives power over others, nor one that speaks for the account', () => {
    fc.assert(
      fc.property(someBook, someFacts, (rules, asked) => {
        const verdict = decideByRules(rules, asked)
        if (verdict.kind !== 'APPROVE') return
        expect(isAdministratorRole(verdict.given.role) || verdict.given.role === 'AG').toBe(false)
      }),
      always,
    )
  })

  it('only people decide where only people are to decide', () => {
    fc.assert(
      fc.property(someBook, someFacts, (rules, asked) => {
        expect(decideByRules({ ...rules, manualOnly: [null] }, asked).kind).toBe('LEFT')
        const { scope } = asked.ask
        if (scope.kind !== 'VIRTUAL') return
        for (const place of scope.virtualAccountIds)
          expect(decideByRules({ ...rules, manualOnly: [place] }, asked).kind).toBe('LEFT')
      }),
      always,
    )
  })

  it('none decides for whoever wrote it last, nor for whoever changed the rules last', () => {
    fc.assert(
      fc.property(someBook, someFacts, (rules, asked) => {
        const verdict = decideByRules(rules, asked)
        if (verdict.kind === 'LEFT') return
        expect(asked.people).not.toContain(verdict.rule.changedBy)
        expect(asked.people).not.toContain(rules.changedBy)
      }),
      always,
    )
  })

  it('none approves without a proof of the beneficiary’s domain, or gives more than was asked', () => {
    fc.assert(
      fc.property(someBook, someFacts, (rules, asked) => {
        const verdict = decideByRules(rules, asked)
        if (verdict.kind !== 'APPROVE') return
        const proven = asked.verifiedDomains.filter((one) => asked.account.verifiedDomains.includes(one))
        expect(proven).not.toEqual([])
        const { given } = verdict
        const { ask } = asked
        const role = ask.role ?? given.role
        const scope = ask.scope.kind === 'UNSURE' ? given.scope : ask.scope
        expect(fits(given.role, given.scope)).toBe(true)
        const rights = rightsGiven({ role, scope, endsAt: ask.endsAt }, tree)
        expect(holds(rights, given.role, given.scope, given.endsAt)).toBe(true)
        expect(asked.deciders).toBeGreaterThan(0)
      }),
      always,
    )
  })

  it('one of a virtual account decides and gives only what lies wholly in it', () => {
    fc.assert(
      fc.property(someBook, someFacts, (rules, asked) => {
        const verdict = decideByRules(rules, asked)
        if (verdict.kind === 'LEFT' || verdict.rule.place === null) return
        expect(isInside(asked.ask.scope, verdict.rule.place, tree)).toBe(true)
        if (verdict.kind === 'APPROVE')
          expect(isInside(verdict.given.scope, verdict.rule.place, tree)).toBe(true)
      }),
      always,
    )
  })

  it('order matters only by which one fits first', () => {
    fc.assert(
      fc.property(someBook, someFacts, someRule, fc.nat(8), (rules, asked, more, at) => {
        const verdict = decideByRules(rules, asked)
        const first = rulesFor(rules, asked.ask, tree).find((one) => meets(one.conditions, asked))
        expect(verdict.rule?.id).toBe(first?.id)
        // What does not fit changes nothing, wherever it stands.
        if (meets(more.conditions, asked)) return
        const longer = { ...rules, rules: rules.rules.toSpliced(at, 0, more) }
        expect(decideByRules(longer, asked)).toEqual(verdict)
      }),
      always,
    )
  })

  it('a move swaps two neighbours, and both are its author’s from then on', () => {
    fc.assert(
      fc.property(someBook, fc.nat(7), fc.boolean(), (rules, at, up) => {
        const moved = rules.rules[at]
        if (!moved) return
        const after = changed(rules, { kind: 'MOVE', id: moved.id, up }, person('zoe'))
        if (!after) return
        expect(after.rules).toHaveLength(rules.rules.length)
        const touched = after.rules.filter(({ changedBy }) => changedBy === person('zoe'))
        expect(touched).toHaveLength(2)
        expect(new Set(touched.map(({ place }) => place)).size).toBe(1)
        expect(after.version).toBe(rules.version + 1)
      }),
    )
  })
})

describe('a rule about a user group', () => {
  const ofGroup = (index: number, changes: Partial<Rule> = {}) =>
    rule({
      ...changes,
      conditions: { ...rule().conditions, who: { kind: 'GROUPS', groups: groups.slice(index, index + 1) } },
    })
  const inParis = { role: 'VV', scope: inside(paris) } as const

  it('gives to who is in it and of a proven domain', () => {
    expect(decideByRules(book(ofGroup(0)), facts({ groups })).kind).toBe('APPROVE')
    expect(decideByRules(book(ofGroup(0)), facts({ groups, verifiedDomains: [] })).kind).toBe('LEFT')
    expect(decideByRules(book(ofGroup(0)), facts()).kind).toBe('LEFT')
  })

  it('gives nothing where others put people in than could give it themselves', () => {
    expect(decideByRules(book(ofGroup(1)), facts({ groups }, inParis))).toMatchObject({ because: 'UNPROVEN' })
    const parisOwn = book(ofGroup(1, { place: paris }))
    expect(decideByRules(parisOwn, facts({ groups }, inParis)).kind).toBe('APPROVE')
  })
})

describe('a rule', () => {
  it('is about whom, what, where and how long it says', () => {
    const fitting: [Partial<Rule['conditions']>, Facts, boolean][] = [
      [{ who: { kind: 'DOMAINS', domains: domains.slice(0, 1) } }, facts(), true],
      [{ who: { kind: 'DOMAINS', domains: domains.slice(1) } }, facts(), false],
      [{ who: { kind: 'OUTSIDE' } }, facts(), false],
      [{ who: { kind: 'OUTSIDE' } }, facts({ verifiedDomains: domains.slice(2) }), true],
      // A subdomain is another domain.
      [{ who: { kind: 'INSIDE' } }, facts({ verifiedDomains: domains.slice(1, 2) }), false],
      [{ who: { kind: 'GROUPS', groups } }, facts({ groups: groups.slice(1) }), true],
      [{ who: { kind: 'GROUPS', groups: groups.slice(0, 1) } }, facts({ groups: groups.slice(1) }), false],
      [{ roles: ['SV', 'SU'] }, facts(), true],
      [{ roles: ['SU'] }, facts(), false],
      [{ roles: ['UNSURE'] }, facts({}, { role: null }), true],
      [{ where: { kind: 'ACCOUNT' } }, facts(), true],
      [{ where: { kind: 'UNSURE' } }, facts(), false],
      [{ where: inside(paris) }, facts({}, { role: 'VV', scope: inside(parisLab) }), true],
      [{ where: inside(paris) }, facts({}, { role: 'VV', scope: inside(parisLab, lyon) }), false],
      [{ where: inside(parisLab) }, facts({}, { role: 'VV', scope: inside(paris) }), false],
      [{ duration: { kind: 'NO_END' } }, facts(), true],
      [{ duration: { kind: 'AT_MOST', days: 90 } }, facts(), false],
      [{ duration: { kind: 'AT_MOST', days: 90 } }, facts({}, { endsAt: daysAfter(now, 90.5) }), true],
      [{ duration: { kind: 'AT_MOST', days: 90 } }, facts({}, { endsAt: daysAfter(now, 91.5) }), false],
    ]
    for (const [conditions, asked, fit] of fitting)
      expect([conditions, meets({ ...rule().conditions, ...conditions }, asked)]).toEqual([conditions, fit])
  })

  it('gives as asked, for so many days at most', () => {
    const days = (limit: number | null, endsAt: Date | null) => {
      const outcome = { kind: 'APPROVE', role: 'ASKED', scope: 'ASKED', days: limit } as const
      const verdict = decideByRules(book(rule({ outcome })), facts({}, { endsAt }))
      return verdict.kind === 'APPROVE' ? verdict.given.endsAt : verdict
    }
    expect(days(null, null)).toBe(null)
    expect(days(30, daysAfter(now, 20))).toEqual(daysAfter(now, 20))
    expect(days(30, daysAfter(now, 60))).toEqual(daysAfter(now, 30))
    expect(days(30, null)).toEqual(daysAfter(now, 30))
  })

  it.each<[string, Partial<Rule>, Facts]>([
    ['ADMINISTRATOR_ROLE', {}, facts({}, { role: 'SA' })],
    ['ADMINISTRATOR_ROLE', {}, facts({}, { role: 'AG' })],
    ['ADMINISTRATOR_ROLE', {}, facts({}, { role: 'VA', scope: inside(paris) })],
    ['NOT_CLEAR', {}, facts({}, { role: null })],
    ['NOT_CLEAR', {}, facts({}, { scope: { kind: 'UNSURE' } })],
    ['MORE_THAN_ASKED', { outcome: { kind: 'APPROVE', role: 'SU', scope: 'ASKED', days: null } }, facts()],
    ['NOBODY_BEHIND', {}, facts({ deciders: 0 })],
    ['OWN_RULE', { changedBy: person('raul') }, facts()],
    ['OWN_RULE', {}, facts({ people: [person('zoe'), person('ana')] })],
    ['REVIEW', { outcome: { kind: 'REVIEW' } }, facts()],
    ['ALREADY_HELD', {}, facts({ held: rightsOf([grant('SU')], tree, now) })],
    [
      'UNPROVEN',
      { conditions: { ...rule().conditions, who: { kind: 'ANYBODY' } } },
      facts({ verifiedDomains: domains.slice(2) }),
    ],
    ['NO_RULE', { enabled: false }, facts()],
  ])('leaves it to a person: %s', (because, changes, asked) => {
    expect(decideByRules(book(rule(changes)), asked)).toMatchObject({ kind: 'LEFT', because })
  })

  it('of the account is asked before those of its virtual accounts, the topmost of these first', () => {
    const ask = { role: 'VV' as Role, scope: inside(parisLab), endsAt: null }
    const of = (id: string, place: Rule['place']) => rule({ id: id as RuleId, place })
    const all = book(of('lab', parisLab), of('lyon', lyon), of('account', null), of('paris', paris))
    expect(rulesFor(all, ask, tree).map(({ id }) => id)).toEqual(['account', 'paris', 'lab'])
    expect(rulesFor(all, { ...ask, scope: inside(paris, lyon) }, tree).map(({ id }) => id)).toEqual([
      'account',
    ])
    expect(rulesFor(all, { ...ask, scope: { kind: 'UNSURE' } }, tree)).toHaveLength(1)
  })
})
