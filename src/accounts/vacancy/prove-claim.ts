import { record } from '../../event-log/index.ts'
import type { ClaimId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { setClocks } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type ClaimRefusal, isClaimOpen, type Proof, proveClaim, provingDomains } from '../domain/claim.ts'
import type { Identifier } from '../domain/identifier.ts'
import { lockClaim, type StoredClaim, surroundingsOf, writeDocuments, writeProof } from './claims.store.ts'
import { nudgingClocks } from './clocks.ts'
import { useClaimLink } from './links.store.ts'
import { isVacant } from './vacant.ts'

type Refused = ClaimRefusal | { readonly code: 'not-found' }
type Proven = {
  readonly proof: Proof
  readonly domain: Identifier | null
  readonly agentId: PersonId | null
  /** Who brought the proof; null when a link of the domain's mailbox was opened. */
  readonly by: PersonId | null
}

/**
 * Takes a claim as proven: everybody who holds or held a role in the account is told and can stop it for a week. Only
 * after that do support agents decide.
 */
export async function takeProof(tx: Tx, id: ClaimId, proven: Proven): Promise<Outcome<StoredClaim, Refused>> {
  const claim = await lockClaim(tx, id)
  if (!claim) return refuse({ code: 'not-found' })
  const allowed = proveClaim(claim, proven, {
    now: claim.now,
    domains: provingDomains(claim),
    isVacant: await isVacant(tx, claim.accountId),
    isAnotherNoticed: (await surroundingsOf(tx, claim)).isAnotherNoticed,
  })
  if (!allowed.ok) return allowed
  const { noticeEndsAt } = allowed.value
  await writeProof(tx, claim, { ...proven, noticeEndsAt })
  const clock = { kind: 'claim.end-notice', n: 1, dueAt: noticeEndsAt, irreversible: true }
  await setClocks(tx, { account: claim.accountId, subject: id }, [clock])
  await record(tx, {
    type: 'claim.noticed',
    account: claim.accountId,
    actor: proven.by,
    subject: claim.claimantId,
    facts: { claimId: id, proof: proven.proof, noticeEndsAt: noticeEndsAt.toISOString() },
  })
  return done(claim)
}

/** Uses the link that was mailed to a mailbox of the domain: whoever reads that mailbox says yes to the claim. */
export async function confirmDomain(tx: Tx, token: string): Promise<Outcome<StoredClaim, Refused>> {
  const link = await useClaimLink(tx, token, 'CONFIRM_DOMAIN')
  if (!link) return refuse({ code: 'not-found' })
  const domain = link.domain as Identifier | null
  return takeProof(tx, link.claimId, { proof: 'ROLE_MAIL', domain, agentId: null, by: null })
}

/** Asks for the mail to a mailbox of the domain; the claimant's own proof is whoever opens it. */
export async function askRoleMail(
  tx: Tx,
  by: { readonly personId: PersonId },
  asked: { readonly id: ClaimId; readonly mailbox: string; readonly domain: string },
): Promise<Outcome<null, Refused>> {
  const claim = await ownOpenClaim(tx, by, asked.id)
  if (!claim.ok) return claim
  const domain = provingDomains(claim.value).find((one) => one === asked.domain)
  if (domain === undefined) return refuse({ code: 'other-domain' })
  await record(tx, {
    type: 'claim.role-mail-asked',
    account: claim.value.accountId,
    actor: by.personId,
    facts: { claimId: asked.id, mailbox: asked.mailbox, place: provingDomains(claim.value).indexOf(domain) },
  })
  return done(null)
}

/** Notes that the claimant proves the domain by documents; support opens a case for them. */
export async function offerDocuments(
  tx: Tx,
  by: { readonly personId: PersonId },
  id: ClaimId,
): Promise<Outcome<null, Refused>> {
  const claim = await ownOpenClaim(tx, by, id)
  if (!claim.ok) return claim
  if (!(await isVacant(tx, claim.value.accountId))) return refuse({ code: 'administered-again' })
  if (claim.value.documentsAt !== null) return done(null)
  await writeDocuments(tx, claim.value)
  await setClocks(tx, { account: claim.value.accountId, subject: id }, nudgingClocks(claim.value, 1))
  await record(tx, {
    type: 'claim.documents-offered',
    account: claim.value.accountId,
    actor: by.personId,
    facts: { claimId: id },
  })
  return done(null)
}

async function ownOpenClaim(
  tx: Tx,
  by: { readonly personId: PersonId },
  id: ClaimId,
): Promise<Outcome<StoredClaim, Refused>> {
  const claim = await lockClaim(tx, id)
  if (!claim || claim.claimantId !== by.personId) return refuse({ code: 'not-found' })
  if (!isClaimOpen(claim.status)) return refuse({ code: 'over', status: claim.status })
  return claim.status === 'OPEN' ? done(claim) : refuse({ code: 'not-yet' })
}
