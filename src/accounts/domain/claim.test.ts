import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountId, ClaimId, PersonId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import type { Account } from './account.ts'
import {
  approveClaim,
  type Claim,
  type ClaimStatus,
  type ClaimStep,
  claimStatuses,
  endNotice,
  isClaimOpen,
  mayOpenClaim,
  noticeDays,
  type OpeningFacts,
  proveClaim,
  rejectClaim,
  stepClaim,
  stopClaim,
} from './claim.ts'
import type { Identifier } from './identifier.ts'

const now = new Date('2026-12-01T08:00:00Z')
const id = (name: string) => name as PersonId
const domain = (name: string) => name as Identifier
const claim = (more: Partial<Claim> = {}): Claim => ({
  id: 'claim' as ClaimId,
  claimantId: id('noah'),
  status: 'OPEN',
  proof: null,
  noticeEndsAt: null,
  approvedBy: [],
  ...more,
})
const account: Account = {
  id: 'account' as AccountId,
  identifier: domain('umbrella.example'),
  name: 'Umbrella',
  type: 'CUSTOMER',
  status: 'ACTIVE',
  visibility: 'LISTED',
  verifiedDomains: [domain('umbrella-labs.example')],
}
const steps: readonly ClaimStep[] = [
  'prove',
  'end-notice',
  'approve-first',
  'grant',
  'reject',
  'stop',
  'withdraw',
  'lapse',
]

describe('a claim', () => {
  const ways: Readonly<Record<string, ClaimStatus>> = {
    'OPEN prove': 'NOTICE',
    'OPEN reject': 'REJECTED',
    'OPEN withdraw': 'WITHDRAWN',
    'OPEN lapse': 'LAPSED',
    'NOTICE end-notice': 'WITH_SUPPORT',
    'NOTICE reject': 'REJECTED',
    'NOTICE stop': 'STOPPED',
    'NOTICE withdraw': 'WITHDRAWN',
    'WITH_SUPPORT approve-first': 'WITH_SUPPORT',
    'WITH_SUPPORT grant': 'GRANTED',
    'WITH_SUPPORT reject': 'REJECTED',
    'WITH_SUPPORT stop': 'STOPPED',
    'WITH_SUPPORT withdraw': 'WITHDRAWN',
  }
  const pairs = claimStatuses.flatMap((status) => steps.map((step) => [status, step] as const))

  it.each(pairs)('that is %s takes the step %s only where the table says so', (status, step) => {
    const to = ways[`${status} ${step}`]
    const refusal = isClaimOpen(status) ? { code: 'not-yet' } : { code: 'over', status }
    expect(stepClaim(status, step)).toEqual(to ? { ok: true, value: to } : { ok: false, refusal })
  })
})

describe('opening a claim', () => {
  const facts: OpeningFacts = {
    account,
    asker: { verifiedDomains: [domain('umbrella.example')], isMember: false, isInvited: false },
    addressIsVerified: true,
    isVacant: true,
    isAdministrator: false,
    hasOpenClaim: false,
    openClaims: 0,
  }
  const stranger = { verifiedDomains: [domain('elsewhere.example')], isMember: false, isInvited: false }

  it('is for people with a confirmed address who can find the account', () => {
    expect(mayOpenClaim(facts)).toEqual({ ok: true, value: account })
    expect(mayOpenClaim({ ...facts, asker: stranger }).ok).toBe(true)
    expect(mayOpenClaim({ ...facts, addressIsVerified: false })).toMatchObject({
      refusal: { code: 'address-unverified' },
    })
  })

  it.each<[string, Partial<OpeningFacts>]>([
    ['is not there', { account: null }],
    ['is hidden from them', { account: { ...account, visibility: 'RESTRICTED' }, asker: stranger }],
    ['is closed', { account: { ...account, status: 'CLOSED' } }],
    ['somebody administers', { isVacant: false, asker: stranger }],
    ['they administer themselves', { isAdministrator: true }],
  ])('for an account that %s is refused in the same words', (_, more) => {
    expect(mayOpenClaim({ ...facts, ...more })).toEqual({ ok: false, refusal: { code: 'not-claimable' } })
  })

  it('of an administered account takes an address in its domain', () => {
    expect(mayOpenClaim({ ...facts, isVacant: false }).ok).toBe(true)
    const labs = { ...stranger, verifiedDomains: [domain('umbrella-labs.example')] }
    expect(mayOpenClaim({ ...facts, isVacant: false, asker: labs }).ok).toBe(true)
  })

  it('is limited', () => {
    expect(mayOpenClaim({ ...facts, hasOpenClaim: true })).toMatchObject({
      refusal: { code: 'claimed-already' },
    })
    expect(mayOpenClaim({ ...facts, openClaims: 3 })).toMatchObject({ refusal: { code: 'too-many-claims' } })
  })
})

describe('proving a claim', () => {
  const facts = { now, domains: [account.identifier], isVacant: true, isAnotherNoticed: false }
  const dns = { proof: 'DNS', domain: account.identifier, agentId: null } as const
  const documents = { proof: 'DOCUMENTS', domain: null, agentId: id('sam') } as const

  it('begins a week’s notice', () => {
    const noticeEndsAt = daysAfter(now, noticeDays)
    expect(proveClaim(claim(), dns, facts)).toEqual({ ok: true, value: { status: 'NOTICE', noticeEndsAt } })
    expect(proveClaim(claim(), documents, facts).ok).toBe(true)
  })

  it.each<[string, Parameters<typeof proveClaim>[1], Partial<typeof facts>]>([
    ['other-domain', { ...dns, domain: domain('evil.example') }, {}],
    ['other-domain', { ...dns, domain: null }, {}],
    ['another-noticed', dns, { isAnotherNoticed: true }],
    ['administered-again', documents, { isVacant: false }],
    ['own-claim', { ...documents, agentId: id('noah') }, {}],
    ['own-claim', { ...documents, agentId: null }, {}],
  ])('is refused as %s', (code, by, more) => {
    expect(proveClaim(claim(), by, { ...facts, ...more })).toMatchObject({ refusal: { code } })
  })

  it('by the DNS counts against administrators too, who are then asked', () => {
    expect(proveClaim(claim(), dns, { ...facts, isVacant: false }).ok).toBe(true)
  })
})

describe('deciding a claim', () => {
  const ready = claim({ status: 'WITH_SUPPORT', proof: 'DNS', noticeEndsAt: now })
  const facts = { now, isVacant: true, claimantIsFit: true }

  it('takes two different agents', () => {
    expect(approveClaim(ready, id('sam'), facts)).toEqual({ ok: true, value: 'FIRST' })
    const half = { ...ready, approvedBy: [id('sam')] }
    expect(approveClaim(half, id('tess'), facts)).toEqual({ ok: true, value: 'GRANT' })
    expect(approveClaim(half, id('sam'), facts)).toMatchObject({ refusal: { code: 'approved-already' } })
  })

  it('is never for the claimant, nor before the week is over', () => {
    expect(approveClaim(ready, id('noah'), facts)).toMatchObject({ refusal: { code: 'own-claim' } })
    const early = { ...ready, noticeEndsAt: daysAfter(now, 1) }
    expect(approveClaim(early, id('sam'), facts)).toMatchObject({ refusal: { code: 'notice-runs' } })
    expect(endNotice({ ...early, status: 'NOTICE' }, now)).toMatchObject({ refusal: { code: 'notice-runs' } })
    expect(endNotice({ ...ready, status: 'NOTICE' }, now)).toEqual({ ok: true, value: 'WITH_SUPPORT' })
    expect(rejectClaim(ready, id('noah'))).toMatchObject({ refusal: { code: 'own-claim' } })
  })

  it('gives nothing when documents speak against administrators, or the claimant is gone', () => {
    const papers = { ...ready, proof: 'DOCUMENTS' } as const
    expect(approveClaim(papers, id('sam'), { ...facts, isVacant: false })).toMatchObject({
      refusal: { code: 'administered-again' },
    })
    expect(approveClaim(ready, id('sam'), { ...facts, claimantIsFit: false })).toMatchObject({
      refusal: { code: 'claimant-gone' },
    })
  })
})

describe('stopping a claim', () => {
  const noticed = claim({ status: 'NOTICE', proof: 'DNS', noticeEndsAt: daysAfter(now, 7) })

  it('is for whoever holds or held a role, but not for the claimant', () => {
    expect(stopClaim(noticed, { personId: id('uma'), heldARole: true })).toEqual({
      ok: true,
      value: 'STOPPED',
    })
    expect(stopClaim(noticed, { personId: id('zoe'), heldARole: false }).ok).toBe(false)
    expect(stopClaim(noticed, { personId: id('noah'), heldARole: true }).ok).toBe(false)
    expect(stopClaim({ ...noticed, status: 'GRANTED' }, { personId: id('uma'), heldARole: true }).ok).toBe(
      false,
    )
  })
})

it('whatever happens in whatever order, nothing is granted without proof, a full week and two agents', () => {
  const agents = ['sam', 'tess', 'noah'] as const
  const act = fc.oneof(
    fc.record({ kind: fc.constant('prove' as const), proof: fc.constantFrom('DNS', 'DOCUMENTS') }),
    fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 0, max: 5 }) }),
    fc.record({
      kind: fc.constantFrom('approve' as const, 'reject' as const),
      who: fc.constantFrom(...agents),
    }),
    fc.record({ kind: fc.constantFrom('stop' as const, 'end' as const, 'withdraw' as const) }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let state = claim()
      let time = now
      let proved: Date | null = null
      const facts = () => ({ now: time, isVacant: true, claimantIsFit: true })
      const move = (outcome: { ok: true; value: ClaimStatus } | { ok: false }) => {
        if (outcome.ok) state = { ...state, status: outcome.value }
      }
      for (const one of acts) {
        if (one.kind === 'wait') time = daysAfter(time, one.days)
        if (one.kind === 'end') move(endNotice(state, time))
        if (one.kind === 'withdraw') move(stepClaim(state.status, 'withdraw'))
        if (one.kind === 'stop') move(stopClaim(state, { personId: id('uma'), heldARole: true }))
        if (one.kind === 'reject') move(rejectClaim(state, id(one.who)))
        if (one.kind === 'prove') {
          const by = { proof: one.proof as 'DNS', domain: account.identifier, agentId: id('sam') }
          const known = { now: time, domains: [account.identifier], isVacant: true, isAnotherNoticed: false }
          const outcome = proveClaim(state, by, known)
          if (outcome.ok) {
            proved = time
            state = { ...state, ...outcome.value, proof: by.proof }
          }
        }
        if (one.kind === 'approve') {
          const outcome = approveClaim(state, id(one.who), facts())
          if (outcome.ok) {
            const status = outcome.value === 'GRANT' ? 'GRANTED' : state.status
            state = { ...state, status, approvedBy: [...state.approvedBy, id(one.who)] }
          }
        }
      }
      if (state.status !== 'GRANTED') return
      expect(proved).not.toBeNull()
      expect(time.getTime() - (proved?.getTime() ?? 0)).toBeGreaterThanOrEqual(noticeDays * 86_400_000)
      expect(new Set(state.approvedBy).size).toBeGreaterThanOrEqual(2)
      expect(state.approvedBy).not.toContain(state.claimantId)
    }),
    { numRuns: 2_000 },
  )
})
