import { createHash, randomBytes } from 'node:crypto'
import { type Rights, rightsOf } from '../../accounts/domain/rights.ts'
import { recorded } from '../../accounts/domain/roles.ts'
import { type Entry, entryOf, record } from '../../event-log/index.ts'
import {
  type AccountId,
  newId,
  type PersonId,
  type RequestId,
  type VirtualAccountId,
} from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import { type Database, type Tx, transact } from '../../platform/db/index.ts'
import { openCase } from '../../support-cases/index.ts'
import type { Submission } from '../domain/asking.ts'
import { submit as maySubmit } from '../domain/policy.ts'
import { bytesOfAReference, referenceFrom } from '../domain/reference.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { Ask } from '../domain/request.ts'
import { firstTimes, type Setting } from '../domain/schedule.ts'
import { clockColumns, written } from '../clocks.store.ts'
import { evidenceAbout } from '../escalate/evidence.query.ts'
import { profileOf, verifiedDomainsOf } from '../profile.ts'
import { askColumns, virtualAccountsOf } from '../requests.store.ts'
import { type RuledAsk, settleByRule, verdictOn } from '../rules/settle-by-rule.ts'
import { type Asking, readAsking } from './asking.query.ts'
import { type NewRequest, sendRequest } from './submit.store.ts'
import { askFrom, type WishForm } from './wish.ts'
import { wishedRole } from './wished-role.ts'

/** What somebody sends: for which account, what and why, and the key that names this form. */
export type Sending = {
  readonly identifier: string
  readonly wish: WishForm
  readonly key: string
  /** What a rule has declined and a person is to decide: no rule is asked again, and nobody waits for it. */
  readonly declinedByRule?: RequestId
  /** Who asked for it on the viewer's behalf, and stays its requester; the viewer confirms it. */
  readonly askedBy?: PersonId
}

/** A request that was sent; `repeated`: by the same form, before. */
export type Sent = { readonly id: RequestId; readonly repeated: boolean }

/** Why a request was not sent; `sent-before`: the same form went already, with other words. */
export type SubmitRefusal = Refusal | { readonly code: 'sent-before' }

/** What the policy asks about somebody who asks for an account. */
export function factsOf(viewer: Viewer, asking: Asking) {
  const { account, tree } = asking
  const domains = verifiedDomainsOf(viewer)
  const isOfTheHouse = domains.some((domain) => account?.verifiedDomains.includes(domain))
  return {
    addressIsVerified: viewer.verified,
    profile: profileOf(viewer),
    account,
    asker: { verifiedDomains: domains, isMember: asking.grants.length > 0, isInvited: false },
    block: asking.block,
    openRequest: asking.openRequest,
    openRequests: asking.openRequests,
    requestsToday: asking.requestsToday,
    openFromOutside: asking.openFromOutside,
    choosable: new Set([...(isOfTheHouse ? openPlaces(tree) : []), ...placesHeld(asking)]),
    declined: asking.declined,
    previousRequestId: asking.previous?.id ?? null,
    reachable: asking.approvers.filter(({ reachable }) => reachable).length,
  }
}

// What somebody holds they know, wherever they come from.
function placesHeld({ grants, tree }: Asking): VirtualAccountId[] {
  const held = new Set(grants.map(({ virtualAccountId }) => virtualAccountId))
  return tree.filter(({ id }) => held.has(id)).map(({ id }) => id)
}

// A place below a restricted one is as restricted.
function openPlaces(tree: Asking['tree']): VirtualAccountId[] {
  const restricted = new Set(tree.filter((place) => place.restricted).map(({ id }) => id))
  return tree.filter(({ path }) => !path.some((id) => restricted.has(id))).map(({ id }) => id)
}

/**
 * Sends a request for the viewer: one read, the policy, one statement. Where the account has rules they are asked, and what
 * they settle is never seen pending. When nobody who may decide is reachable it goes to the support desk at once, with a
 * case. The same form sent twice gives the same request. `lane` is for the read. In a transaction it is a part of it.
 */
export async function submit(
  db: Database,
  viewer: Viewer,
  sending: Sending,
  lane = db,
): Promise<Outcome<Sent, SubmitRefusal>> {
  const { wish, key, identifier } = sending
  const fingerprint = fingerprintOf(sending)
  const virtualAccountIds = virtualAccountsOf(wish.scope)
  const asking = await readAsking(lane, viewer, {
    identifier,
    virtualAccountIds,
    key,
    known: sending.declinedByRule !== undefined,
  })
  const before = sentBefore(asking, fingerprint)
  if (before) return before
  const { account, now } = asking
  if (account === null) return refuse({ code: 'not-found' })
  const held = rightsOf(asking.grants, { accountId: account.id, virtualAccounts: asking.tree }, now)
  const role = await wishedRole(lane, { account, grants: asking.grants }, wish.role)
  if (!role.ok) return role
  const ask = askFrom({ ...wish, role: role.value }, account.timeZone)
  const past = sending.declinedByRule
  const asked = factsOf(viewer, asking)
  const facts = past ? { ...asked, held, declined: [], previousRequestId: past } : { ...asked, held }
  const allowed = maySubmit({ ask, reason: wish.reason }, facts, now)
  if (!allowed.ok) return allowed
  const submission = allowed.value
  const keyed = { key, fingerprint, pastRules: past !== undefined }
  const make = (stage: Submission['stage']): Ready => ({
    ...newRequest({ viewer, sending, submission: { ...submission, stage }, account, now }),
    ...keyed,
  })
  const byRules = asking.hasRules && !past ? ruledAsk(viewer, sending, { asking, ask, held }) : undefined
  const sent = await send(db, { make, stage: submission.stage, byRules })
  return sent ? done({ id: sent, repeated: false }) : afterClash(db, viewer, sending)
}

function ruledAsk(
  viewer: Viewer,
  sending: Sending,
  { asking, ask, held }: { readonly asking: Asking; readonly ask: Ask; readonly held: Rights },
): RuledAsk {
  const people = peopleOf(viewer, sending)
  const deciders = asking.approvers.filter(({ personId }) => !people.includes(personId)).length
  return { viewer, people, ask, held, deciders, now: asking.now }
}

function peopleOf(viewer: Viewer, { askedBy }: Sending): PersonId[] {
  return askedBy === undefined ? [viewer.personId] : [viewer.personId, askedBy]
}

type Drafted = {
  readonly viewer: Viewer
  readonly sending: Sending
  readonly submission: Submission
  readonly account: NonNullable<Asking['account']>
  readonly now: Date
}

/** A request that is about to be written. */
export type Ready = NewRequest & Entry & { readonly request: RequestId }

function newRequest({
  viewer,
  sending: { askedBy },
  submission,
  account,
  now,
}: Drafted): Omit<Ready, 'key' | 'fingerprint' | 'pastRules'> {
  const id = newId<'access-request'>()
  const { ask, reason, stage, previousRequestId } = submission
  const columns = askColumns(ask)
  const profile = profileOf(viewer)
  const entry = entryOf(
    {
      type: 'access-request.submitted',
      account: account.id,
      actor: viewer.personId,
      request: id,
      facts: {
        version: 1,
        stage,
        scope: columns.scope,
        virtualAccountIds: columns.virtualAccounts,
        role: ask.role && recorded(ask.role),
        endsAt: ask.endsAt?.toISOString() ?? null,
        previousRequestId,
        ...(askedBy ? { requesterId: askedBy } : {}),
      },
    },
    { person: viewer.personId, content: { reason, named: columns.named, profile } },
  )
  return {
    ...entry,
    ...columns,
    ...clocksFor(stage, account.setting),
    request: id,
    reference: referenceFrom(randomBytes(bytesOfAReference)),
    requester: askedBy ?? viewer.personId,
    beneficiary: viewer.personId,
    stage,
    reason,
    profile: JSON.stringify(profile),
    previous: previousRequestId,
    submittedAt: now,
  }
}

function clocksFor(stage: Submission['stage'], setting: Setting) {
  const { columns, clocks } = written({ status: 'PENDING', stage, ...firstTimes(stage, setting) }, setting)
  return { ...columns, ...clockColumns(clocks) }
}

type Way = {
  readonly make: (stage: Submission['stage']) => Ready
  readonly stage: Submission['stage']
  /** What the account's rules go by; undefined where none is asked. */
  readonly byRules: RuledAsk | undefined
}

async function send(db: Database, { make, stage, byRules }: Way): Promise<RequestId | undefined> {
  const ready = make(stage)
  if (stage !== 'WITH_SUPPORT' && !byRules) {
    return (await sendRequest(db, ready)) ? ready.request : undefined
  }
  const sent = await transact(db, async (tx): Promise<Outcome<RequestId, 'clash' | 'nothing-to-give'>> => {
    const verdict = byRules && (await verdictOn(tx, ready.account as AccountId, byRules))
    if (verdict) return settleByRule(tx, make('WITH_ADMINS'), verdict)
    if (!(await sendRequest(tx, ready))) return refuse('clash')
    if (stage === 'WITH_SUPPORT') await routeToSupport(tx, ready)
    return done(ready.request)
  })
  if (sent.ok) return sent.value
  // Somebody gave it meanwhile: then a person looks at what is still asked.
  return sent.refusal === 'clash' ? undefined : send(db, { make, stage, byRules: undefined })
}

async function routeToSupport(tx: Tx, ready: Ready): Promise<void> {
  const accountId = ready.account as AccountId
  const about = { account: accountId, request: ready.request, facts: { version: 1 } }
  await record(tx, { type: 'access-request.routed-to-support', actor: null, ...about }, { quiet: true })
  const evidence = await evidenceAbout(tx, accountId, ready.request)
  const cause = 'NOBODY_REACHABLE'
  await openCase(tx, { accountId, requestId: ready.request, cause, by: null, evidence })
}

function sentBefore(
  { sentBefore: before }: Asking,
  fingerprint: Buffer,
): Outcome<Sent, SubmitRefusal> | undefined {
  if (!before) return undefined
  return before.fingerprint === fingerprint.toString('hex')
    ? done({ id: before.requestId, repeated: true })
    : refuse({ code: 'sent-before' })
}

// Somebody was faster: the same form pressed twice, another tab, or the account was closed meanwhile.
async function afterClash(
  db: Database,
  viewer: Viewer,
  sending: Sending,
): Promise<Outcome<Sent, SubmitRefusal>> {
  const { identifier, key } = sending
  const asking = await readAsking(db, viewer, { identifier, key })
  const before = sentBefore(asking, fingerprintOf(sending))
  if (before) return before
  const { openRequest } = asking
  return openRequest
    ? refuse({ code: 'duplicate-open-request', id: openRequest.id, reference: openRequest.reference })
    : refuse({ code: 'not-found' })
}

function fingerprintOf({ identifier, wish }: Sending): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([identifier, wish.scope, wish.role, wish.ends, wish.reason]))
    .digest()
}
