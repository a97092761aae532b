import { record } from '../../event-log/index.ts'
import type { ClaimId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { stopClocks } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { approveClaim, type ClaimRefusal, rejectClaim, stepClaim, stopClaim } from '../domain/claim.ts'
import { giveGrants } from '../grants.store.ts'
import {
  heldARole,
  lockClaim,
  settleClaim,
  type StoredClaim,
  surroundingsOf,
  writeApproval,
} from './claims.store.ts'
import { useClaimLink } from './links.store.ts'
import { isVacant } from './vacant.ts'

type Refused = ClaimRefusal | { readonly code: 'not-found' }
type By = { readonly personId: PersonId }

/** An agent approves a claim; the second, different one grants it: the claimant administers the account. */
export async function approve(tx: Tx, by: By, id: ClaimId): Promise<Outcome<'first' | 'granted', Refused>> {
  const claim = await lockClaim(tx, id)
  if (!claim) return refuse({ code: 'not-found' })
  const { claimantIsFit } = await surroundingsOf(tx, claim)
  const facts = { now: claim.now, isVacant: await isVacant(tx, claim.accountId), claimantIsFit }
  const allowed = approveClaim(claim, by.personId, facts)
  if (!allowed.ok) return allowed
  await writeApproval(tx, claim, by.personId)
  if (allowed.value === 'GRANT') return grant(tx, by, claim)
  await recordStep(tx, claim, { type: 'claim.approved', by: by.personId })
  return done('first')
}

async function grant(tx: Tx, by: By, claim: StoredClaim): Promise<Outcome<'granted', Refused>> {
  const [grantId] = await giveGrants(tx, {
    accountId: claim.accountId,
    personId: claim.claimantId,
    given: { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null },
    source: 'DIRECT',
    requestId: null,
    decisionId: null,
    by: by.personId,
  })
  if (grantId === undefined) return refuse({ code: 'claimant-gone' })
  await settleClaim(tx, claim, { status: 'GRANTED', by: by.personId, grantId })
  await stopClocks(tx, { account: claim.accountId, subject: claim.id })
  const agents = [...claim.approvedBy, by.personId]
  await recordStep(tx, claim, { type: 'claim.granted', by: by.personId, facts: { grantId, agents } })
  return done('granted')
}

/** An agent rejects a claim, with words for the claimant. */
export async function reject(
  tx: Tx,
  by: By,
  { id, answer }: { readonly id: ClaimId; readonly answer: string },
): Promise<Outcome<null, Refused>> {
  const claim = await lockClaim(tx, id)
  if (!claim) return refuse({ code: 'not-found' })
  const allowed = rejectClaim(claim, by.personId)
  if (!allowed.ok) return allowed
  return end(tx, claim, { status: 'REJECTED', type: 'claim.rejected', by: by.personId, answer })
}

/** Somebody who holds or held a role in the account stops the claim. */
export async function stop(tx: Tx, by: By, id: ClaimId): Promise<Outcome<StoredClaim, Refused>> {
  const claim = await lockClaim(tx, id)
  if (!claim) return refuse({ code: 'not-found' })
  const held = await heldARole(tx, claim.accountId, by.personId)
  const allowed = stopClaim(claim, { personId: by.personId, heldARole: held })
  if (!allowed.ok)
    return allowed.refusal.code === 'not-yet' && !held ? refuse({ code: 'not-found' }) : allowed
  await end(tx, claim, { status: 'STOPPED', type: 'claim.stopped', by: by.personId })
  return done(claim)
}

/** The same by the link that was mailed to them: they need not be able to sign in any more. */
export async function stopByLink(tx: Tx, token: string): Promise<Outcome<StoredClaim, Refused>> {
  const link = await useClaimLink(tx, token, 'STOP')
  if (!link?.personId) return refuse({ code: 'not-found' })
  return stop(tx, { personId: link.personId }, link.claimId)
}

/** The claimant takes the claim back. */
export async function withdrawClaim(tx: Tx, by: By, id: ClaimId): Promise<Outcome<null, Refused>> {
  const claim = await lockClaim(tx, id)
  if (!claim || claim.claimantId !== by.personId) return refuse({ code: 'not-found' })
  const allowed = stepClaim(claim.status, 'withdraw')
  if (!allowed.ok) return allowed
  return end(tx, claim, { status: 'WITHDRAWN', type: 'claim.withdrawn', by: by.personId })
}

/** Ends a claim without giving anything. */
export async function end(
  tx: Tx,
  claim: StoredClaim,
  how: {
    readonly status: 'REJECTED' | 'STOPPED' | 'WITHDRAWN' | 'LAPSED'
    readonly type: string
    readonly by: PersonId | null
    readonly answer?: string
  },
): Promise<Outcome<null, never>> {
  const { status, type, by, answer = '' } = how
  await settleClaim(tx, claim, { status, by, answer })
  await stopClocks(tx, { account: claim.accountId, subject: claim.id })
  await recordStep(tx, claim, { type, by })
  return done(null)
}

async function recordStep(
  tx: Tx,
  claim: StoredClaim,
  step: { readonly type: string; readonly by: PersonId | null; readonly facts?: Record<string, unknown> },
): Promise<void> {
  await record(tx, {
    type: step.type,
    account: claim.accountId,
    actor: step.by,
    subject: claim.claimantId,
    facts: { claimId: claim.id, ...step.facts },
  })
}
