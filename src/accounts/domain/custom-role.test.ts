import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GrantId } from '../../kernel/id.ts'
import { acme, grant, holding, inside, lyon, now, paris, parisLab, person, tree, whole } from './cast.ts'
import {
  actionsWithin,
  basicActions,
  changeRole,
  completed,
  customActions,
  makeRole,
  mayWriteRoles,
  retireRole,
  type RoleAuthor,
  type RoleHolder,
} from './custom-role.ts'
import { coverage, covers, type Grant, may, rightsOf, type Scope } from './rights.ts'
import { type Action, actions, type CustomRole, type CustomRoleId, reachOf } from './roles.ts'

const role = (changes: Partial<CustomRole> = {}): CustomRole => ({
  id: 'role-help' as CustomRoleId,
  name: 'Help desk',
  version: 1,
  reach: 'VIRTUAL',
  actions: completed(['change-people']),
  ...changes,
})
const author = (grants: readonly Grant[], changes: Partial<RoleAuthor> = {}): RoleAuthor => ({
  personId: person('ana'),
  rights: holding(...grants),
  signedInLately: true,
  ...changes,
})
const ana = author([grant('SA')])
const vera = author([grant('VA', { virtualAccountId: paris })], { personId: person('vera') })
const held = (at: RoleHolder['virtualAccountId'], changes: Partial<RoleHolder> = {}): RoleHolder => ({
  personId: person('luc'),
  virtualAccountId: at,
  endsAt: null,
  ...changes,
})
const code = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.refusal?.code

describe('what a custom role contains', () => {
  it('is never the granting of administrators, nor what people of the installation do', () => {
    for (const reach of ['ACCOUNT', 'VIRTUAL'] as const) {
      const possible = customActions(reach)
      for (const action of ['change-administrators', 'change-account', 'answer-cases'] as const)
        expect(possible).not.toContain(action)
    }
  })

  it('reaches only what the administrator of a virtual account reaches, in virtual accounts', () => {
    for (const action of customActions('VIRTUAL')) expect(reachOf('VA', action)).not.toBe('nowhere')
    expect(customActions('VIRTUAL')).not.toContain('edit-account')
  })

  it('is completed by what each action needs', () => {
    expect(completed([])).toEqual(basicActions)
    expect(completed(['delegate-decisions'])).toEqual([
      ...basicActions,
      'see-people',
      'change-people',
      'see-requests',
      'decide-requests',
      'delegate-decisions',
    ])
  })

  it('can always be completed, and then is complete', () => {
    fc.assert(
      fc.property(fc.subarray([...customActions('VIRTUAL')]), (some) => {
        const all = completed(some)
        expect(completed(all)).toEqual(all)
        expect(code(makeRole({ reach: 'VIRTUAL', actions: all }, ana))).toBe('done')
      }),
    )
  })
})

describe('making a custom role', () => {
  it('is for whoever could give it somewhere', () => {
    const whole = role({ reach: 'ACCOUNT' })
    expect(code(makeRole(whole, ana))).toBe('done')
    expect(code(makeRole(role(), vera))).toBe('done')
    expect(code(makeRole(whole, vera))).toBe('wider-than-author')
    expect(code(makeRole(role(), author([grant('SU')])))).toBe('wider-than-author')
    expect(mayWriteRoles(ana.rights, 'ACCOUNT')).toBe(true)
    expect(mayWriteRoles(vera.rights, 'ACCOUNT')).toBe(false)
    expect(mayWriteRoles(vera.rights, 'VIRTUAL')).toBe(true)
  })

  it('names what is more than its author has', () => {
    const helper = role({ reach: 'ACCOUNT', actions: completed(['change-people', 'use']) })
    const by = author([grant(helper)])
    const wide = role({ reach: 'ACCOUNT', actions: completed(['change-people', 'decide-requests']) })
    const outcome = makeRole(wide, by)
    expect(outcome.ok || outcome.refusal).toEqual({
      code: 'wider-than-author',
      actions: ['see-requests', 'decide-requests'],
    })
    expect(actionsWithin(by.rights, 'ACCOUNT')).not.toContain('decide-requests')
  })

  it('refuses what it must not contain, and what is incomplete', () => {
    const with_ = (...some: Action[]) => role({ reach: 'ACCOUNT', actions: [...basicActions, ...some] })
    expect(code(makeRole(with_('change-administrators'), ana))).toBe('unknown-action')
    expect(code(makeRole(with_('decide-requests'), ana))).toBe('incomplete')
    expect(code(makeRole(role({ actions: completed(['edit-account']) }), ana))).toBe('unknown-action')
  })
})

describe('changing a custom role', () => {
  const wider = completed(['change-people', 'decide-requests'])

  it('says what its holders gain and lose', () => {
    const outcome = changeRole(role(), completed(['see-requests']), ana, [held(paris)])
    expect(outcome).toEqual({
      ok: true,
      value: { gained: ['see-requests'], lost: ['see-people', 'change-people'] },
    })
  })

  it('is a grant to everybody who holds it, wherever they do', () => {
    expect(code(changeRole(role(), wider, vera, []))).toBe('done')
    expect(code(changeRole(role(), wider, vera, [held(parisLab)]))).toBe('done')
    expect(code(changeRole(role(), wider, vera, [held(paris), held(lyon)]))).toBe('wider-than-author')
  })

  it('gives nobody anything for longer than the author has it', () => {
    const passing = author([grant('SA', { endsAt: new Date(now.getTime() + 9) })])
    expect(code(changeRole(role(), wider, passing, [held(paris)]))).toBe('wider-than-author')
    expect(code(changeRole(role(), [...basicActions], passing, [held(paris)]))).toBe('done')
  })

  it('widens nothing that the author holds, and narrows it', () => {
    const own = held(paris, { personId: person('ana') })
    expect(code(changeRole(role(), wider, ana, [own]))).toBe('own-role')
    expect(code(changeRole(role(), [...basicActions], ana, [own]))).toBe('done')
  })

  it('asks for the password where it is about power over others', () => {
    const stale = { ...ana, signedInLately: false }
    expect(code(changeRole(role(), wider, stale, [held(paris)]))).toBe('recent-sign-in-needed')
    expect(code(changeRole(role(), wider, stale, []))).toBe('done')
    const harmless = role({ actions: basicActions })
    expect(code(changeRole(harmless, completed(['use']), stale, [held(paris)]))).toBe('done')
  })

  it('is not for somebody who could not give the role as it was', () => {
    const deciding = role({ actions: wider })
    const by = author([grant(role({ reach: 'ACCOUNT' }))])
    expect(code(changeRole(deciding, [...basicActions], by, [held(paris)]))).toBe('wider-than-author')
  })
})

describe('retiring a custom role', () => {
  it('waits until nobody holds it', () => {
    expect(code(retireRole(role(), ana, 2))).toBe('still-held')
    expect(code(retireRole(role(), ana, 0))).toBe('done')
    expect(code(retireRole(role(), author([grant('SU')]), 0))).toBe('wider-than-author')
  })
})

describe('a role of the account’s own, held', () => {
  it('gives its actions where it is held and in what lies below', () => {
    const rights = holding(grant(role(), { virtualAccountId: paris }))
    expect(may(rights, 'change-people', inside(parisLab))).toBe(true)
    expect(may(rights, 'change-people', inside(lyon))).toBe(false)
    expect(may(rights, 'decide-requests', inside(paris))).toBe(false)
    expect(may(rights, 'see-account', whole)).toBe(true)
  })

  it('gives nothing in a scope that it does not fit', () => {
    expect(may(holding(grant(role())), 'see-account', whole)).toBe(false)
    const wide = role({ reach: 'ACCOUNT' })
    expect(may(holding(grant(wide, { virtualAccountId: paris })), 'see-account', whole)).toBe(false)
  })

  it('lets its holder give built-in roles that it contains', () => {
    const rights = holding(grant(role({ reach: 'ACCOUNT', actions: completed(['change-people', 'use']) })))
    expect(coverage(rights, 'SU', whole).covered).toBe(true)
    expect(coverage(rights, 'VU', inside(paris)).covered).toBe(true)
    expect(coverage(rights, 'AG', whole).covered).toBe(false)
    expect(coverage(rights, 'SA', whole).covered).toBe(false)
  })

  it('never lets anybody make an administrator', () => {
    const all = role({ reach: 'ACCOUNT', actions: customActions('ACCOUNT') })
    expect(coverage(holding(grant(all)), 'SA', whole).covered).toBe(false)
  })
})

type Step = {
  by: number
  kind: number
  to: number
  place: number
  role: number
  wish: Action[]
  reach: number
}
const people = ['ana', 'vera', 'luc', 'zoe'].map(person)
const places: readonly Scope[] = [whole, inside(paris), inside(parisLab), inside(lyon)]
const step: fc.Arbitrary<Step> = fc.record({
  by: fc.nat(3),
  kind: fc.nat(5),
  to: fc.nat(3),
  place: fc.nat(3),
  role: fc.nat(2),
  wish: fc.subarray([...customActions('ACCOUNT')]),
  reach: fc.nat(1),
})

// Every action of a person at every place, for comparing.
const rightsIn = (grants: readonly Grant[], who: number) => {
  const rights = rightsOf(
    grants.filter(({ personId }) => personId === people[who]),
    tree,
    now,
  )
  return new Set(places.flatMap((at, n) => actions.filter((a) => may(rights, a, at)).map((a) => `${a} ${n}`)))
}

it('by no way of making, changing and giving roles anybody comes to more than the one who gave it, or to administrators', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let roles: CustomRole[] = []
      let grants: Grant[] = [
        grant('SA', { id: 'g0' as GrantId }),
        grant('VA', { id: 'g1' as GrantId, personId: person('vera'), virtualAccountId: paris }),
      ]
      for (const [n, one] of steps.entries()) {
        const mine = grants.filter(({ personId }) => personId === people[one.by])
        const by = { ...author(mine), personId: people[one.by] as (typeof people)[number] }
        const before = people.map((_, who) => rightsIn(grants, who))
        const found = roles[one.role]
        const reach = one.reach === 0 ? 'ACCOUNT' : 'VIRTUAL'
        const wish = completed(one.wish.filter((a) => customActions(found?.reach ?? reach).includes(a)))
        if (!found) {
          const made = role({ id: `role-${n}` as CustomRoleId, reach, actions: wish })
          if (makeRole(made, by).ok) roles = [...roles, made]
        } else if (one.kind < 3) {
          const holders = grants.filter((g) => typeof g.role === 'object' && g.role.id === found.id)
          if (changeRole(found, wish, by, holders).ok) {
            const after = { ...found, actions: wish, version: found.version + 1 }
            roles = roles.map((r) => (r.id === found.id ? after : r))
            grants = grants.map((g) => (holders.includes(g) ? { ...g, role: after } : g))
          }
        } else if (one.to !== one.by) {
          const scope = places[one.place] as Scope
          if (covers(by.rights, found, scope, null)) {
            const virtualAccountId = scope.kind === 'VIRTUAL' ? (scope.virtualAccountIds[0] ?? null) : null
            const personId = people[one.to] as (typeof people)[number]
            grants = [
              ...grants,
              grant(found, { id: `g${n + 2}` as GrantId, accountId: acme, personId, virtualAccountId }),
            ]
          }
        }
        for (const who of people.keys()) {
          const gained = [...rightsIn(grants, who)].filter((right) => !before[who]?.has(right))
          if (who === one.by) expect(gained).toEqual([])
          for (const right of gained) expect(before[one.by]).toContain(right)
          if (who !== 0) expect(gained.some((right) => right.startsWith('change-administrators'))).toBe(false)
        }
      }
    }),
    { numRuns: 150 },
  )
})
