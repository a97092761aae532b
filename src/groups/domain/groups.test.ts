import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Grant, type Rights, rightsOf, type Scope } from '../../accounts/domain/rights.ts'
import { type Role, roles, virtualRoles } from '../../accounts/domain/roles.ts'
import type { AccountId, GrantId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import {
  addToGroup,
  changeGroup,
  closeGroup,
  gives,
  type Group,
  type GroupActor,
  type GroupId,
  makeGroup,
  mostMembers,
  removeFromGroup,
} from './groups.ts'

const now = new Date('2027-03-01T09:00:00Z')
const accountId = 'acme' as AccountId
const place = (name: string) => name as VirtualAccountId
const tree = {
  accountId,
  virtualAccounts: [
    { id: place('paris'), parentId: null },
    { id: place('lab'), parentId: place('paris') },
    { id: place('lyon'), parentId: null },
  ],
}
const in_ = (...names: string[]): Scope => ({ kind: 'VIRTUAL', virtualAccountIds: names.map(place) })
const whole: Scope = { kind: 'ACCOUNT' }

function holding(role: Role, at: string | null): Rights {
  const grant: Grant = {
    id: 'g' as GrantId,
    accountId,
    personId: 'ana' as PersonId,
    role,
    virtualAccountId: at === null ? null : place(at),
    endsAt: null,
    revokedAt: null,
    suspendedAt: null,
  }
  return rightsOf([grant], tree, now)
}
const actor = (role: Role, at: string | null = null, signedInLately = true): GroupActor => ({
  personId: 'ana' as PersonId,
  rights: holding(role, at),
  signedInLately,
})
const ana = actor('SA')
const vera = actor('VA', 'paris')
const team: Group = {
  id: 'g1' as GroupId,
  name: 'Team',
  role: 'VU',
  scope: in_('lab'),
  version: 3,
  closedAt: null,
}
const codeOf = (outcome: { ok: boolean } & ({ ok: true } | { ok: false; refusal: { code: string } })) =>
  outcome.ok ? 'ok' : outcome.refusal.code

describe('a user group', () => {
  it.each([
    ['ok', ana, 'VU', in_('paris', 'lyon')],
    ['ok', ana, 'SV', whole],
    ['ok', vera, 'VA', in_('lab')],
    ['above-own-rights', vera, 'VV', in_('lyon')],
    ['above-own-rights', vera, 'SV', whole],
    ['administrators-one-by-one', ana, 'SA', whole],
    ['role-scope-mismatch', ana, 'VU', whole],
    ['unknown-virtual-account', ana, 'VU', in_('nowhere')],
    ['unknown-virtual-account', ana, 'VU', in_()],
    ['recent-sign-in-needed', actor('SA', null, false), 'VA', in_('paris')],
  ] as const)('%s: made by whoever could give its role in all of its scope', (code, by, role, scope) => {
    expect(codeOf(makeGroup({ name: ' Team ', role, scope }, by))).toBe(code)
  })

  it('has a name', () => {
    expect(codeOf(makeGroup({ ...team, name: ' \u200b ' }, ana))).toBe('name-unfit')
    expect(codeOf(makeGroup({ ...team, name: 'x'.repeat(81) }, ana))).toBe('name-unfit')
  })

  it('is changed by whoever could give both what it gave and what it will give', () => {
    expect(changeGroup(team, { ...team, name: 'New' }, vera)).toMatchObject({
      value: { changesRights: false },
    })
    expect(changeGroup(team, { ...team, scope: in_('paris') }, vera)).toMatchObject({
      value: { changesRights: true },
    })
    expect(codeOf(changeGroup(team, { ...team, scope: in_('lyon') }, vera))).toBe('above-own-rights')
    expect(codeOf(changeGroup({ ...team, scope: in_('lyon') }, team, vera))).toBe('above-own-rights')
    expect(codeOf(changeGroup(team, { ...team, version: 2 }, ana))).toBe('stale-version')
    expect(codeOf(changeGroup(team, team, ana))).toBe('nothing-changed')
    expect(codeOf(changeGroup({ ...team, closedAt: now }, { ...team, name: 'New' }, ana))).toBe('closed')
  })

  it('takes in no more than fit, and is left by oneself at any time', () => {
    expect(codeOf(addToGroup(team, vera, { now: mostMembers - 1, more: 1 }))).toBe('ok')
    expect(codeOf(addToGroup(team, vera, { now: mostMembers - 1, more: 2 }))).toBe('full')
    expect(codeOf(removeFromGroup(team, 'luc' as PersonId, actor('VU', 'lab')))).toBe('above-own-rights')
    expect(codeOf(removeFromGroup(team, 'ana' as PersonId, actor('VU', 'lab')))).toBe('ok')
    expect(codeOf(closeGroup(team, vera))).toBe('ok')
  })

  it('never gives account administration, nor anything its maker does not hold', () => {
    const places = fc.subarray(['paris', 'lab', 'lyon'])
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.constantFrom('paris', 'lab', 'lyon'),
        fc.constantFrom(...roles),
        places,
        (own, at, role, where) => {
          const isVirtual = (one: Role) => (virtualRoles as readonly Role[]).includes(one)
          const by = actor(own, isVirtual(own) ? at : null)
          const made = makeGroup({ name: 'x', role, scope: isVirtual(role) ? in_(...where) : whole }, by)
          if (!made.ok) return
          expect(role).not.toBe('SA')
          expect(['SA', 'VA']).toContain(own)
          if (own === 'VA') {
            const below = at === 'paris' ? ['paris', 'lab'] : [at]
            expect(where.every((one) => below.includes(one))).toBe(true)
          }
        },
      ),
    )
  })

  it('gives the same whatever the order of its places', () => {
    expect(
      gives({ role: 'VV', scope: in_('paris', 'lyon') }, { role: 'VV', scope: in_('lyon', 'paris') }),
    ).toBe(true)
    expect(gives({ role: 'VV', scope: in_('paris') }, { role: 'VU', scope: in_('paris') })).toBe(false)
  })
})
