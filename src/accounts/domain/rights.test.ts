import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VirtualAccountId } from '../../kernel/id.ts'
import {
  acme,
  globex,
  grant,
  holding,
  inside,
  lyon,
  now,
  paris,
  parisLab,
  rome,
  tree,
  whole,
} from './cast.ts'
import {
  coverage,
  covers,
  fits,
  type Grant,
  grantableRoles,
  holds,
  isInForce,
  may,
  rightsGiven,
  rightsOf,
  type Scope,
  seatsOf,
  withChildren,
} from './rights.ts'
import { actions, isVirtualRole, type Role, reachOf, roles } from './roles.ts'

const later = new Date('2026-12-31T00:00:00.000Z')
const sooner = new Date('2026-06-30T00:00:00.000Z')
const past = new Date('2026-03-11T08:59:59.999Z')

const administrator = holding(grant('SA'))
const ofParis = holding(grant('VA', { virtualAccountId: paris }))

describe('a grant gives nothing', () => {
  it.each<[string, Grant]>([
    ['once revoked', grant('SA', { revokedAt: past })],
    ['while suspended', grant('SA', { suspendedAt: past })],
    ['past its end', grant('SA', { endsAt: past })],
    ['from the very millisecond of its end', grant('SA', { endsAt: now })],
    ['in another account', grant('SA', { accountId: globex })],
    [
      'when a role of the whole account stands at a virtual account',
      grant('SA', { virtualAccountId: paris }),
    ],
    ['when a role of virtual accounts stands at the whole account', grant('VA')],
    ['in a virtual account that is gone', grant('VA', { virtualAccountId: rome })],
    ['when its end is no date', grant('SA', { endsAt: new Date(Number.NaN) })],
  ])('%s', (_when, given) => {
    const rights = holding(given)
    expect(rights.held).toEqual([])
    for (const action of actions) {
      expect(may(rights, action, whole)).toBe(false)
      expect(may(rights, action, inside(paris))).toBe(false)
    }
  })
})

describe('a grant is in force', () => {
  it('until the millisecond before its end', () => {
    expect(isInForce({ endsAt: new Date(now.getTime() + 1), revokedAt: null, suspendedAt: null }, now)).toBe(
      true,
    )
    expect(isInForce({ endsAt: null, revokedAt: null, suspendedAt: null }, now)).toBe(true)
    expect(isInForce({ endsAt: later, revokedAt: past, suspendedAt: null }, now)).toBe(false)
  })
})

describe('a role does what the table says', () => {
  it.each(roles.flatMap((role) => actions.map((action) => [role, action] as const)))(
    '%s: %s',
    (role, action) => {
      const rights = holding(grant(role, { virtualAccountId: isVirtualRole(role) ? paris : null }))
      const reach = reachOf(role, action)
      expect(may(rights, action, whole)).toBe(reach === 'everywhere')
      expect(may(rights, action, inside(paris))).toBe(reach !== 'nowhere')
      expect(may(rights, action, inside(parisLab))).toBe(reach !== 'nowhere')
      expect(may(rights, action, inside(lyon))).toBe(reach === 'everywhere')
      expect(may(rights, action, inside(paris, lyon))).toBe(reach === 'everywhere')
    },
  )
})

describe('rights', () => {
  it('are the union of all grants', () => {
    const both = holding(grant('VA', { virtualAccountId: paris }), grant('VA', { virtualAccountId: lyon }))
    expect(may(both, 'decide-requests', inside(paris, lyon))).toBe(true)
    expect(may(both, 'decide-requests', whole)).toBe(false)
  })

  it('go down the tree and never up', () => {
    const ofTheLab = holding(grant('VA', { virtualAccountId: parisLab }))
    expect(may(ofTheLab, 'decide-requests', inside(parisLab))).toBe(true)
    expect(may(ofTheLab, 'decide-requests', inside(paris))).toBe(false)
    expect(may(ofTheLab, 'decide-requests', inside(paris, parisLab))).toBe(false)
  })

  it('are none in an empty scope or in a virtual account of another account, not even for an administrator', () => {
    expect(may(administrator, 'decide-requests', inside())).toBe(false)
    expect(may(administrator, 'decide-requests', inside(paris, rome))).toBe(false)
    expect(covers(administrator, 'VV', inside(), null)).toBe(false)
    expect(covers(administrator, 'VV', inside(rome), null)).toBe(false)
  })
})

describe('the virtual accounts below one', () => {
  it('are all levels of them, in whatever order they are listed', () => {
    expect(withChildren(paris, tree)).toEqual(new Set([paris, parisLab]))
    expect(withChildren(rome, tree)).toEqual(new Set())
  })

  it('are found even when a broken tree runs in a circle', () => {
    const [a, b] = ['a' as VirtualAccountId, 'b' as VirtualAccountId]
    const circle = {
      accountId: acme,
      virtualAccounts: [
        { id: a, parentId: b },
        { id: b, parentId: a },
      ],
    }
    expect(withChildren(a, circle)).toEqual(new Set([a, b]))
  })
})

describe('an account administrator', () => {
  it('can give every role where it belongs', () => {
    expect(grantableRoles(administrator, whole)).toEqual(['SV', 'SU', 'AG', 'SA'])
    expect(grantableRoles(administrator, inside(paris, lyon))).toEqual(['VV', 'VU', 'VA'])
  })

  it('cannot give a role where it does not belong', () => {
    expect(covers(administrator, 'SA', inside(paris), null)).toBe(false)
    expect(covers(administrator, 'VA', whole, null)).toBe(false)
    expect(fits('VA', inside(paris))).toBe(true)
    expect(fits('VA', whole)).toBe(false)
  })
})

describe('a virtual account administrator', () => {
  it('can give the roles of virtual accounts in their own and below', () => {
    expect(grantableRoles(ofParis, inside(paris))).toEqual(['VV', 'VU', 'VA'])
    expect(grantableRoles(ofParis, inside(parisLab, paris))).toEqual(['VV', 'VU', 'VA'])
  })

  it('can give nothing elsewhere, and nothing in the whole account', () => {
    expect(grantableRoles(ofParis, inside(lyon))).toEqual([])
    expect(grantableRoles(ofParis, inside(paris, lyon))).toEqual([])
    expect(grantableRoles(ofParis, whole)).toEqual([])
  })

  it('who also uses the whole account can give no use of the whole account', () => {
    const both = holding(grant('VA', { virtualAccountId: paris }), grant('SU'))
    expect(grantableRoles(both, whole)).toEqual([])
    expect(grantableRoles(both, inside(lyon))).toEqual([])
  })
})

describe('viewers, users and agreement approvers', () => {
  it.each(['SV', 'SU', 'AG'] as const)('can give nothing, not even what they hold: %s', (role) => {
    const rights = holding(grant(role))
    expect(grantableRoles(rights, whole)).toEqual([])
    expect(grantableRoles(rights, inside(paris))).toEqual([])
  })
})

describe('somebody whose own right ends', () => {
  const passing = holding(grant('SA', { endsAt: sooner }))

  it('can give until that end and not beyond', () => {
    expect(coverage(passing, 'SU', whole)).toEqual({ covered: true, until: sooner })
    expect(covers(passing, 'SU', whole, sooner)).toBe(true)
    expect(covers(passing, 'SU', whole, new Date(sooner.getTime() + 1))).toBe(false)
    expect(covers(passing, 'SU', whole, null)).toBe(false)
  })

  it('can give as long as the longest of their rights', () => {
    const both = holding(grant('SA', { endsAt: sooner }), grant('SA', { endsAt: later }))
    expect(coverage(both, 'SA', whole)).toEqual({ covered: true, until: later })
  })

  it('can give in several places until the first of the ends', () => {
    const both = holding(
      grant('VA', { virtualAccountId: paris, endsAt: later }),
      grant('VA', { virtualAccountId: lyon, endsAt: sooner }),
    )
    expect(coverage(both, 'VU', inside(paris, lyon))).toEqual({ covered: true, until: sooner })
  })

  it('can give without end what another grant holds without end', () => {
    const both = holding(grant('SA', { endsAt: sooner }), grant('VA', { virtualAccountId: paris }))
    expect(coverage(both, 'VU', inside(paris))).toEqual({ covered: true, until: null })
  })
})

describe('somebody holds', () => {
  it('a role that is part of a greater one, also when it is named for another scope', () => {
    expect(holds(administrator, 'SU', whole, null)).toBe(true)
    expect(holds(holding(grant('SU')), 'VU', inside(paris), null)).toBe(true)
    expect(holds(holding(grant('AG')), 'SV', whole, null)).toBe(true)
  })

  it('no role of which an action is missing', () => {
    expect(holds(holding(grant('SV')), 'SU', whole, null)).toBe(false)
    expect(holds(holding(grant('AG')), 'SU', whole, null)).toBe(false)
    expect(holds(ofParis, 'VV', inside(paris, lyon), null)).toBe(false)
  })

  it('a role only as long as it lasts', () => {
    const passing = holding(grant('SU', { endsAt: sooner }))
    expect(holds(passing, 'SU', whole, sooner)).toBe(true)
    expect(holds(passing, 'SU', whole, later)).toBe(false)
    expect(holds(passing, 'SU', whole, null)).toBe(false)
  })
})

describe('what is given', () => {
  it('is held at the account, or once at each virtual account', () => {
    expect(seatsOf(whole)).toEqual([null])
    expect(seatsOf(inside(paris, lyon, paris))).toEqual([paris, lyon])
  })

  it('gives what the same grants would', () => {
    const given = rightsGiven({ role: 'VU', scope: inside(paris), endsAt: sooner }, tree)
    expect(given).toEqual(holding(grant('VU', { virtualAccountId: paris, endsAt: sooner })))
    expect(rightsGiven({ role: 'SU', scope: whole, endsAt: null }, tree)).toEqual(holding(grant('SU')))
  })
})

describe('nobody grants more than they hold', () => {
  const anyRole = fc.constantFrom(...roles)
  const anyPlace = fc.constantFrom(paris, parisLab, lyon)
  const anyEnd = fc.constantFrom(null, sooner, later)
  const anyGrant = fc
    .tuple(anyRole, fc.option(anyPlace), anyEnd)
    .map(([role, virtualAccountId, endsAt]) => grant(role, { virtualAccountId, endsAt }))
  const anyScope: fc.Arbitrary<Scope> = fc.oneof(
    fc.constant(whole),
    fc.uniqueArray(anyPlace, { minLength: 1 }).map((ids) => inside(...ids)),
  )
  const moments = [now, new Date(sooner.getTime() - 1), sooner, later]

  it('at any moment, in any place: what they could give allows nothing they are not allowed', () => {
    fc.assert(
      fc.property(
        fc.array(anyGrant, { maxLength: 5 }),
        anyRole,
        anyScope,
        anyEnd,
        (grants, role, scope, endsAt) => {
          fc.pre(covers(rightsOf(grants, tree, now), role, scope, endsAt))
          for (const moment of moments) {
            const giver = rightsOf(grants, tree, moment)
            const receiver = rightsOf(asGrants(role, scope, endsAt), tree, moment)
            for (const action of actions) {
              for (const place of [whole, inside(paris), inside(parisLab), inside(lyon)]) {
                if (may(receiver, action, place)) expect(may(giver, action, place)).toBe(true)
              }
            }
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  function asGrants(role: Role, scope: Scope, endsAt: Date | null): Grant[] {
    return seatsOf(scope).map((virtualAccountId) => grant(role, { virtualAccountId, endsAt }))
  }
})
