import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Identifier } from '../accounts/domain/identifier.ts'
import { bytesOfAReference, referenceFrom } from '../access-requests/domain/reference.ts'
import type { Profile } from '../access-requests/domain/request.ts'
import { type AccountId, installation, newId, type PersonId } from '../kernel/id.ts'
import { setClocks } from '../platform/clocks/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { ProviderId } from '../people/domain/provider.ts'
import type {
  Application,
  ApplicationId,
  ApplicationProof,
  ApplicationStatus,
  Check,
} from './domain/application.ts'
import { clocksOf } from './domain/times.ts'

/** An application as it is stored. */
export type StoredApplication = Application & {
  readonly reference: string
  readonly name: string
  readonly reason: string
  /** Why a new one, although there are others like it. */
  readonly insists: string
  readonly profile: Profile
  readonly provedAt: Date | null
  readonly settledAt: Date | null
  readonly newAccountId: AccountId | null
  readonly now: Date
}

const columns = sql`
  a.id, a.reference, a.requester_id as "requesterId", a.whose, a.identifier, a.name, a.type, a.reason, a.insists,
  a.profile, a.nominee_address as "nomineeAddress", a.nominee_round as "nomineeRound",
  a.nominee_asked_at as "nomineeAskedAt", a.reminders, a.reminded_at as "remindedAt", a.status, a.action, a.checks,
  a.cleared_at as "clearedAt", a.proof, a.proved_at as "provedAt", a.version, a.submitted_at as "submittedAt",
  a.settled_at as "settledAt", a.new_account_id as "newAccountId", app_now() as now`

const byId = prepare<{ installation: string; id: string }, StoredApplication>(
  (p) => sql<StoredApplication>`
    select ${columns} from account_applications a
    where a.account_id = ${p.installation}::uuid and a.id = ${p.id}::uuid`,
)

/** The application with this id, whoever asks: show nothing of it before a rule has said that one may. */
export async function findApplication(
  db: Database | Tx,
  id: ApplicationId,
): Promise<StoredApplication | undefined> {
  return (await byId(db, { installation, id }))[0]
}

const lock = prepare<{ installation: string; id: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    select id from account_applications
    where account_id = ${p.installation}::uuid and id = ${p.id}::uuid for update`,
)

/** Locks an application until the transaction ends, and gives it as it is then. */
export async function lockApplication(tx: Tx, id: ApplicationId): Promise<StoredApplication | undefined> {
  const [found] = await lock(tx, { installation, id })
  return found && findApplication(tx, id)
}

/** What is asked for, as it is kept. */
export type Wanted = {
  readonly whose: 'OWN' | 'OTHER'
  readonly identifier: Identifier
  readonly name: string
  readonly type: 'CUSTOMER' | 'HOLDING' | 'LIMITED'
  readonly reason: string
  readonly nomineeAddress: string
  readonly insists: string
}

/** An application on its way into the database. */
export type NewApplication = Wanted & {
  readonly requesterId: PersonId
  readonly profile: Profile
  readonly checks: readonly Check[]
  readonly status: 'CHECKING' | 'AWAITING_NOMINEE'
  readonly now: Date
}

/** Writes an application and gives its id; undefined when the same person has an open one for the identifier. */
export async function insertApplication(tx: Tx, made: NewApplication): Promise<ApplicationId | undefined> {
  const id = newId<'application'>() as ApplicationId
  const reference = referenceFrom(randomBytes(bytesOfAReference)).replace(/^AR/, 'NA')
  const row = await tx
    .insertInto('account_applications')
    .values({
      account_id: installation,
      id,
      reference,
      requester_id: made.requesterId,
      whose: made.whose,
      identifier: made.identifier,
      name: made.name,
      type: made.type,
      reason: made.reason,
      insists: made.insists,
      profile: JSON.stringify(made.profile),
      nominee_address: made.nomineeAddress,
      nominee_asked_at: made.status === 'AWAITING_NOMINEE' ? made.now : null,
      status: made.status,
      checks: [...made.checks],
      submitted_at: made.now,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row && id
}

/** What changes with a step; the version counts each. */
export type Change = {
  readonly status?: ApplicationStatus
  readonly action?: 'OPERATOR' | 'NOMINEE' | null
  readonly checks?: readonly Check[]
  readonly clearedBy?: PersonId | null
  readonly proof?: ApplicationProof | null
  /** Whose word the proof is, when it is that of an identity provider. */
  readonly proofProvider?: ProviderId
  readonly wanted?: Wanted
  readonly profile?: Profile
  readonly nominee?: { readonly address: string; readonly whose: 'OWN' | 'OTHER' }
  readonly newAccountId?: AccountId
  readonly reminded?: boolean
}

const open: readonly ApplicationStatus[] = ['CHECKING', 'ACTION_NEEDED', 'AWAITING_NOMINEE']

/**
 * Writes a change of a locked application, sets its clocks anew, and gives it as it is then. Whoever is asked now, is
 * asked from now on.
 */
export async function changeApplication(
  tx: Tx,
  application: StoredApplication,
  change: Change,
): Promise<StoredApplication> {
  await tx
    .updateTable('account_applications')
    .set((row) => ({
      version: row('version', '+', 1),
      ...standColumns(application, change),
      ...provenColumns(change),
      ...askedColumns(change),
      ...(startsAnew(application, change)
        ? { nominee_round: row('nominee_round', '+', 1), reminders: 0, reminded_at: null }
        : {}),
      ...(change.reminded ? { reminders: row('reminders', '+', 1), reminded_at: now } : {}),
    }))
    .where('account_id', '=', installation)
    .where('id', '=', application.id)
    .execute()
  const changed = await findApplication(tx, application.id)
  if (!changed) throw new Error('An application that is locked is gone')
  await setApplicationClocks(tx, changed)
  return changed
}

const now = sql<Date>`app_now()`

// The nominee is asked from now on: it came to them, or to another one.
function asksAnew(application: StoredApplication, { status, nominee }: Change): boolean {
  const next = status ?? application.status
  return next === 'AWAITING_NOMINEE' && (application.status !== next || nominee !== undefined)
}

function startsAnew(application: StoredApplication, change: Change): boolean {
  return change.nominee !== undefined || change.wanted !== undefined || asksAnew(application, change)
}

function standColumns(application: StoredApplication, change: Change) {
  const { status = application.status, newAccountId } = change
  const isSettled = !open.includes(status) && status !== application.status
  return {
    status,
    action: status === 'ACTION_NEEDED' ? (change.action ?? application.action) : null,
    ...(isSettled ? { settled_at: now } : {}),
    ...(newAccountId ? { new_account_id: newAccountId } : {}),
    ...askedAtColumn(application, change),
  }
}

// Whoever is named anew has not been asked before they are.
function askedAtColumn(application: StoredApplication, change: Change) {
  if (asksAnew(application, change)) return { nominee_asked_at: now }
  return startsAnew(application, change) ? { nominee_asked_at: null } : {}
}

function provenColumns({ checks, clearedBy, proof, proofProvider }: Change) {
  return {
    ...(checks ? { checks: [...checks] } : {}),
    ...(clearedBy === undefined
      ? {}
      : { cleared_by: clearedBy, cleared_at: clearedBy === null ? null : now }),
    ...(proof === undefined
      ? {}
      : { proof, proved_at: proof === null ? null : now, proof_provider_id: proofProvider ?? null }),
  }
}

function askedColumns({ wanted, profile, nominee }: Change) {
  return {
    ...(wanted ? wantedColumns(wanted) : {}),
    ...(profile ? { profile: JSON.stringify(profile) } : {}),
    ...(nominee ? { nominee_address: nominee.address, whose: nominee.whose } : {}),
  }
}

function wantedColumns(wanted: Wanted) {
  return {
    whose: wanted.whose,
    identifier: wanted.identifier,
    name: wanted.name,
    type: wanted.type,
    reason: wanted.reason,
    insists: wanted.insists,
    nominee_address: wanted.nomineeAddress,
  }
}

/** Sets what happens to an application by itself. */
export async function setApplicationClocks(tx: Tx, application: StoredApplication): Promise<void> {
  await setClocks(tx, { account: installation, subject: application.id }, clocksOf(application))
}

export const stepKinds = [
  'SENT',
  'PROVEN',
  'PROOF_LOST',
  'CLEARED',
  'APPROVED',
  'ASKED',
  'RESUBMITTED',
  'NOMINATED',
  'REMINDED',
  'REMINDED_BY_CLOCK',
  'WARNED',
  'ACCEPTED',
  'REFUSED',
  'HELD',
  'DECLINED',
  'WITHDRAWN',
  'EXPIRED',
] as const
/** Something that happened to an application, as its page tells it. */
export type StepKind = (typeof stepKinds)[number]

const step = prepare<
  { installation: string; id: string; kind: string; person: string | null; note: string },
  never
>(
  (p) => sql<never>`
    insert into application_steps (account_id, application_id, n, kind, person_id, note)
    select ${p.installation}::uuid, ${p.id}::uuid, coalesce(max(s.n), 0) + 1, ${p.kind}, ${p.person}::uuid, ${p.note}
    from application_steps s
    where s.account_id = ${p.installation}::uuid and s.application_id = ${p.id}::uuid`,
)

/** Adds a step to the story of a locked application; `note` is what somebody wrote. */
export async function tellStep(
  tx: Tx,
  id: ApplicationId,
  told: { readonly kind: StepKind; readonly by: PersonId | null; readonly note?: string },
): Promise<void> {
  await step(tx, { installation, id, kind: told.kind, person: told.by, note: told.note ?? '' })
}

/** A step of the story. */
export type Step = { readonly kind: StepKind; readonly note: string; readonly at: Date }

const story = prepare<{ installation: string; id: string }, Step>(
  (p) => sql<Step>`
    select s.kind, s.note, s.at from application_steps s
    where s.account_id = ${p.installation}::uuid and s.application_id = ${p.id}::uuid order by s.n limit 200`,
)

/** What happened to an application, in order. */
export function storyOf(db: Database | Tx, id: ApplicationId): Promise<Step[]> {
  return story(db, { installation, id })
}
