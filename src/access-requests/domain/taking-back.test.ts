import { describe, expect, it } from 'vitest'
import { globex, grant, holding, lyon, now, paris, parisLab, person } from '../../accounts/domain/cast.ts'
import type { Administrator } from '../../accounts/domain/last-administrator.ts'
import type { Grant } from '../../accounts/domain/rights.ts'
import type { GrantId } from '../../kernel/id.ts'
import type { Approver } from './approvers.ts'
import { ana, approver, vera, zoe } from './cast.ts'
import { takeBack } from './policy.ts'

const reachable = { endsAt: null, isDisabled: false, hasHardBounced: false, isAwayWithoutDelegate: false }
const ofAna: Grant = grant('SA', { id: 'grant-ana' as GrantId })
const ofBen: Grant = grant('SA', { id: 'grant-ben' as GrantId, personId: person('ben') })
const ofLuc: Grant = grant('VU', { personId: person('luc'), virtualAccountId: parisLab })
const both: Administrator[] = [ofAna, ofBen].map((one) => ({
  ...reachable,
  grantId: one.id,
  personId: one.personId,
}))
const past = new Date(now.getTime() - 1)

// One person is enough here; `removing.test.ts` is about two.
const alone = { now, wantsTwo: false } as const

function code(taken: Grant, by: Approver, administrators = both): string {
  const outcome = takeBack(taken, by, { ...alone, administrators })
  return outcome.ok ? 'taken' : outcome.refusal.code
}

describe('a grant', () => {
  it('is taken back by an administrator, from that moment', () => {
    expect(takeBack(ofLuc, ana, { ...alone, administrators: both })).toEqual({
      ok: true,
      value: { ...ofLuc, revokedAt: now },
    })
  })

  it('in their virtual accounts is taken back by their administrator', () => {
    expect(code(ofLuc, vera)).toBe('taken')
    expect(code({ ...ofLuc, virtualAccountId: lyon }, vera)).toBe('above-own-rights')
    expect(code({ ...ofLuc, role: 'SV', virtualAccountId: null }, vera)).toBe('above-own-rights')
    expect(code(ofBen, vera)).toBe('above-own-rights')
  })

  it('is given up by who holds it, whatever else they may', () => {
    expect(code(ofLuc, approver('luc', { passwordTypedAt: null }))).toBe('taken')
  })

  it('is not taken by a stranger, somebody disabled, or an administrator of another account', () => {
    expect(code(ofLuc, zoe)).toBe('above-own-rights')
    expect(code(ofLuc, { ...ana, isDisabled: true })).toBe('above-own-rights')
    expect(code(ofLuc, approver('luc', { isDisabled: true }))).toBe('above-own-rights')
    expect(code({ ...grant('SU', { personId: person('luc') }), accountId: globex }, ana)).toBe(
      'above-own-rights',
    )
  })

  it('is taken only once, and not after its end', () => {
    expect(code({ ...ofLuc, revokedAt: past }, ana)).toBe('grant-already-over')
    expect(code({ ...ofLuc, endsAt: now }, ana)).toBe('grant-already-over')
  })

  it('that outlasts the right of who takes it can be taken', () => {
    const passing = { ...ana, rights: holding(grant('SA', { endsAt: new Date(now.getTime() + 1) })) }
    expect(code(ofLuc, passing)).toBe('taken')
  })
})

describe('account administration', () => {
  it('is taken from one of two, where the account lets one person do it', () => {
    expect(code(ofBen, ana)).toBe('taken')
  })

  it('of the last one is not taken, nor given up', () => {
    const last = both.slice(1)
    expect(code(ofBen, ana, last)).toBe('last-administrator')
    expect(code(ofBen, approver('ben', { rights: ana.rights }), last)).toBe('last-administrator')
  })

  it('is not taken when only somebody who cannot be reached would stay', () => {
    const bounced = both.map((one) =>
      one.personId === ana.personId ? { ...one, hasHardBounced: true } : one,
    )
    expect(code(ofBen, ana, bounced)).toBe('last-administrator')
  })

  it('asks for a password typed lately, as that of a virtual account does', () => {
    const stale = { ...ana, passwordTypedAt: null }
    expect(code(ofBen, stale)).toBe('recent-sign-in-needed')
    expect(code({ ...ofLuc, role: 'VA' }, stale)).toBe('recent-sign-in-needed')
    expect(code(ofLuc, stale)).toBe('taken')
  })

  it('of a virtual account can be taken from its last one', () => {
    expect(code(grant('VA', { virtualAccountId: paris, personId: vera.personId }), ana, [])).toBe('taken')
  })
})
