import { z } from 'zod'
import { done } from '../../kernel/outcome.ts'
import { apiQueuePath } from '../../paths/api.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterKey,
  cursorRefused,
  type Operation,
  pageFields,
  pageOf,
  reading,
} from '../../platform/api/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { pendingRequests, settledRequests } from '../inbox/inbox.query.ts'
import { readRequests } from '../requests.store.ts'
import { exampleRequest } from './example.ts'
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
      const paging = { cursors, bound }
      const after = afterKey(paging, cursor)
      if (after === undefined) return cursorRefused(caller)
      const filter = { person: caller.personId, account: null, seesAll: false, after, limit: pageSize + 1 }
      const rows =
        show === 'pending' ? await pendingRequests(db, filter, 'due') : await settledRequests(db, filter)
      const { rows: items, after: next } = pageOf<(typeof rows)[number]>(paging, rows, {
        size: pageSize,
        keys: ({ key, id }) => [key, id],
      })
      const requests = await readRequests(
        db,
        items.map(({ id }) => id),
      )
      return done({ body: { items: requests.map((request) => shown(request)), after: next } })
    },
  })
}
