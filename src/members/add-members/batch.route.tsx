import { Hono } from 'hono'
import { customRolesOf, type SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import { withQuery } from '../../paths/decisions.ts'
import { addUsersBatchPath } from '../../paths/members.ts'
import { askForPassword, frameOf, type Viewer } from '../../people/index.ts'
import { type Database, transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, fieldsOf, html, MalformedForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { answerTo } from '../refusal-answers.ts'
import { sayGrant } from '../say.ts'
import { placesSeen } from '../seeing.ts'
import { type PlannedLine, planLines, planningFor } from './add-members.ts'
import { changing } from './add-members.route.tsx'
import { BatchPage, type ShownLine } from './batch.page.tsx'
import { type Batch, type BatchLine, batchLines, countOutcomes, findBatch } from './batches.store.ts'
import { mostLines } from '../domain/sheet.ts'
import { confirmBatch } from './work-off.ts'

const linesAPage = 200

/** Many people at once: what becomes of each line, the press that starts it, how far it is. */
export function batchRoutes(platform: Platform): Hono<Env> {
  const { pattern } = addUsersBatchPath
  return new Hono<Env>()
    .get(
      pattern,
      changing(platform, (c, viewer, seen) => show(c, platform, { viewer, seen })),
    )
    .post(
      pattern,
      changing(platform, (c, viewer, seen) => start(c, platform, { viewer, seen })),
    )
}

type By = { readonly viewer: Viewer; readonly seen: SeenAccount }

// Whoever made it sees it, and nobody else.
async function batchIn(c: Ctx, db: Database, { viewer, seen }: By): Promise<Batch | undefined> {
  const id = c.req.param('id') ?? ''
  const batch = isId(id) ? await findBatch(db, { accountId: seen.account.id, id }) : undefined
  return batch?.madeBy === viewer.personId ? batch : undefined
}

type Planned = { readonly line: BatchLine; readonly planned: PlannedLine }

async function plannedOf(db: Database, batch: Batch, { viewer, seen }: By): Promise<Planned[]> {
  const lines = await batchLines(db, batch, { most: mostLines })
  const { tree, rights } = seen
  const planning = await planningFor(db, viewer, {
    accountId: batch.accountId,
    tree,
    rights,
    now: viewer.now,
    ownRoles: await customRolesOf(db, batch.accountId),
  })
  const planned = await planLines(db, lines, planning)
  return lines.map((line, index) => ({ line, planned: planned[index] as PlannedLine }))
}

async function show(
  c: Ctx,
  platform: Platform,
  by: By,
  { problem, status = 200 }: { problem?: string; status?: number } = {},
): Promise<Response> {
  const { db } = platform
  const batch = await batchIn(c, db, by)
  if (!batch) return c.notFound()
  const isOpen = batch.confirmedAt === null
  const all = await plannedOf(db, batch, by)
  const counts = isOpen ? countPlans(all) : await countOutcomes(db, batch)
  const onlyProblems = c.req.query('show') === 'problems'
  const after = Number(c.req.query('from') ?? 0) || 0
  const wanted = all.filter((one) => one.line.n > after && (!onlyProblems || isProblem(one, isOpen)))
  const shown = wanted.slice(0, linesAPage)
  const last = wanted.length > linesAPage ? shown.at(-1) : undefined
  const path = addUsersBatchPath.to(by.seen.account.identifier, batch.id)
  const next =
    last && withQuery(path, { show: onlyProblems ? 'problems' : undefined, from: String(last.line.n) })
  return html(
    c,
    <BatchPage
      frame={frameOf(c, platform, by.viewer)}
      seen={by.seen}
      batch={batch}
      lines={shown.map((one) => shownOf(one, by))}
      counts={counts}
      onlyProblems={onlyProblems}
      next={next}
      problem={problem}
    />,
    status as 200,
  )
}

function isProblem({ line, planned }: Planned, isOpen: boolean): boolean {
  return isOpen ? planned.plan.kind === 'PROBLEM' : (line.outcome ?? '').startsWith('PROBLEM')
}

const nothing = ['HELD', 'INVITED', 'PROPOSED']

function countPlans(all: readonly Planned[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { planned } of all) {
    const kind = nothing.includes(planned.plan.kind) ? 'NOTHING' : planned.plan.kind
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

// Of somebody whom the account does not know, nothing is said, whoever they are.
function shownOf({ line, planned }: Planned, { viewer, seen }: By): ShownLine {
  const within = placesSeen(seen)
  const { addressee, plan, read } = planned
  const held = addressee?.isKnown ? addressee.held : []
  const visible = held.filter(
    ({ virtualAccountId: id }) => within === null || (id !== null && within.includes(id)),
  )
  const holds = visible.map((grant) => sayGrant(viewer.reader, grant, seen.tree))
  return { line, holds, plan, given: read?.given ?? null }
}

async function start(c: Ctx, platform: Platform, by: By): Promise<Response> {
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const { db } = platform
  const batch = await batchIn(c, db, by)
  if (!batch) return c.notFound()
  const path = addUsersBatchPath.to(by.seen.account.identifier, batch.id)
  const planned = (await plannedOf(db, batch, by)).map((one) => one.planned)
  const outcome = await transact(db, (tx) => confirmBatch(tx, by.viewer, batch, planned))
  if (outcome.ok) {
    platform.wake()
    return seeOther(c, path)
  }
  const { refusal } = outcome
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, by.viewer)
  // Pressed twice: the page shows how far the first press has come.
  if (refusal.code === 'already-started') return seeOther(c, path)
  const { status, text } = answerTo(refusal, by.viewer.reader)
  return show(c, platform, by, { problem: text, status })
}
