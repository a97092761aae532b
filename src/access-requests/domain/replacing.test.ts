import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grant, inside, lyon, now, paris, parisLab, tree, whole } from '../../accounts/domain/cast.ts'
import { type Given, rightsOf, may, type Scope } from '../../accounts/domain/rights.ts'
import { accountRoles, actions, virtualRoles } from '../../accounts/domain/roles.ts'
import { type HeldGrant, madeSuperfluous, staysBeside } from './replacing.ts'

const held = (...[role, changes]: Parameters<typeof grant>): HeldGrant => ({
  ...grant(role, changes),
  source: 'REQUEST',
  ...changes,
})
const given = (role: Given['role'], scope: Scope, endsAt: Date | null = null): Given => ({
  role,
  scope,
  endsAt,
})
const later = new Date(now.getTime() + 86_400_000)
const by = (one: Given, ...all: HeldGrant[]) => madeSuperfluous(all, { given: one, tree, now }).length

describe('new access makes what is held superfluous', () => {
  it('when it contains the same actions in the same places or more', () => {
    const viewer = held('VV', { virtualAccountId: parisLab })
    expect(by(given('VU', inside(parisLab)), viewer)).toBe(1)
    expect(by(given('VA', inside(paris)), viewer)).toBe(1)
    expect(by(given('SU', whole), viewer)).toBe(1)
    expect(by(given('SU', whole), held('SV'))).toBe(1)
    expect(by(given('VU', inside(lyon)), viewer)).toBe(0)
    expect(by(given('SV', whole), held('VU', { virtualAccountId: lyon }))).toBe(0)
    expect(by(given('AG', whole), held('SU'))).toBe(0)
  })

  it('when it lasts as long', () => {
    expect(by(given('SU', whole, later), held('SV'))).toBe(0)
    expect(by(given('SU', whole, later), held('SV', { endsAt: later }))).toBe(1)
    expect(by(given('SU', whole), held('SV', { endsAt: later }))).toBe(1)
  })

  it('never what an administrator, a group or a rule has, what is over, nor the same role in the same place', () => {
    expect(by(given('SA', whole), held('SA'))).toBe(0)
    expect(by(given('SU', whole), { ...held('SV'), source: 'GROUP' })).toBe(0)
    expect(by(given('SU', whole), held('SV', { revokedAt: now }))).toBe(0)
    expect(by(given('SU', whole), held('SV', { suspendedAt: now }))).toBe(0)
    expect(by(given('VU', inside(paris)), held('VU', { virtualAccountId: paris }))).toBe(0)
  })

  it('so that nobody loses anything, whatever they hold and are given', () => {
    const place = fc.constantFrom(paris, parisLab, lyon)
    const end = fc.constantFrom(null, later)
    const seat = fc.oneof(
      fc.record({ role: fc.constantFrom(...accountRoles), at: fc.constant(null) }),
      fc.record({ role: fc.constantFrom(...virtualRoles), at: place }),
    )
    const grants = fc.array(fc.tuple(seat, end), { maxLength: 4 })
    fc.assert(
      fc.property(grants, seat, end, (before, to, endsAt) => {
        const all = before.map(([{ role, at }, ends]) => held(role, { virtualAccountId: at, endsAt: ends }))
        const scope = to.at === null ? whole : inside(to.at)
        const gone = madeSuperfluous(all, { given: given(to.role, scope, endsAt), tree, now })
        const added = held(to.role, { virtualAccountId: to.at, endsAt })
        for (const at of [now, new Date(later.getTime() - 1), later]) {
          const could = rightsOf([...all, added], tree, at)
          const can = rightsOf([...all.filter((one) => !gone.includes(one)), added], tree, at)
          for (const action of actions)
            for (const where of [whole, inside(paris), inside(parisLab), inside(lyon)])
              expect(may(can, action, where)).toBe(may(could, action, where))
        }
      }),
    )
  })
})

describe('beside new access stays', () => {
  const soon = held('SV', { endsAt: later })
  const stays = (one: Given, ...all: HeldGrant[]) => staysBeside(all, one).length

  it('nothing of the same role in the same place that ends before, or is suspended', () => {
    expect(stays(given('SV', whole), soon)).toBe(0)
    expect(stays(given('SV', whole, later), held('SV', { suspendedAt: now }))).toBe(0)
    expect(stays(given('VU', inside(paris)), held('VU', { virtualAccountId: paris, endsAt: later }))).toBe(0)
  })

  it('all else: what lasts as long, another role, another place, and what a group gives', () => {
    expect(stays(given('SV', whole, later), held('SV'), soon)).toBe(2)
    expect(stays(given('SU', whole), soon)).toBe(1)
    expect(stays(given('VU', inside(paris)), held('VU', { virtualAccountId: lyon, endsAt: later }))).toBe(1)
    expect(stays(given('SV', whole), { ...soon, source: 'GROUP' })).toBe(1)
  })
})
