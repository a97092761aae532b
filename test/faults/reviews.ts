import { setTimeout as pause } from 'node:timers/promises'
import { type Decider, takeGrantBack } from '../../src/access-requests/index.ts'
import { giveGrants } from '../../src/accounts/index.ts'
import type { AccountId, GrantId, PersonId } from '../../src/kernel/id.ts'
import { done } from '../../src/kernel/outcome.ts'
import { transact } from '../../src/platform/db/index.ts'
import { answerItems } from '../../src/reviews/answer/answer-items.ts'
import type { Answer, ReviewId } from '../../src/reviews/domain/review.ts'
import { finishReview } from '../../src/reviews/finish/finish-review.ts'
import { startReview } from '../../src/reviews/start/start-review.ts'
import type { World } from '../world/world.ts'

/** What is at hand in every round. */
type Ground = {
  readonly w: World
  readonly accountId: AccountId
  readonly ana: PersonId
  readonly ben: PersonId
  readonly luc: PersonId
}

/** ACME with its two administrators, and Luc, whose role is reviewed round after round. */
export async function reviewGround(w: World): Promise<Ground> {
  const [row] = await w.owner<{ id: AccountId }>(`select id from accounts where identifier = 'acme.example'`)
  if (!row) throw new Error('no account')
  const [ana, ben, luc] = [await w.idOf('ana'), await w.idOf('ben'), await w.idOf('luc')]
  await w.owner(`update grants set revoked_at = app_now() where role = 'SU' and revoked_at is null`)
  return { w, accountId: row.id, ana, ben, luc }
}

const decider = (personId: PersonId): Decider => {
  const now = new Date()
  return { personId, isSupport: false, isOperator: false, authenticatedAt: now, now }
}

type Round = { readonly accountId: AccountId; readonly id: ReviewId; readonly grantId: GrantId }

/** Luc holds a role again, alone, and a review of that role is open. */
async function begin({ w, accountId, luc, ana }: Ground): Promise<Round> {
  await w.owner(`update reviews set status = 'CLOSED', closed_at = app_now(), closed_because = 'TIME'
    where status = 'OPEN'`)
  await w.owner(`update grants set revoked_at = app_now() where role = 'SU' and revoked_at is null`)
  const given = { role: 'SU', scope: { kind: 'ACCOUNT' }, endsAt: null } as const
  const from = { source: 'DIRECT', requestId: null, decisionId: null, by: ana } as const
  const gave = await transact(w.db, async (tx) =>
    done(await giveGrants(tx, { accountId, personId: luc, given, ...from })),
  )
  const started = await transact(w.db, (tx) =>
    startReview(tx, decider(ana), accountId, { kind: 'ROLE', role: 'SU' }),
  )
  const grantId = gave.ok ? gave.value[0] : undefined
  if (!started.ok || !grantId) throw new Error('no review')
  return { accountId, id: started.value, grantId }
}

function answer({ w }: Ground, round: Round, by: PersonId, how: Answer & ('KEEP' | 'REMOVE')) {
  const given = [{ position: 1, seen: 0, answered: { answer: how } }] as const
  return transact(w.db, (tx) => answerItems(tx, decider(by), round, given))
}

type After = {
  version: number
  answer: string | null
  outcome: string | null
  suspended: boolean
  ends: number
}
async function after({ w }: Ground, { id, grantId }: Round): Promise<After | undefined> {
  const [row] = await w.owner<After>(
    `select i.version, i.answer, i.outcome, g.suspended_at is not null as suspended,
       (select count(*)::int from events e where e.account_id = i.account_id and e.type = 'grant.revoked'
         and e.body::jsonb #>> '{facts,grantId}' = g.id::text) as ends
     from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
     where i.review_id = $1 and i.grant_id = $2`,
    [id, grantId],
  )
  return row
}

/** Two reviewers answer for the same person at once: one answer counts, and the other is told so. */
export async function answerTwice(ground: Ground, rounds: number): Promise<{ wrong: number }> {
  let wrong = 0
  for (let n = 0; n < rounds; n++) {
    const round = await begin(ground)
    const outcomes = await Promise.all([
      answer(ground, round, ground.ana, 'KEEP'),
      answer(ground, round, ground.ben, 'REMOVE'),
    ])
    const saved = outcomes.map((outcome) => (outcome.ok ? outcome.value.saved : 0))
    const told = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value.refused : []))
    const row = await after(ground, round)
    const isRight =
      saved.toSorted().join() === '0,1' &&
      told.map(({ refusal }) => refusal.code).join() === 'answered-meanwhile' &&
      row?.version === 1 &&
      row.answer === (saved[0] === 1 ? 'KEEP' : 'REMOVE')
    if (!isRight) wrong++
  }
  return { wrong }
}

/** A removal is carried out while somebody takes the same access back: it ends once. */
export async function finishWhileTakenBack(ground: Ground, rounds: number): Promise<{ wrong: number }> {
  let wrong = 0
  for (let n = 0; n < rounds; n++) {
    const round = await begin(ground)
    await answer(ground, round, ground.ana, 'REMOVE')
    const [finished, taken] = await Promise.all([
      transact(ground.w.db, (tx) => finishReview(tx, decider(ground.ana), round)),
      transact(ground.w.db, (tx) =>
        takeGrantBack(tx, decider(ground.ben), { accountId: round.accountId, id: round.grantId }),
      ),
    ])
    const row = await after(ground, round)
    const carried = finished.ok && finished.value.removed === 1
    if (row?.ends !== 1 || carried === taken.ok || !finished.ok || !finished.value.closed) wrong++
    if (row?.outcome !== (carried ? 'REMOVED' : 'OVER')) wrong++
  }
  return { wrong }
}

/** A review closes while somebody answers: what they kept is kept, or they are told that it is closed. */
export async function closeWhileAnswered(
  ground: Ground,
  rounds: number,
): Promise<{ wrong: number; kept: number }> {
  const { w } = ground
  let [wrong, kept] = [0, 0]
  for (let n = 0; n < rounds; n++) {
    const round = await begin(ground)
    await w.owner(
      `update clocks set due_at = app_now() - interval '3 minutes', noticed_at = app_now() - interval '2 minutes'
       where subject_id = $1 and kind = 'review.close'`,
      [round.id],
    )
    const late = pause(n % 4).then(() => answer(ground, round, ground.ben, 'KEEP'))
    await w.tick()
    const outcome = await late
    for (let looks = 0; looks < 200 && (await after(ground, round))?.outcome === null; looks++) await w.tick()
    const row = await after(ground, round)
    if (outcome.ok) kept++
    const isRight = outcome.ok
      ? row?.outcome === 'KEPT' && !row.suspended
      : outcome.refusal.code === 'review-closed' && row?.outcome === 'SUSPENDED' && row.suspended
    if (!isRight) wrong++
  }
  return { wrong, kept }
}
