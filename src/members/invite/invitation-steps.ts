import { rightsOf } from '../../accounts/domain/rights.ts'
import {
  accountOf,
  administratorsOf,
  grantsOf,
  holdGrantsOf,
  isSuspendedIn,
  treeOf,
} from '../../accounts/index.ts'
import { type Decider, lockOpenRequestsFor } from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { factsOfGiven, give } from '../add-members/give.ts'
import { aboveOwn, planFor } from '../domain/adding.ts'
import { takesTwoHere } from '../domain/changing.ts'
import type { Refusal } from '../domain/refusals.ts'
import { isThere } from '../people.store.ts'
import { insertProposal } from '../propose-administrator/proposals.store.ts'
import {
  hashOfAddress,
  type Invitation,
  lockInvitation,
  mailAgain,
  mostMails,
  settleInvitation,
} from './invitations.store.ts'

/** Whoever was invited: signed in, with an address that they proved. */
export type Invited = {
  readonly personId: PersonId
  readonly address: string
  readonly verified: boolean
  readonly now: Date
}

/** What accepting came to: access, an administrator's role that one more must confirm, or nothing that was new. */
export type Accepted = { readonly invitation: Invitation; readonly how: 'GIVEN' | 'PROPOSED' | 'HELD' }

/** Takes what one was invited to; the invitation counts while whoever sent it could still give it. */
export async function acceptInvitation(
  tx: Tx,
  by: Invited,
  which: { readonly id: string },
): Promise<Outcome<Accepted, Refusal>> {
  const invitation = await lockFor(tx, by, which)
  if (!invitation) return refuse({ code: 'invitation-gone' })
  const { accountId, given } = invitation
  if (!(await isThere(tx, by.personId))) return refuse({ code: 'cannot-sign-in' })
  const account = await accountOf(tx, accountId)
  if (account.status !== 'ACTIVE') return refuse({ code: 'invitation-gone' })
  const open = await lockOpenRequestsFor(tx, accountId, [by.personId])
  const tree = await treeOf(tx, accountId)
  const sent = await holdGrantsOf(tx, { accountId, personId: invitation.invitedBy })
  const sender = { personId: invitation.invitedBy, rights: rightsOf(sent, tree, by.now) }
  if (aboveOwn(given, sender)) return refuse({ code: 'invitation-gone' })
  // Whoever sent it before a review suspended something did not lift that.
  const sinceSent = { accountId, personId: by.personId, since: invitation.lastMailedAt }
  if (await isSuspendedIn(tx, sinceSent)) return refuse({ code: 'invitation-gone' })
  const administrators = await administratorsOf(tx, accountId)
  const own = rightsOf(await grantsOf(tx, { accountId, personId: by.personId }), tree, by.now)
  const plan = planFor({ address: by.address, given }, sender, {
    addressee: { personId: by.personId, isActive: true, isKnown: true, rights: own },
    isInvited: false,
    isProposed: false,
    needsTwo: takesTwoHere({ administrators, wantsTwo: account.twoForAdministrator }),
  })
  await settleInvitation(tx, invitation, { outcome: 'ACCEPTED', by: by.personId })
  if (plan.kind === 'PROPOSE') return propose(tx, by, invitation)
  const why = { invitationId: invitation.id }
  const gift = { accountId, personId: by.personId, given, by: invitation.invitedBy, tree, open, why }
  const afterwards = plan.kind === 'GIVE' ? await give(tx, gift) : undefined
  await afterwards?.()
  return done({ invitation, how: afterwards ? 'GIVEN' : 'HELD' })
}

async function propose(tx: Tx, by: Invited, invitation: Invitation): Promise<Outcome<Accepted, Refusal>> {
  const { accountId, invitedBy: proposedBy } = invitation
  const { endsAt } = invitation.given
  const { personId, now } = by
  const proposalId = await insertProposal(tx, { accountId, personId, endsAt, proposedBy, now })
  if (!proposalId) return done({ invitation, how: 'HELD' })
  await record(tx, {
    type: 'administrator.proposed',
    account: accountId,
    actor: proposedBy,
    subject: personId,
    facts: { proposalId, endsAt: endsAt?.toISOString() ?? null, invitationId: invitation.id },
  })
  return done({ invitation, how: 'PROPOSED' })
}

/** Says no to an invitation. */
export async function declineInvitation(
  tx: Tx,
  by: Invited,
  which: { readonly id: string },
): Promise<Outcome<Invitation, Refusal>> {
  const invitation = await lockFor(tx, by, which)
  if (!invitation) return refuse({ code: 'invitation-gone' })
  await settleInvitation(tx, invitation, { outcome: 'DECLINED', by: by.personId })
  const facts = { invitationId: invitation.id }
  const event = { type: 'member.invitation-declined', account: invitation.accountId, actor: null, facts }
  await record(tx, event, { quiet: true })
  return done(invitation)
}

// Only by whoever proved that address; for anybody else there is no such invitation.
async function lockFor(
  tx: Tx,
  { address, verified }: Invited,
  { id }: { readonly id: string },
): Promise<Invitation | undefined> {
  const invitation = await lockInvitation(tx, { accountId: null, id })
  if (!invitation || !verified) return undefined
  return hashOfAddress(invitation.address).equals(hashOfAddress(address)) ? invitation : undefined
}

type Which = { readonly accountId: AccountId; readonly id: string }

/** Takes an invitation back before it was accepted, for whoever could give what it offers. */
export async function withdrawInvitation(
  tx: Tx,
  decider: Decider,
  which: Which,
): Promise<Outcome<Invitation, Refusal>> {
  const invitation = await lockOwn(tx, decider, which)
  if (!invitation) return refuse({ code: 'invitation-gone' })
  await settleInvitation(tx, invitation, { outcome: 'WITHDRAWN', by: decider.personId })
  const facts = { invitationId: invitation.id }
  const event = {
    type: 'member.invitation-withdrawn',
    account: which.accountId,
    actor: decider.personId,
    facts,
  }
  await record(tx, event, { quiet: true })
  return done(invitation)
}

/** Mails an invitation once more; its time begins anew, and the link of the mail before ends. */
export async function inviteAgain(
  tx: Tx,
  decider: Decider,
  which: Which,
): Promise<Outcome<Invitation, Refusal>> {
  const invitation = await lockOwn(tx, decider, which)
  if (!invitation) return refuse({ code: 'invitation-gone' })
  const isSoon = decider.now.getTime() - invitation.lastMailedAt.getTime() < 86_400_000
  if (isSoon || invitation.mailed >= mostMails) return refuse({ code: 'invited-too-often' })
  await mailAgain(tx, invitation, decider.now)
  await record(tx, {
    type: 'member.invited',
    account: which.accountId,
    actor: decider.personId,
    facts: { ...factsOfGiven(invitation.given), invitationId: invitation.id, n: invitation.mailed + 1 },
  })
  return done(invitation)
}

async function lockOwn(tx: Tx, decider: Decider, which: Which): Promise<Invitation | undefined> {
  const invitation = await lockInvitation(tx, which)
  if (!invitation) return undefined
  const { accountId } = which
  const held = await holdGrantsOf(tx, { accountId, personId: decider.personId })
  const rights = rightsOf(held, await treeOf(tx, accountId), decider.now)
  return aboveOwn(invitation.given, { personId: decider.personId, rights }) ? undefined : invitation
}
