import { z } from 'zod'
import { shownRole } from '../../accounts/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiAnswerReviewPath,
  apiFinishReviewPath,
  apiReviewPath,
  apiReviewsPath,
} from '../../paths/reviews.ts'
import { type ApiCaller, nameOf } from '../../people/index.ts'
import {
  afterKey,
  cursorRefused,
  type Given,
  type Operation,
  pageOf,
  pageQuery,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { answerItems, type GivenAnswer } from '../answer/answer-items.ts'
import type { ReviewRefusal } from '../domain/refusals.ts'
import { finishReview } from '../finish/finish-review.ts'
import { words } from '../messages/index.ts'
import { currentReviews, type PastReview, pastReviews } from '../overview/overview.query.ts'
import { type Progress, progressOf } from '../progress.query.ts'
import { type ItemRow, itemsOf } from '../review/items.query.ts'
import type { StoredReview } from '../reviews.store.ts'
import { reviewIn, reviewingIn } from '../sight.ts'
import { notFound, problemOf } from './problem.api.ts'
import {
  answerSchema,
  exampleItem,
  exampleReview,
  finishedSchema,
  type itemSchema,
  reviewListSchema,
  reviewPageSchema,
  type reviewSchema,
  savedSchema,
} from './review.schema.ts'
import { starting } from './start.api.ts'

const pageSize = 50
const tag = 'Reviews'
const identifier = 'The identifier of the account.'
const params = { identifier, id: 'The id of the review.' }
const query = pageQuery
const refusedExample = {
  position: 7,
  code: 'answered-meanwhile',
  detail: 'Somebody else answered it meanwhile. Look at their answer first.',
}

type Named = Readonly<Record<string, string>>

function find(db: Database | Tx, caller: ApiCaller, named: Named) {
  return reviewIn(db, caller, { identifier: named['identifier'] ?? '', id: named['id'] ?? '' })
}

function sayRefused(
  caller: ApiCaller,
  refused: readonly { readonly position: number; readonly refusal: ReviewRefusal }[],
) {
  const t = words.for(caller.reader)
  return refused.map(({ position, refusal: { code } }) => ({ position, code, detail: t(`refused.${code}`) }))
}

/** What the API offers about reviews: the same use cases as the pages. */
export function operations({ cursors }: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [listing(cursors), readingOne(cursors), answering, finishing, ...starting]
}

function listing(cursors: Platform['cursors']): Operation<ApiCaller> {
  return reading<ApiCaller, typeof query>({
    id: 'listReviews',
    tag,
    params: { identifier },
    path: apiReviewsPath.pattern,
    scope: 'requests:read',
    summary: 'List the reviews of an account',
    description: 'The open reviews on the first page, then those that are closed, the newest first.',
    query,
    answer: {
      description: 'A page of reviews.',
      schema: reviewListSchema,
      example: { items: [exampleReview], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, params: named, query: { after: cursor } }) {
      const found = await reviewingIn(db, caller, named['identifier'] ?? '')
      if (!found) return refuse(notFound)
      const of = { account: found.seen.account.id, person: caller.personId, within: found.within }
      const bound = { person: caller.personId, filter: `api:reviews:${of.account}`, now: caller.now }
      const paging = { cursors, bound }
      const from = afterKey(paging, cursor)
      if (from === undefined) return cursorRefused(caller)
      const open = from === null ? await currentReviews(db, of) : []
      const past = await pastReviews(db, { ...of, after: from, limit: pageSize + 1 })
      const page = pageOf(paging, past, { size: pageSize, keys: ({ key, id }) => [key, id] })
      const items = [...open.map((review) => shown(review, review)), ...page.rows.map(closed)]
      return done({ body: { items, after: page.after } })
    },
  })
}

function closed(review: PastReview): z.input<typeof reviewSchema> {
  const total = Object.values(review.came).reduce((sum, n) => sum + n, 0)
  return shown(review, { total, answered: total, mine: 0 })
}

function readingOne(cursors: Platform['cursors']): Operation<ApiCaller> {
  return reading<ApiCaller, typeof query>({
    id: 'readReview',
    tag,
    params,
    path: apiReviewPath.pattern,
    scope: 'requests:read',
    summary: 'Read a review',
    description: 'How far it has come, and its grants by the names of their holders, fifty at a time.',
    query,
    answer: {
      description: 'The review with a page of its grants.',
      schema: reviewPageSchema,
      example: { review: exampleReview, items: [exampleItem], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, params: named, query: { after: cursor } }) {
      const found = await find(db, caller, named)
      if (!found) return refuse(notFound)
      const { review, within } = found
      const bound = { person: caller.personId, filter: `api:review:${review.id}`, now: caller.now }
      const from = cursor === undefined ? ['0'] : cursors.open(cursor, bound)
      if (!from) return cursorRefused(caller)
      const as = { personId: caller.personId, within }
      const what = { person: caller.personId, within, show: 'all', limit: pageSize + 1 } as const
      const progress = await progressOf(db, review, as)
      const rows = await itemsOf(db, review, { ...what, after: Number(from[0]) || 0 })
      const keys = ({ position }: ItemRow) => [String(position)]
      const page = pageOf({ cursors, bound }, rows, { size: pageSize, keys })
      const items = page.rows.map(itemShown)
      return done({ body: { review: shown(review, progress), items, after: page.after } })
    },
  })
}

const answering = writing<ApiCaller, typeof answerSchema>({
  id: 'answerReview',
  tag,
  params,
  path: apiAnswerReviewPath.pattern,
  scope: 'decisions:write',
  summary: 'Answer in a review',
  description:
    'Keeps, changes or removes, each grant for itself: one that is refused leaves the others as they were answered. Nothing takes effect before you finish.',
  body: answerSchema,
  exampleBody: { answers: [{ position: 1, version: 0, answer: 'KEEP' }] },
  status: 200,
  versioned: false,
  answer: {
    description: 'How many answers were saved, and which were not.',
    schema: savedSchema,
    example: { saved: 1, refused: [refusedExample] },
  },
  problems: [404, 409, 422],
  async run(tx, { caller, params: named, body }) {
    const found = await find(tx, caller, named)
    if (!found) return refuse(notFound)
    const which = { accountId: found.seen.account.id, id: found.review.id }
    const positions = body.answers.map(({ position }) => position)
    const what = { person: caller.personId, within: null, show: 'all', after: 0, only: positions } as const
    const rows = await itemsOf(tx, which, { ...what, limit: positions.length })
    const given = body.answers.map((one) => givenFrom(one, rows))
    const outcome = await answerItems(tx, caller, which, given)
    if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller))
    const { saved, refused } = outcome.value
    return done({ body: { saved, refused: sayRefused(caller, refused) }, object: which })
  },
})

type Sent = z.output<typeof answerSchema>['answers'][number]

function givenFrom({ position, version, answer, role, endsAt }: Sent, rows: readonly ItemRow[]): GivenAnswer {
  if (answer !== 'CHANGE') return { position, seen: version, answered: answer === null ? null : { answer } }
  const row = rows.find((one) => one.position === position)
  const end = endsAt === undefined ? (row?.endsAt ?? null) : endsAt === null ? null : new Date(endsAt)
  const to = { role: role ?? row?.role ?? 'VV', endsAt: end }
  return { position, seen: version, answered: { answer, to } }
}

const finishing = writing<ApiCaller, z.ZodObject<Record<never, never>>>({
  id: 'finishReview',
  tag,
  params,
  path: apiFinishReviewPath.pattern,
  scope: 'decisions:write',
  summary: 'Carry out what was answered',
  description:
    'Removals and changes that you may carry out take effect; when nothing waits for anybody any more, the review closes. Roles that administer something need your password typed within the last five minutes, which a token never has.',
  body: null,
  status: 200,
  versioned: false,
  answer: {
    description: 'What took effect, and what could not.',
    schema: finishedSchema,
    example: { removed: 2, changed: 1, closed: false, refused: [] },
  },
  problems: [403, 404, 409],
  async run(tx, { caller, params: named }): Promise<Outcome<Given, Problem>> {
    const found = await find(tx, caller, named)
    if (!found) return refuse(notFound)
    const which = { accountId: found.seen.account.id, id: found.review.id }
    const outcome = await finishReview(tx, caller, which)
    if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller))
    const { refused, ...came } = outcome.value
    return done({ body: { ...came, refused: sayRefused(caller, refused) }, object: which })
  },
})

function shown(
  review: StoredReview,
  progress: Pick<Progress, 'total' | 'answered' | 'mine'>,
): z.input<typeof reviewSchema> {
  const { id, status, selection, role, virtualAccountId, startedBy, opensAt, openedAt, closesAt, closedAt } =
    review
  return {
    id,
    status: status === 'OPEN' ? 'OPEN' : 'CLOSED',
    selection,
    role: role && shownRole(role),
    virtualAccountId,
    startedBy,
    openedAt: (openedAt ?? opensAt).toISOString(),
    closesAt: (closesAt ?? opensAt).toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    total: progress.total,
    answered: progress.answered,
    yours: progress.mine,
  }
}

function itemShown(row: ItemRow): z.input<typeof itemSchema> {
  const name = row.isErased ? '' : nameOf(row)
  return {
    position: row.position,
    grantId: row.grantId,
    person: { id: row.personId, name, address: row.isErased ? '' : row.address },
    role: shownRole(row.role),
    virtualAccountId: row.virtualAccountId,
    since: row.since.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
    outside: row.isOutside,
    isYours: row.isTheirs,
    answer: row.answer,
    answeredBy: row.answeredBy,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    toRole: row.toRole,
    toEndsAt: row.toEndsAt?.toISOString() ?? null,
    outcome: row.outcome,
    version: row.version,
  }
}
