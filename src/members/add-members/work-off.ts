import { isAdministratorRole } from '../../accounts/domain/roles.ts'
import { signInProblem } from '../../access-requests/domain/deciding.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { Refusal } from '../domain/refusals.ts'
import { addMembers, type PlannedLine } from './add-members.ts'
import { type Batch, batchLines, confirm, keepOutcomes, lockBatch } from './batches.store.ts'

/** So many lines are done in one step; a batch of no more is done when it is confirmed. */
export const linesAStep = 25

type By = Pick<Viewer, 'personId' | 'now' | 'reader'> & { readonly authenticatedAt: Date | null }
type Which = { readonly accountId: AccountId; readonly id: string }

/**
 * Starts what was shown line by line: a short batch is done at once, a long one step by step behind the pages. Pressed
 * twice it starts once.
 */
export async function confirmBatch(
  tx: Tx,
  by: By,
  which: Which,
  planned: readonly PlannedLine[],
): Promise<Outcome<Batch, Refusal>> {
  const batch = await lockBatch(tx, which)
  if (!batch || batch.madeBy !== by.personId) return refuse({ code: 'not-found' })
  if (batch.confirmedAt) return refuse({ code: 'already-started' })
  const isPowerful = planned.some(({ plan }) => 'given' in plan && isAdministratorRole(plan.given.role))
  if (isPowerful && signInProblem({ passwordTypedAt: by.authenticatedAt }, by.now))
    return refuse({ code: 'recent-sign-in-needed' })
  await confirm(tx, which, by.now)
  const confirmed = { ...batch, confirmedAt: by.now }
  if (batch.lines > linesAStep) {
    await next(tx, confirmed, 0)
    return done(confirmed)
  }
  const worked = await step(tx, confirmed, by)
  return worked.ok ? done(confirmed) : worked
}

/** Does the next lines of a batch that was confirmed, as whoever confirmed it, by what they may do now. */
export async function workOff(tx: Tx, which: Which, by: By): Promise<void> {
  const batch = await lockBatch(tx, which)
  if (!batch?.confirmedAt || batch.finishedAt) return
  await step(tx, batch, by)
  const after = batch.done + linesAStep
  if (after < batch.lines) await next(tx, batch, after)
}

async function step(tx: Tx, batch: Batch, by: By): Promise<Outcome<null, Refusal>> {
  const { accountId } = batch
  const lines = await batchLines(tx, batch, { after: batch.done, most: linesAStep })
  const added = await addMembers(tx, by, { accountId, lines, now: by.now, authenticated: true })
  if (!added.ok) return added
  const ns = lines.map(({ n }) => n)
  await keepOutcomes(tx, batch, { ns, outcomes: added.value, now: by.now })
  return done(null)
}

async function next(tx: Tx, batch: Batch, after: number): Promise<void> {
  const key = `${batch.id} ${after}`
  await enqueue(tx, { account: batch.accountId, kind: 'add-members', key })
}
