import { describe, expect, it } from 'vitest'
import { inside, now, paris, person, tree, whole } from '../../accounts/domain/cast.ts'
import { daysAfter } from '../../kernel/time.ts'
import { domains } from '../../../test/world/random-rules.ts'
import { type Happened, type Past, rehearse } from './rehearse.ts'
import { emptyBook, type Rule, type RuleBook, type RuleId } from './rule.ts'

const approving: Rule = {
  id: 'rule-1' as RuleId,
  place: null,
  version: 1,
  enabled: true,
  changedBy: person('ana'),
  conditions: {
    who: { kind: 'INSIDE' },
    roles: ['SV', 'VV'],
    where: { kind: 'ANY' },
    duration: { kind: 'ANY' },
  },
  outcome: { kind: 'APPROVE', role: 'ASKED', scope: 'ASKED', days: null },
}
const books = { now: emptyBook, after: { ...emptyBook, rules: [approving] } satisfies RuleBook }

const past = (
  kept: string,
  byPeople: Happened,
  changes: Partial<Past<string>['facts']> = {},
): Past<string> => ({
  kept,
  byPeople,
  facts: {
    now,
    tree,
    account: { verifiedDomains: domains.slice(0, 1) },
    verifiedDomains: domains.slice(0, 1),
    groups: [],
    people: [person('raul')],
    deciders: 1,
    ownRoles: [],
    givers: [],
    held: null,
    ask: { scope: whole, role: 'SV', endsAt: null },
    ...changes,
  },
})
const gave = (role: 'SV' | 'SU'): Happened => ({
  kind: 'APPROVED',
  given: { role, scope: whole, endsAt: null },
})

describe('a rehearsal', () => {
  it('counts what rules would have settled, and lists where people had decided otherwise', () => {
    const outside = { verifiedDomains: domains.slice(2) }
    const rehearsed = rehearse(
      [
        past('same', gave('SV')),
        past('same but for its end', {
          kind: 'APPROVED',
          given: { role: 'SV', scope: whole, endsAt: daysAfter(now, 9) },
        }),
        past('more', gave('SU')),
        past('declined', { kind: 'DECLINED' }),
        past('nobody decided', null),
        past('left', { kind: 'DECLINED' }, outside),
        past('elsewhere', gave('SV'), { ask: { role: 'VV', scope: inside(paris), endsAt: null } }),
      ],
      books,
    )
    expect(rehearsed.now).toEqual({ approved: 0, declined: 0, left: 7 })
    expect(rehearsed.after).toEqual({ approved: 6, declined: 0, left: 1 })
    expect(rehearsed.otherwise.map(({ kept }) => kept)).toEqual(['more', 'declined', 'elsewhere'])
  })

  it('lists what would become otherwise than by the rules as they are', () => {
    const asked = [past('settled', null), past('left', null, { verifiedDomains: [] })]
    expect(rehearse(asked, books).changed.map(({ kept }) => kept)).toEqual(['settled'])
    expect(rehearse(asked, { now: books.after, after: books.after }).changed).toEqual([])
    const shorter = { ...approving, outcome: { ...approving.outcome, days: 30 } } as Rule
    const cut = { ...books.after, rules: [shorter] }
    expect(rehearse(asked, { now: books.after, after: cut }).changed).toHaveLength(1)
  })

  it('lists what nobody could decide', () => {
    const rehearsed = rehearse(
      [
        past('fine', null),
        past('stranded', null, { deciders: 0 }),
        past('with people', null, { verifiedDomains: [] }),
      ],
      books,
    )
    expect(rehearsed.stranded.map(({ kept }) => kept)).toEqual(['stranded'])
  })
})
