import type { Tx } from '../../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../../platform/mailer/index.ts'
import { provingDomains, roleMailboxes } from '../domain/claim.ts'
import { findClaim, type StoredClaim } from './claims.store.ts'
import { agentsBut, claimIn, membersToTell, openClaimsBeside, partyOf, type Told } from './told.store.ts'

/** Who is told about a claim, at each step. Nothing of it is silent. */
export const claimAnnouncements: Announcements = {
  'claim.role-mail-asked': announce(toMailbox),
  'claim.documents-offered': announce((tx, claim) => toAgents(tx, claim)),
  'claim.noticed': announce(async (tx, claim) => [
    ...(await toMembers(tx, claim, 'claim.noticed.member')),
    ...(await toClaimant(tx, claim, 'claim.noticed.claimant')),
  ]),
  'claim.notice-over': announce((tx, claim) => toAgents(tx, claim)),
  'claim.approved': announce((tx, claim) => toAgents(tx, claim)),
  'claim.agents-nudged': announce((tx, claim) => toAgents(tx, claim)),
  'claim.granted': announce(async (tx, claim) => [
    ...(await toClaimant(tx, claim, 'claim.over')),
    ...(await toMembers(tx, claim, 'claim.over')),
    ...(await toOtherClaimants(tx, claim)),
  ]),
  'claim.rejected': announce(afterNotice),
  'claim.stopped': announce(async (tx, claim) => [
    ...(await afterNotice(tx, claim)),
    ...(await agentsBut(tx, claim.claimantId)).map(orderOf(claim, 'claim.over', 'support')),
  ]),
  'claim.withdrawn': announce(async (tx, claim) =>
    claim.provedAt === null ? [] : toMembers(tx, claim, 'claim.over'),
  ),
  'claim.lapsed': announce(afterNotice),
}

type Tell = (tx: Tx, claim: StoredClaim, event: RecordedEvent) => Promise<MailOrder[]>

function announce(tell: Tell) {
  return async (tx: Tx, event: RecordedEvent): Promise<MailOrder[]> => {
    const id = claimIn(event.facts)
    const claim = id && (await findClaim(tx, id))
    return claim ? tell(tx, claim, event) : []
  }
}

function orderOf(claim: Pick<StoredClaim, 'id'>, kind: string, category: MailOrder['category'] & string) {
  return ({ personId, address, locale }: Told): MailOrder => ({
    kind,
    personId,
    address,
    locale,
    category,
    payload: { claimId: claim.id },
  })
}

async function toMembers(tx: Tx, claim: StoredClaim, kind: string): Promise<MailOrder[]> {
  const members = await membersToTell(tx, { account: claim.accountId, claimant: claim.claimantId })
  return members.map(orderOf(claim, kind, 'security'))
}

async function toClaimant(tx: Tx, claim: StoredClaim, kind: string): Promise<MailOrder[]> {
  const claimant = await partyOf(tx, claim.claimantId)
  return claimant?.status === 'ACTIVE' ? [orderOf(claim, kind, 'own-request')(claimant)] : []
}

// Whoever has agreed already has nothing more to do.
async function toAgents(tx: Tx, claim: StoredClaim): Promise<MailOrder[]> {
  const agents = await agentsBut(tx, claim.claimantId)
  const waited = agents.filter(({ personId }) => !claim.approvedBy.includes(personId))
  return waited.map(orderOf(claim, 'claim.agent', 'support'))
}

async function toOtherClaimants(tx: Tx, claim: StoredClaim): Promise<MailOrder[]> {
  const others = await openClaimsBeside(tx, claim)
  return others.map((told) => orderOf({ id: told.claimId }, 'claim.administered', 'own-request')(told))
}

// Whoever was asked whether the claim is right is told what became of it.
async function afterNotice(tx: Tx, claim: StoredClaim): Promise<MailOrder[]> {
  const asked = claim.provedAt === null ? [] : await toMembers(tx, claim, 'claim.over')
  return [...(await toClaimant(tx, claim, 'claim.over')), ...asked]
}

async function toMailbox(tx: Tx, claim: StoredClaim, event: RecordedEvent): Promise<MailOrder[]> {
  const mailbox = roleMailboxes.find((name) => name === event.facts['mailbox'])
  const domain = provingDomains(claim)[Number(event.facts['place'])]
  const claimant = await partyOf(tx, claim.claimantId)
  if (claim.status !== 'OPEN' || !mailbox || !domain || !claimant) return []
  const payload = { claimId: claim.id, domain, timeZone: claimant.timeZone }
  const address = `${mailbox}@${domain}`
  const { locale } = claimant
  return [{ kind: 'claim.role-mail', personId: null, address, locale, category: 'security', payload }]
}
