import { describe, expect, it } from 'vitest'
import { grant, holding, inside, lyon, now, paris, parisLab, tree } from '../../accounts/domain/cast.ts'
import { daysAfter } from '../../kernel/time.ts'
import { domains, groups } from '../../../test/world/random-rules.ts'
import { type DraftProblems, mayChangeRules, readDraft, type Setting } from './reading.ts'
import type { Conditions, Draft, RuleOutcome } from './rule.ts'

const setting = (changes: Partial<Setting> = {}): Setting => ({
  tree,
  account: { verifiedDomains: domains.slice(0, 2) },
  groups,
  place: null,
  ownRoles: [],
  rights: holding(grant('SA')),
  ...changes,
})
const approving = { kind: 'APPROVE', role: 'ASKED', scope: 'ASKED', days: null } as const
const draft = (conditions: Partial<Conditions> = {}, outcome: RuleOutcome = approving): Draft => ({
  conditions: {
    who: { kind: 'INSIDE' },
    roles: [],
    where: { kind: 'ANY' },
    duration: { kind: 'ANY' },
    ...conditions,
  },
  outcome,
})
const inParis = { place: paris, rights: holding(grant('VA', { virtualAccountId: paris })) }
const named = (from: number, to?: number) => ({ kind: 'DOMAINS', domains: domains.slice(from, to) }) as const
const grouped = (from: number, to?: number) => ({ kind: 'GROUPS', groups: groups.slice(from, to) }) as const
const declining = (en: string, fr = '') => ({ kind: 'DECLINE', en, fr }) as const
const long = 'Not from here, please.'

describe('a rule that is written', () => {
  it.each<[DraftProblems, Draft, Partial<Setting>]>([
    [{}, draft(), {}],
    [{}, draft({ who: named(0, 2) }), {}],
    [{ domains: 'unproven' }, draft({ who: named(0, 3) }), {}],
    [{ domains: 'none' }, draft({ who: named(0, 0) }), {}],
    [{ domains: 'nothing-proven' }, draft(), { account: { verifiedDomains: [] } }],
    [{ who: 'unproven' }, draft({ who: { kind: 'OUTSIDE' } }), {}],
    [{}, draft({ who: named(2) }, declining(long)), {}],
    [{}, draft({ who: { kind: 'ANYBODY' } }, { kind: 'REVIEW' }), {}],
    [{}, draft({ who: grouped(0, 1) }), {}],
    [{}, draft({ who: grouped(0, 2) }), inParis],
    [{ groups: 'narrow' }, draft({ who: grouped(0, 2) }), {}],
    [{}, draft({ who: grouped(0, 2) }, { kind: 'REVIEW' }), {}],
    [{ groups: 'none' }, draft({ who: grouped(0, 0) }), {}],
    [{ groups: 'gone' }, draft({ who: grouped(0, 1) }), { groups: [] }],
    [{ groups: 'nothing-proven' }, draft({ who: grouped(0, 1) }), { account: { verifiedDomains: [] } }],
    [{ where: 'none' }, draft({ where: inside() }), {}],
    [{ days: 'range' }, draft({ duration: { kind: 'AT_MOST', days: 0 } }), {}],
    [{ days: 'range' }, draft({ duration: { kind: 'AT_MOST', days: Number.NaN } }), {}],
    [{ giveDays: 'range' }, draft({}, { ...approving, days: 4000 }), {}],
    [{ role: 'scope' }, draft({}, { ...approving, role: 'VV', scope: { kind: 'ACCOUNT' } }), {}],
    [{ give: 'none' }, draft({}, { ...approving, scope: inside() }), {}],
    [{ text: 'none' }, draft({}, declining(' ')), {}],
    [{ text: 'length' }, draft({}, declining(long, 'Non.')), {}],
    [{}, draft(), inParis],
    [{}, draft({ where: inside(parisLab) }, { ...approving, role: 'VU', scope: inside(parisLab) }), inParis],
    [{ where: 'outside' }, draft({ where: inside(lyon) }), inParis],
    [{ where: 'outside' }, draft({ where: { kind: 'ACCOUNT' } }), inParis],
    [{ give: 'outside' }, draft({}, { ...approving, scope: inside(lyon) }), inParis],
    [{ role: 'scope' }, draft({}, { ...approving, role: 'SV' }), inParis],
    [
      { outcome: 'authority-ends' },
      draft(),
      { rights: holding(grant('SA', { endsAt: daysAfter(now, 30) })) },
    ],
  ])('is fit, or has %o', (problems, written, changes) => {
    const read = readDraft(written, setting(changes))
    expect(read.ok ? {} : read.refusal).toEqual(problems)
  })

  it('is for who administers the account, or the virtual account and those below it', () => {
    const { rights } = inParis
    expect([null, paris, parisLab, lyon].map((place) => mayChangeRules(rights, place))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(mayChangeRules(holding(grant('SA')), null)).toBe(true)
    for (const role of ['SU', 'SV', 'AG'] as const)
      expect(mayChangeRules(holding(grant(role)), null)).toBe(false)
  })
})
