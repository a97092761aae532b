import { describe, expect, it } from 'vitest'
import { grant, holding, now, person } from '../../accounts/domain/cast.ts'
import type { Administrator } from '../../accounts/domain/last-administrator.ts'
import type { Grant } from '../../accounts/domain/rights.ts'
import type { GrantId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import type { Approver } from './approvers.ts'
import { ana, approver, ben, vera, zoe } from './cast.ts'
import { confirmRemoval, proposeRemoval, refuseRemoval, takeBack, withdrawRemoval } from './policy.ts'
import type { Refusal } from './refusals.ts'
import type { Proposal } from './removing.ts'

const carl = approver('carl', { rights: holding(grant('SA')) })
const reason = 'Has left for another company.'
const ofBen: Grant = grant('SA', { id: 'grant-ben' as GrantId, personId: person('ben') })

function administrator(who: Approver, changes: Partial<Administrator> = {}): Administrator {
  return {
    grantId: `grant-${who.personId}` as GrantId,
    personId: who.personId,
    endsAt: null,
    isDisabled: false,
    hasHardBounced: false,
    isAwayWithoutDelegate: false,
    ...changes,
  }
}
const benHere = administrator(ben, { grantId: ofBen.id })
const two = [administrator(ana), benHere]
const three = [...two, administrator(carl)]

function facts(administrators: readonly Administrator[], at = now) {
  return { now: at, administrators, wantsTwo: null, proposal: null }
}

function proposal(changes: Partial<Proposal> = {}): Proposal {
  return { by: ana, lapsesAt: daysAfter(now, 7), noticeEndsAt: null, ...changes }
}
const betweenTwo = proposal({ noticeEndsAt: daysAfter(now, 4) })
/** The same person later, with a password typed just then. */
const later = (who: Approver, days: number) => ({ ...who, passwordTypedAt: daysAfter(now, days) })

function said<Value>(outcome: Outcome<Value, Refusal>): Value | string {
  return outcome.ok ? outcome.value : outcome.refusal.code
}

describe('removing an administrator', () => {
  it('is not done by one person, once two administer the account', () => {
    expect(said(takeBack(ofBen, ana, facts(three)))).toBe('second-administrator-needed')
    expect(said(takeBack(ofBen, ana, { ...facts(three), wantsTwo: false }))).toMatchObject({ revokedAt: now })
    expect(said(takeBack(ofBen, ben, facts(three)))).toMatchObject({ revokedAt: now })
  })

  it('is done by one person when the other cannot sign in any more', () => {
    const gone = [administrator(ana), { ...benHere, isDisabled: true }]
    expect(said(takeBack(ofBen, ana, facts(gone)))).toMatchObject({ revokedAt: now })
    expect(said(proposeRemoval(ofBen, ana, { reason }, facts(gone)))).toBe('no-second-needed')
  })

  it('is proposed with a reason, for seven days', () => {
    expect(said(proposeRemoval(ofBen, ana, { reason }, facts(three)))).toEqual({
      reason,
      lapsesAt: daysAfter(now, 7),
      noticeEndsAt: null,
    })
    expect(said(proposeRemoval(ofBen, ana, { reason: 'no' }, facts(three)))).toBe('reason-unfit')
    expect(said(proposeRemoval(ofBen, { ...ana, passwordTypedAt: null }, { reason }, facts(three)))).toBe(
      'recent-sign-in-needed',
    )
  })

  it('is proposed by an administrator of the account, and not of oneself', () => {
    expect(said(proposeRemoval(ofBen, vera, { reason }, facts(three)))).toBe('above-own-rights')
    expect(said(proposeRemoval(ofBen, zoe, { reason }, facts(three)))).toBe('above-own-rights')
    expect(said(proposeRemoval(ofBen, ben, { reason }, facts(three)))).toBe('own-removal')
  })

  it('is not proposed twice, but again when the first proposal counts no more', () => {
    const proposed = (standing: Proposal, at = now) =>
      said(
        proposeRemoval(
          ofBen,
          { ...carl, passwordTypedAt: at },
          { reason },
          {
            ...facts(three, at),
            proposal: standing,
          },
        ),
      )
    expect(proposed(proposal())).toBe('removal-already-proposed')
    expect(proposed(proposal(), daysAfter(now, 7))).toMatchObject({ reason })
    expect(proposed(proposal({ by: { ...ana, rights: holding() } }))).toMatchObject({ reason })
  })

  it('never leaves the account without an administrator who can be reached', () => {
    const bounced = [administrator(ana, { hasHardBounced: true }), benHere]
    expect(said(proposeRemoval(ofBen, ana, { reason }, facts(bounced)))).toBe('last-administrator')
    expect(said(confirmRemoval(ofBen, carl, proposal(), facts([benHere])))).toBe('last-administrator')
  })
})

describe('a proposed removal', () => {
  it('is carried out when a second administrator confirms it', () => {
    expect(said(confirmRemoval(ofBen, carl, proposal(), facts(three)))).toEqual({
      grant: { ...ofBen, revokedAt: now },
      because: 'CONFIRMED',
    })
  })

  it('is not confirmed by its author, in any identity, nor by the person concerned', () => {
    expect(said(confirmRemoval(ofBen, ana, proposal(), facts(three)))).toBe('own-proposal')
    expect(said(confirmRemoval(ofBen, { ...carl, countsAs: [ana.personId] }, proposal(), facts(three)))).toBe(
      'own-proposal',
    )
    expect(said(confirmRemoval(ofBen, ben, proposal(), facts(three)))).toBe('own-removal')
    expect(said(confirmRemoval(ofBen, { ...carl, countsAs: [ben.personId] }, proposal(), facts(three)))).toBe(
      'own-removal',
    )
    expect(said(confirmRemoval(ofBen, vera, proposal(), facts(three)))).toBe('above-own-rights')
  })

  it('asks the second for a password typed lately', () => {
    expect(said(confirmRemoval(ofBen, { ...carl, passwordTypedAt: null }, proposal(), facts(three)))).toBe(
      'recent-sign-in-needed',
    )
  })

  it('counts for nothing once it has lapsed, its author has lost the right, or the access is over', () => {
    const late = facts(three, daysAfter(now, 7))
    expect(said(confirmRemoval(ofBen, later(carl, 7), proposal(), late))).toBe('removal-not-open')
    const left = proposal({ by: { ...ana, rights: holding() } })
    expect(said(confirmRemoval(ofBen, carl, left, facts(three)))).toBe('removal-not-open')
    const over = { ...ofBen, revokedAt: now }
    expect(said(confirmRemoval(over, carl, proposal(), facts(three)))).toBe('grant-already-over')
  })

  it('is refused by another administrator and withdrawn by its author', () => {
    expect(said(refuseRemoval(ofBen, carl, proposal(), facts(three)))).toBe(true)
    expect(said(refuseRemoval(ofBen, ana, proposal(), facts(three)))).toBe('own-proposal')
    expect(said(refuseRemoval(ofBen, zoe, proposal(), facts(three)))).toBe('above-own-rights')
    expect(said(withdrawRemoval(ofBen, ana, proposal(), now))).toBe(true)
    expect(said(withdrawRemoval(ofBen, carl, proposal(), now))).toBe('above-own-rights')
    expect(said(withdrawRemoval(ofBen, ana, proposal(), daysAfter(now, 7)))).toBe('removal-not-open')
  })

  it('cannot be stopped by the person concerned while others can decide', () => {
    expect(said(refuseRemoval(ofBen, ben, proposal(), facts(three)))).toBe('own-removal')
  })
})

describe('between the only two', () => {
  it('gives the person concerned four days to object', () => {
    expect(said(proposeRemoval(ofBen, ana, { reason }, facts(two)))).toMatchObject({
      noticeEndsAt: daysAfter(now, 4),
    })
    expect(said(refuseRemoval(ofBen, ben, betweenTwo, facts(two)))).toBe(true)
  })

  it('counts somebody out who could only be reached by mail that bounces', () => {
    const alone = [...two, administrator(carl, { hasHardBounced: true })]
    expect(said(proposeRemoval(ofBen, ana, { reason }, facts(alone)))).toMatchObject({
      noticeEndsAt: daysAfter(now, 4),
    })
    expect(said(confirmRemoval(ofBen, carl, betweenTwo, facts(alone)))).toMatchObject({
      because: 'CONFIRMED',
    })
  })

  it('is carried out by its author alone when nobody objected in time', () => {
    expect(confirmRemoval(ofBen, later(ana, 3), betweenTwo, facts(two, daysAfter(now, 3)))).toEqual({
      ok: false,
      refusal: { code: 'own-proposal', from: daysAfter(now, 4) },
    })
    expect(
      said(confirmRemoval(ofBen, later(ana, 4), betweenTwo, facts(two, daysAfter(now, 4)))),
    ).toMatchObject({ because: 'UNOPPOSED' })
  })

  it('does not count as assent when the person concerned is away, or was not told that they may object', () => {
    const at = daysAfter(now, 5)
    const away = [administrator(ana), { ...benHere, isAwayWithoutDelegate: true }]
    expect(said(confirmRemoval(ofBen, later(ana, 5), betweenTwo, facts(away, at)))).toBe('own-proposal')
    expect(said(confirmRemoval(ofBen, later(ana, 5), proposal(), facts(two, at)))).toBe('own-proposal')
    expect(said(confirmRemoval(ofBen, later(ana, 5), betweenTwo, facts(three, at)))).toBe('own-proposal')
  })
})
