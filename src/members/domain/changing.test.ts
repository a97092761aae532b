import { describe, expect, it } from 'vitest'
import {
  grant,
  holding,
  inside,
  lyon,
  now,
  paris,
  parisLab,
  person,
  whole,
} from '../../accounts/domain/cast.ts'
import type { Administrator } from '../../accounts/domain/last-administrator.ts'
import type { Role } from '../../accounts/domain/roles.ts'
import type { Approver } from '../../access-requests/domain/approvers.ts'
import type { GrantId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import type { aboveOwn } from './adding.ts'
import { changeGrant, endMembership } from './changing.ts'
import { explain } from './explaining.ts'
import { confirmProposal, endProposal, type Proposal, stands } from './proposing.ts'

const ana = { personId: person('ana'), rights: holding(grant('SA')) }

const approver = (name: string, ...grants: Parameters<typeof holding>): Approver => ({
  personId: person(name),
  countsAs: [],
  isDisabled: false,
  rights: holding(...grants),
  passwordTypedAt: now,
})
const administrator = (name: string): Administrator => ({
  grantId: `grant-${name}` as GrantId,
  personId: person(name),
  endsAt: null,
  isDisabled: false,
  hasHardBounced: false,
  isAwayWithoutDelegate: false,
})
const two = { now, administrators: [administrator('ana'), administrator('ben')], wantsTwo: null }
const held = (role: Role, changes = {}) => ({
  ...grant(role, { personId: person('luc'), ...changes }),
  source: 'DIRECT' as const,
})

describe('changing a grant', () => {
  const by = approver('ana', grant('SA'))
  const to = (role: Role, scope = whole as Parameters<typeof aboveOwn>[0]['scope']) => ({
    role,
    scope,
    endsAt: null,
  })

  it('makes and unmakes no administrator alone, and leaves what is not one’s own power', () => {
    expect(changeGrant(held('SV'), to('SU'), by, two).ok).toBe(true)
    expect(changeGrant(held('SV'), to('SA'), by, two)).toMatchObject({
      refusal: { code: 'second-administrator-needed' },
    })
    expect(changeGrant(held('SA'), to('SV'), by, two)).toMatchObject({
      refusal: { code: 'second-administrator-needed' },
    })
    expect(changeGrant(held('SV'), to('SV'), by, two)).toMatchObject({ refusal: { code: 'nothing-changed' } })
    const vera = approver('vera', grant('VA', { virtualAccountId: paris }))
    expect(changeGrant(held('SV'), to('VV', inside(paris)), vera, two)).toMatchObject({
      refusal: { code: 'above-own-rights' },
    })
    const inParis = held('VV', { virtualAccountId: paris })
    expect(changeGrant(inParis, to('VU', inside(parisLab)), vera, two).ok).toBe(true)
    expect(changeGrant(inParis, to('VU', inside(lyon)), vera, two)).toMatchObject({
      refusal: { code: 'above-own-rights' },
    })
    const ofGroup = { ...held('SV'), source: 'GROUP' as const }
    expect(changeGrant(ofGroup, to('SU'), by, two)).toMatchObject({ refusal: { code: 'inherited' } })
    const stale = { ...by, passwordTypedAt: null }
    expect(changeGrant(inParis, to('VA', inside(paris)), stale, two)).toMatchObject({
      refusal: { code: 'recent-sign-in-needed' },
    })
  })

  it('never lets the last administrator step down or get an end', () => {
    const own = { ...held('SA'), personId: person('ana'), id: 'grant-ana' as GrantId }
    const alone = { ...two, administrators: [administrator('ana')] }
    expect(changeGrant(own, to('SV'), by, alone)).toMatchObject({ refusal: { code: 'last-administrator' } })
    const withEnd = { ...to('SA'), endsAt: daysAfter(now, 30) }
    expect(changeGrant(own, withEnd, by, alone)).toMatchObject({ refusal: { code: 'last-administrator' } })
    expect(changeGrant(own, to('SV'), by, two).ok).toBe(true)
  })
})

describe('ending a membership', () => {
  it('takes power over every part of it, and a second person for an administrator', () => {
    const by = approver('ana', grant('SA'))
    const parts = [held('SV'), held('VV', { virtualAccountId: paris })]
    expect(endMembership(parts, by, two).ok).toBe(true)
    const vera = approver('vera', grant('VA', { virtualAccountId: paris }))
    expect(endMembership(parts, vera, two)).toMatchObject({ refusal: { code: 'above-own-rights' } })
    expect(endMembership([held('SA')], by, two)).toMatchObject({
      refusal: { code: 'second-administrator-needed' },
    })
    const own = { ...held('SA'), personId: person('ana'), id: 'grant-ana' as GrantId }
    expect(endMembership([own], by, two).ok).toBe(true)
    const alone = { ...two, administrators: [administrator('ana')] }
    expect(endMembership([own], by, alone)).toMatchObject({ refusal: { code: 'last-administrator' } })
    expect(endMembership([], by, two)).toMatchObject({ refusal: { code: 'not-found' } })
  })
})

describe('a proposed administrator', () => {
  const proposal: Proposal = {
    personId: person('luc'),
    endsAt: null,
    by: ana,
    lapsesAt: daysAfter(now, 7),
    isSettled: false,
  }
  const beneficiary = { isActive: true, rights: holding() }
  const ben = { personId: person('ben'), rights: holding(grant('SA')) }

  it('is confirmed by another administrator only, while its author still could', () => {
    expect(confirmProposal(proposal, ben, { now, beneficiary }).ok).toBe(true)
    expect(confirmProposal(proposal, ana, { now, beneficiary })).toMatchObject({
      refusal: { code: 'own-proposal' },
    })
    const luc = { personId: person('luc'), rights: holding(grant('SA')) }
    expect(confirmProposal(proposal, luc, { now, beneficiary })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    const vera = { personId: person('vera'), rights: holding(grant('VA', { virtualAccountId: paris })) }
    expect(confirmProposal(proposal, vera, { now, beneficiary })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    const gone = { ...proposal, by: { ...ana, rights: holding() } }
    expect(confirmProposal(gone, ben, { now, beneficiary })).toMatchObject({
      refusal: { code: 'proposal-not-open' },
    })
    expect(stands(proposal, daysAfter(now, 7))).toBe(false)
    const off = { ...beneficiary, isActive: false }
    expect(confirmProposal(proposal, ben, { now, beneficiary: off })).toMatchObject({
      refusal: { code: 'cannot-sign-in' },
    })
  })

  it('is withdrawn by its author, and refused by another', () => {
    expect(endProposal(proposal, ana, now)).toEqual({ ok: true, value: 'WITHDRAWN' })
    expect(endProposal(proposal, ben, now)).toEqual({ ok: true, value: 'REFUSED' })
    expect(endProposal({ ...proposal, isSettled: true }, ben, now)).toMatchObject({
      refusal: { code: 'proposal-not-open' },
    })
  })
})

describe('what somebody may do', () => {
  it('is told place by place, with the grants it comes from', () => {
    const grants = [
      { id: 'g1' as GrantId, role: 'SV' as const, virtualAccountId: null },
      { id: 'g2' as GrantId, role: 'VA' as const, virtualAccountId: paris },
    ]
    const rows = explain(grants, [
      { id: lyon, path: [lyon] },
      { id: paris, path: [paris] },
      { id: parisLab, path: [paris, parisLab] },
    ])
    expect(rows.map(({ place, through }) => [place, through.map(({ id }) => id)])).toEqual([
      [null, ['g1']],
      [paris, ['g2']],
      [parisLab, ['g2']],
    ])
    expect(rows[1]?.actions).toContain('decide-requests')
    expect(rows[0]?.actions).not.toContain('decide-requests')
  })
})
