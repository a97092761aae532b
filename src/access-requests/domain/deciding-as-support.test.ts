import { describe, expect, it } from 'vitest'
import type { Given, Tree } from '../../accounts/domain/rights.ts'
import { roles } from '../../accounts/domain/roles.ts'
import { type AccountId, newId, type VirtualAccountId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import {
  confirm,
  type GivenBySupport,
  propose,
  type SupportDecision,
  type SupportFacts,
} from './deciding-as-support.ts'
import { isOpen, type AccessRequest, stages, statuses } from './request.ts'

const [noah, sam, tess] = [newId<'person'>(), newId<'person'>(), newId<'person'>()]
const now = new Date('2026-11-23T09:00:00Z')
const place = newId() as unknown as VirtualAccountId
const tree: Tree = {
  accountId: newId() as unknown as AccountId,
  virtualAccounts: [{ id: place, parentId: null }],
}
const request = {
  requesterId: noah,
  beneficiaryId: noah,
  status: 'PENDING',
  stage: 'WITH_SUPPORT',
  version: 2,
  decidedAt: null,
  decidedBy: null,
} as unknown as AccessRequest
const facts: SupportFacts & { isProposed: boolean } = {
  isAllowed: true,
  reachable: 0,
  proofs: 1,
  tree,
  passwordTypedAt: now,
  now,
  isProposed: false,
}
const giving = (more: Partial<GivenBySupport> = {}): SupportDecision => ({
  verdict: 'APPROVE',
  given: { role: 'SU', scope: { kind: 'ACCOUNT' }, endsAt: daysAfter(now, 90), ...more },
})
const code = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.refusal?.code

describe('support decides', () => {
  it('only when it is allowed, nobody can be reached, and there is proof', () => {
    expect(code(propose(request, sam, giving(), facts))).toBe('done')
    const missing = [
      [{ isAllowed: false }, 'support-may-not-decide'],
      [{ reachable: 1 }, 'somebody-reachable'],
      [{ proofs: 0 }, 'proof-needed'],
      [{ isProposed: true }, 'already-proposed'],
      [{ passwordTypedAt: daysAfter(now, -1) }, 'recent-sign-in-needed'],
      [{ passwordTypedAt: null }, 'recent-sign-in-needed'],
    ] as const
    for (const [lack, why] of missing)
      expect(code(propose(request, sam, giving(), { ...facts, ...lack }))).toBe(why)
  })

  it('a pending request that it has, and no other', () => {
    for (const status of statuses) {
      for (const stage of stages) {
        const can = status === 'PENDING' && stage === 'WITH_SUPPORT'
        const outcome = propose({ ...request, status, stage }, sam, giving(), facts)
        const why = isOpen({ status }) ? 'not-possible-now' : 'already-settled'
        expect([status, stage, code(outcome)]).toEqual([status, stage, can ? 'done' : why])
      }
    }
  })

  it('never for a role that gives power, never without an end within 90 days', () => {
    for (const role of roles) {
      const scope: Given['scope'] = role.startsWith('V')
        ? { kind: 'VIRTUAL', virtualAccountIds: [place] }
        : { kind: 'ACCOUNT' }
      const powerless = ['SU', 'SV', 'VU', 'VV'].includes(role)
      const outcome = propose(request, sam, giving({ role, scope }), facts)
      expect([role, code(outcome)]).toEqual([role, powerless ? 'done' : 'beyond-support'])
    }
    for (const endsAt of [null, now, daysAfter(now, 90.1), new Date(Number.NaN)]) {
      expect(code(propose(request, sam, giving({ endsAt }), facts))).toBe('end-out-of-range')
    }
    const elsewhere = {
      kind: 'VIRTUAL',
      virtualAccountIds: [newId() as unknown as VirtualAccountId],
    } as const
    expect(code(propose(request, sam, giving({ role: 'VV', scope: elsewhere }), facts))).toBe(
      'unknown-virtual-account',
    )
    expect(code(propose(request, sam, giving({ role: 'VV' }), facts))).toBe('role-scope-mismatch')
  })

  it('by two different people, neither of whom asks', () => {
    const proposal = { by: sam, version: 2, decision: giving() }
    expect(code(propose(request, noah, giving(), facts))).toBe('own-request')
    expect(code(confirm(request, noah, proposal, facts))).toBe('own-request')
    expect(code(confirm(request, sam, proposal, facts))).toBe('second-agent-needed')
    expect(confirm(request, tess, proposal, facts)).toMatchObject({
      ok: true,
      value: { status: 'APPROVED', version: 3, decidedBy: tess },
    })
    const declining = { ...proposal, decision: { verdict: 'DECLINE', code: 'OTHER' } as const }
    expect(confirm(request, tess, declining, facts)).toMatchObject({ value: { status: 'DECLINED' } })
  })

  it('for the request as it was proposed, and as things are when it is confirmed', () => {
    const proposal = { by: sam, version: 2, decision: giving() }
    expect(code(confirm(request, tess, null, facts))).toBe('proposal-gone')
    expect(code(confirm({ ...request, version: 3 }, tess, proposal, facts))).toBe('proposal-gone')
    expect(code(confirm(request, tess, proposal, { ...facts, reachable: 1 }))).toBe('somebody-reachable')
    expect(code(confirm(request, tess, proposal, { ...facts, proofs: 0 }))).toBe('proof-needed')
    expect(code(confirm({ ...request, status: 'APPROVED' }, tess, proposal, facts))).toBe('already-settled')
    const later = { ...facts, now: daysAfter(now, 91) }
    expect(code(confirm(request, tess, proposal, later))).toBe('end-out-of-range')
  })
})
