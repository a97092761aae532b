import type { GrantedRole, NamedRole } from '../../accounts/domain/roles.ts'
import { choiceOf, readChoice } from '../../accounts/domain/roles.ts'
import { findGrant } from '../../accounts/index.ts'
import type { Decider } from '../../access-requests/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { scopeOf } from '../../members/domain/changing.ts'
import type { Refusal } from '../../members/domain/refusals.ts'
import { changeGrant, recordAttempt, removeMember } from '../../members/index.ts'
import { type Database, type Tx, transact } from '../../platform/db/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { chooseTags } from '../../tags/index.ts'
import { isAsSeen, type Problem } from '../domain/acts.ts'
import {
  changeSelection,
  findSelection,
  type Item,
  type KeptAct,
  lockSelection,
  openItems,
  type Selection,
  settleItem,
  type WhichSelection,
} from '../selections.store.ts'

/** The kind of the job that does the rest. */
export const severalUsersJob = 'several-users'
/** So many are done with the press; more of them behind the pages. */
export const mostAtOnce = 25
const secondsBeforeTheRest = 60

/** Why nothing was started. */
export type StartRefusal = { readonly code: 'not-found' | 'already-started' | 'nothing-to-do' }

/**
 * Starts what was planned, once. `isSure`: whoever starts it typed their password just now. The job that is enqueued
 * does what the press leaves undone.
 */
export async function startCarryingOut(
  tx: Tx,
  which: WhichSelection,
  { now, isSure }: { readonly now: Date; readonly isSure: boolean },
): Promise<Outcome<Selection, StartRefusal>> {
  const selection = await lockSelection(tx, which)
  if (!selection?.act) return refuse({ code: 'not-found' })
  if (selection.startedAt !== null) return refuse({ code: 'already-started' })
  const open = openItems(selection.items).length
  if (open === 0) return refuse({ code: 'nothing-to-do' })
  const started = { startedAt: now.toISOString(), isSure }
  await changeSelection(tx, which, started)
  const isShort = open <= mostAtOnce
  await enqueue(tx, {
    account: selection.accountId,
    kind: severalUsersJob,
    key: `${which.id} 0`,
    payload: { by: which.by, id: which.id, step: 0 },
    ...(isShort ? { runAt: new Date(now.getTime() + secondsBeforeTheRest * 1_000) } : {}),
  })
  return done({ ...selection, ...started })
}

/** Does the next ones that are open, each in a transaction of its own; gives how many are left. */
export async function carryOutSome(
  db: Database,
  decider: Decider,
  which: WhichSelection,
  most: number,
): Promise<number> {
  const selection = await findSelection(db, which)
  if (!selection || selection.startedAt === null) return 0
  const open = openItems(selection.items)
  for (const n of open.slice(0, most)) await carryOutOne(db, decider, which, n)
  return Math.max(0, open.length - most)
}

type Undone = { readonly code: Problem; readonly refusal?: Refusal }

async function carryOutOne(db: Database, decider: Decider, which: WhichSelection, n: number): Promise<void> {
  const outcome = await transact(db, async (tx) => {
    // Locked to its end, so that nobody does the same meanwhile.
    const selection = await lockSelection(tx, which)
    const item = selection?.items[n]
    if (!selection?.act || !item || item.outcome !== null) return done(null)
    const acted = await act(tx, decider, { selection, act: selection.act, item })
    if (!acted.ok) return acted
    await settleItem(tx, which, { n, outcome: 'DONE' })
    return done(null)
  })
  if (!outcome.ok) await leave(db, decider, { which, n, undone: outcome.refusal })
}

type Left = { readonly which: WhichSelection; readonly n: number; readonly undone: Undone }

async function leave(db: Database, decider: Decider, { which, n, undone }: Left): Promise<void> {
  const left = await transact(db, async (tx) => {
    const selection = await lockSelection(tx, which)
    if (selection?.items[n]?.outcome !== null) return done(null)
    await settleItem(tx, which, { n, outcome: undone.code })
    return done(selection.accountId)
  })
  const { refusal } = undone
  if (left.ok && left.value && refusal)
    await recordAttempt(db, { accountId: left.value, by: decider.personId, refusal })
}

type Doing = { readonly selection: Selection; readonly act: KeptAct; readonly item: Item }

function act(tx: Tx, decider: Decider, doing: Doing): Promise<Outcome<null, Undone>> {
  if (doing.act.kind === 'REMOVE') return remove(tx, decider, doing)
  if (doing.act.kind === 'TAG' || doing.act.kind === 'UNTAG') return tag(tx, decider, doing)
  return change(tx, decider, doing)
}

const refusedBy = (refusal: Refusal) => refuse({ code: refusal.code, refusal })

async function remove(
  tx: Tx,
  decider: Decider,
  { selection: { accountId }, item }: Doing,
): Promise<Outcome<null, Undone>> {
  const { personId } = item
  const removed = await removeMember(tx, decider, { accountId, personId })
  if (!removed.ok) return refusedBy(removed.refusal)
  const ended = removed.value.map(({ id }) => id)
  return isAsSeen(item.seen, ended) ? done(null) : refuse({ code: 'changed-meanwhile' })
}

async function change(
  tx: Tx,
  decider: Decider,
  { selection: { accountId }, act, item }: Doing,
): Promise<Outcome<null, Undone>> {
  const grant = item.grantId && (await findGrant(tx, { accountId, id: item.grantId }))
  if (!grant || act.kind === 'REMOVE' || act.kind === 'TAG' || act.kind === 'UNTAG')
    return refuse({ code: 'grant-already-over' })
  const to = {
    role: act.kind === 'ROLE' ? (readChoice(act.to) as NamedRole) : named(grant.role),
    scope: scopeOf(grant),
    endsAt: act.kind === 'ROLE' ? grant.endsAt : act.kind === 'END' ? new Date(act.endsAt) : null,
  }
  const changed = await changeGrant(tx, decider, { accountId, id: grant.id, to })
  return changed.ok ? done(null) : refusedBy(changed.refusal)
}

const named = (role: GrantedRole) => readChoice(choiceOf(role)) as NamedRole

async function tag(
  tx: Tx,
  decider: Decider,
  { selection: { accountId }, act, item }: Doing,
): Promise<Outcome<null, Undone>> {
  if (act.kind !== 'TAG' && act.kind !== 'UNTAG') return refuse({ code: 'tag-gone' })
  const ids = [act.tag]
  const tags = act.kind === 'TAG' ? { before: [], chosen: ids } : { before: ids, chosen: [] }
  const carrier = { person: item.personId }
  const chosen = await chooseTags(tx, decider, { accountId, carrier, ...tags, name: '' })
  if (chosen.ok) return done(null)
  return refuse({ code: chosen.refusal.code === 'not-found' ? 'tag-gone' : 'not-yours' })
}
