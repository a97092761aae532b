import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { apiQueuePath } from '../../paths/api.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Operation, reading } from '../../platform/api/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { pendingRequests, settledRequests } from '../inbox/inbox.query.ts'
import { readRequests } from '../requests.store.ts'
import { exampleRequest } from './example.ts'
import { cursorRefused, pageFields } from './list.ts'
import { requestListSchema } from './request.schema.ts'
import { shown } from './shown.ts'

const pageSize = 50
const query = z.strictObject({
  show: z.enum(['pending', 'settled']).optional().meta({
    description: 'What waits for you, due first standing first, unless you ask for what is settled.',
  }),
  after: pageFields.after,
})

/** The requests that one decides, over all accounts. */
export function queue({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof query>({
    id: 'listQueue',
    tag: 'Decisions',
    path: apiQueuePath.pattern,
    scope: 'requests:read',
    summary: 'List the requests that wait for you',
    description: 'Requests that you may decide now, over all accounts, fifty at a time.',
    query,
    answer: {
      description: 'A page of the queue.',
      schema: requestListSchema,
      example: { items: [exampleRequest], after: null },
    },
    problems: [422],
    async run(db, { caller, query: { show = 'pending', after: cursor } }) {
      const bound = { person: caller.personId, filter: `api:queue:${show}`, now: caller.now }
      const after = cursor === undefined ? null : keysOf(cursors.open(cursor, bound))
      if (after === undefined) return cursorRefused(caller)
      const filter = { person: caller.personId, account: null, seesAll: false, after, limit: pageSize + 1 }
      const rows =
        show === 'pending' ? await pendingRequests(db, filter, 'due') : await settledRequests(db, filter)
      const items = rows.slice(0, pageSize)
      const last = rows.length > pageSize ? items.at(-1) : undefined
      const next = last ? cursors.seal([last.key, last.id], bound) : null
      const requests = await readRequests(
        db,
        items.map(({ id }) => id),
      )
      return done({ body: { items: requests.map((request) => shown(request)), after: next } })
    },
  })
}

function keysOf(keys: readonly string[] | undefined): readonly [string, string] | undefined {
  const [at, id] = keys ?? []
  return at !== undefined && id !== undefined && isId(id) ? [at, id] : undefined
}
