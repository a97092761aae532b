import { sql } from 'kysely'
import { type AccountId, newId, type PersonId, type RequestId } from '../kernel/id.ts'
import type { Viewer } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'
import type { Claim, Side } from './domain/conversation.ts'
import type { Status } from './domain/request.ts'
import { findRequest, type Guard, lockRequest, type SeenRequest } from './requests.store.ts'

/** Which request is talked about. */
export type Which = { readonly accountId: AccountId; readonly id: RequestId }
type Keys = { account: string; request: string }

const keysOf = ({ accountId, id }: Which): Keys => ({ account: accountId, request: id })

/**
 * Locks a request that the viewer may see until the transaction ends, and gives it as it is then, with what the viewer
 * is to it then; undefined when they may not see it.
 */
export async function lockSeen(tx: Tx, viewer: Viewer, id: RequestId): Promise<SeenRequest | undefined> {
  const found = await findRequest(tx, viewer, id)
  if (!found) return undefined
  await lockRequest(tx, found.accountId, id)
  return findRequest(tx, viewer, id)
}

/** How often was asked, and the number of the question that waits. */
export type Rounds = { readonly asked: number; readonly waiting: number | null }

const rounds = prepare<Keys, Rounds>(
  (p) => sql<Rounds>`
    select count(*)::int as asked, max(q.n) filter (where q.answered_at is null) as waiting from questions q
    where q.account_id = ${p.account}::uuid and q.request_id = ${p.request}::uuid`,
)

/** What was asked about a request so far. */
export async function roundsOf(tx: Tx, which: Which): Promise<Rounds> {
  const [row] = await rounds(tx, keysOf(which))
  return row ?? { asked: 0, waiting: null }
}

const turn = prepare<Keys & { version: number; from: Status; to: Status }, { version: number }>(
  (p) => sql<{ version: number }>`
    update access_requests set status = ${p.to}, version = version + 1, status_changes = status_changes + 1
    where account_id = ${p.account}::uuid and id = ${p.request}::uuid
      and status = ${p.from} and version = ${p.version}::int
    returning version`,
)

/** Turns an open request from waiting for the one side to waiting for the other; undefined when it moved on. */
async function turnTo(tx: Tx, guard: Guard, to: 'PENDING' | 'INFO_REQUESTED'): Promise<number | undefined> {
  const from = to === 'PENDING' ? 'INFO_REQUESTED' : 'PENDING'
  const [row] = await turn(tx, { ...keysOf(guard), version: guard.version, from, to })
  return row?.version
}

/** Writes a question and lets the request wait for its answer; gives the new version, undefined when it moved on. */
export async function writeQuestion(
  tx: Tx,
  guard: Guard,
  question: { readonly n: number; readonly by: PersonId; readonly text: string },
): Promise<number | undefined> {
  const version = await turnTo(tx, guard, 'INFO_REQUESTED')
  if (version === undefined) return undefined
  await tx
    .insertInto('questions')
    .values({
      account_id: guard.accountId,
      request_id: guard.id,
      n: question.n,
      asked_by: question.by,
      text: question.text,
    })
    .execute()
  return version
}

const fill = prepare<Keys & { n: number; by: string; text: string }, never>(
  (p) => sql<never>`
    update questions set answer = ${p.text}, answered_by = ${p.by}::uuid, answered_at = app_now()
    where account_id = ${p.account}::uuid and request_id = ${p.request}::uuid and n = ${p.n}::int
      and answered_at is null`,
)

/** Writes the answer and lets the request wait for a decision again; gives the new version, undefined when it moved on. */
export async function writeAnswer(
  tx: Tx,
  guard: Guard,
  answer: { readonly n: number; readonly by: PersonId; readonly text: string },
): Promise<number | undefined> {
  const version = await turnTo(tx, guard, 'PENDING')
  if (version !== undefined) await fill(tx, { ...keysOf(guard), ...answer })
  return version
}

const counts = prepare<Keys, { side: Side; n: number }>(
  (p) => sql<{ side: Side; n: number }>`
    select c.side, max(c.n) as n from comments c
    where c.account_id = ${p.account}::uuid and c.request_id = ${p.request}::uuid group by c.side`,
)

/** How many comments each side has written. */
export async function commentCounts(tx: Tx, which: Which): Promise<Readonly<Record<Side, number>>> {
  const rows = await counts(tx, keysOf(which))
  return {
    REQUESTER: 0,
    ACCOUNT: 0,
    SUPPORT: 0,
    ...Object.fromEntries(rows.map(({ side, n }) => [side, n])),
  }
}

/** Writes a comment. */
export async function writeComment(
  tx: Tx,
  which: Which,
  comment: {
    readonly id: string
    readonly side: Side
    readonly n: number
    readonly by: PersonId
    readonly text: string
  },
): Promise<void> {
  await tx
    .insertInto('comments')
    .values({
      account_id: which.accountId,
      id: comment.id,
      request_id: which.id,
      side: comment.side,
      n: comment.n,
      written_by: comment.by,
      text: comment.text,
    })
    .execute()
}

const lately = prepare<Keys & { by: string; text: string }, { found: boolean }>(
  (p) => sql<{ found: boolean }>`
    select exists (
      select from comments c
      where c.account_id = ${p.account}::uuid and c.request_id = ${p.request}::uuid
        and c.written_by = ${p.by}::uuid and c.text = ${p.text}
        and c.written_at > app_now() - interval '1 minute') as found`,
)

/** Whether somebody said the very same within the last minute. */
export async function saidLately(
  tx: Tx,
  which: Which,
  said: { readonly by: PersonId; readonly text: string },
): Promise<boolean> {
  return (await lately(tx, { ...keysOf(which), ...said }))[0]?.found ?? false
}

const gather = prepare<Keys & { id: string; key: string; minutes: number }, never>(
  (p) => sql<never>`
    insert into jobs (account_id, id, kind, key, run_at)
    values (${p.account}::uuid, ${p.id}::uuid, 'tell-comments', ${p.key},
      app_now() + make_interval(mins => ${p.minutes}::int))
    on conflict (account_id, kind, key) do update set run_at = jobs.run_at`,
)

/**
 * Sees to it that what a side has said is mailed so many minutes after the first of it. A job that waits already is
 * held until this transaction ends, so that it does not run without seeing what is written here.
 */
export async function tellLater(tx: Tx, which: Which, side: Side, minutes: number): Promise<void> {
  const key = `${which.id} ${side}`
  await gather(tx, { ...keysOf(which), id: newId(), key, minutes })
}

const toTell = prepare<Keys & { side: Side }, { first: number | null; last: number | null }>(
  (p) => sql<{ first: number | null; last: number | null }>`
    with told as (
      update comments set told_at = app_now()
      where account_id = ${p.account}::uuid and request_id = ${p.request}::uuid and side = ${p.side}
        and told_at is null
      returning n
    )
    select min(n) as first, max(n) as last from told`,
)

/** Takes the comments of a side of which nobody was told by mail, as told; undefined when there is none. */
export async function takeUntold(
  tx: Tx,
  which: Which,
  side: Side,
): Promise<{ first: number; last: number } | undefined> {
  const [row] = await toTell(tx, { ...keysOf(which), side })
  return row && row.first !== null && row.last !== null ? { first: row.first, last: row.last } : undefined
}

const held = prepare<Keys, Claim>(
  (p) => sql<Claim>`
    select person_id as by, claimed_at as at, until from request_claims
    where account_id = ${p.account}::uuid and request_id = ${p.request}::uuid`,
)

/** Who said last that they are looking at a request, lapsed or not. */
export async function claimOn(tx: Tx, which: Which): Promise<Claim | null> {
  return (await held(tx, keysOf(which)))[0] ?? null
}

const take = prepare<Keys & { by: string; at: Date; until: Date }, never>(
  (p) => sql<never>`
    insert into request_claims (account_id, request_id, person_id, claimed_at, until)
    values (${p.account}::uuid, ${p.request}::uuid, ${p.by}::uuid, ${p.at}::timestamptz, ${p.until}::timestamptz)
    on conflict (account_id, request_id) do update
      set person_id = excluded.person_id, claimed_at = excluded.claimed_at, until = excluded.until`,
)

/** Writes who is looking at a request. */
export async function writeClaim(tx: Tx, which: Which, claim: Claim): Promise<void> {
  await take(tx, { ...keysOf(which), by: claim.by, at: claim.at, until: claim.until })
}

const letGo = prepare<Keys & { by: string }, { found: boolean }>(
  (p) => sql<{ found: boolean }>`
    delete from request_claims
    where account_id = ${p.account}::uuid and request_id = ${p.request}::uuid and person_id = ${p.by}::uuid
      and until > app_now()
    returning true as found`,
)

/** Ends somebody's own claim; false when there was none. */
export async function dropClaim(tx: Tx, which: Which, by: PersonId): Promise<boolean> {
  return (await letGo(tx, { ...keysOf(which), by })).length === 1
}
