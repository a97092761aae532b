import { z } from 'zod'
import type { CaseId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiAnswerCasePath,
  apiAssignCasePath,
  apiDeskPath,
  apiResolveCasePath,
} from '../../paths/support-cases.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterKey,
  cursorRefused,
  type Given,
  type Operation,
  pageFields,
  pageOf,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { assign } from '../assign/assign.ts'
import { answersCases, findCase } from '../case.store.ts'
import { causes } from '../domain/case.ts'
import { readCaseText } from '../domain/writing.ts'
import { deskCases, shownCases } from '../desk/desk.query.ts'
import { sayTextProblem } from '../refusal-answers.ts'
import { resolve } from '../resolve/resolve.ts'
import { write } from '../write/write.ts'
import { answered, notFound, textUnfit } from './answered.ts'
import {
  answerSchema,
  assignSchema,
  caseSchema,
  deskListSchema,
  exampleCase,
  resolvedAnswer,
} from './case.schema.ts'
import { shownCase } from './shown.ts'

const shared = {
  tag: 'Support desk',
  params: { id: 'The id of the case.' },
  scope: 'decisions:write',
  status: 200,
  versioned: false,
  answer: { description: 'The case as it is now.', schema: caseSchema, example: exampleCase },
} as const
const pageSize = 50
const query = z.strictObject({
  show: z.enum(shownCases).optional().meta({
    description:
      'Those that wait for support (open, the default), for others (waiting), your own (mine), or over.',
  }),
  cause: z.enum(causes).optional(),
  ...pageFields,
})

function listing({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof query>({
    id: 'listCasesAtDesk',
    tag: shared.tag,
    path: apiDeskPath.pattern,
    scope: 'requests:read',
    summary: 'List the cases of the support desk',
    description: 'For support agents: what is due first stands first, fifty at a time.',
    query,
    answer: {
      description: 'A page of cases.',
      schema: deskListSchema,
      example: { items: [{ ...exampleCase, assignedTo: null }], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, query: { show = 'open', cause = null, after: cursor } }) {
      if (!answersCases(caller)) return refuse(notFound)
      const { personId: person, now } = caller
      const paging = { cursors, bound: { person, filter: `api:desk:${show}:${cause ?? ''}`, now } }
      const after = afterKey(paging, cursor)
      if (after === undefined) return cursorRefused(caller)
      const rows = await deskCases(db, show, { agent: person, cause, after, limit: pageSize + 1 })
      const page = pageOf(paging, rows, { size: pageSize, keys: ({ key, id }) => [key, id] })
      const items = page.rows.map((one) => ({ ...shownCase(one), assignedTo: one.assignedTo }))
      return done({ body: { items, after: page.after } })
    },
  })
}

/** Does something with a case of others, as an agent. */
async function asAgent(
  tx: Tx,
  { caller, params }: { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> },
  act: (id: CaseId) => ReturnType<typeof assign>,
): Promise<Outcome<Given, Problem>> {
  const id = (params['id'] ?? '') as CaseId
  const one = await findCase(tx, caller, id)
  return one?.seat === 'SUPPORT' ? answered(tx, caller, await act(id)) : refuse(notFound)
}

const answering = writing<ApiCaller, typeof answerSchema>({
  ...shared,
  id: 'answerCase',
  path: apiAnswerCasePath.pattern,
  summary: 'Answer in a case, or note something',
  description:
    'As a support agent: to the requester, to the administrators of the account, or for other agents alone.',
  body: answerSchema,
  exampleBody: { room: 'REQUESTER', text: 'Who at Umbrella can speak for the company?', after: null },
  problems: [404, 409, 422],
  async run(tx, call) {
    const { caller, body } = call
    const text = readCaseText(body.text)
    if (!text.ok) return textUnfit(sayTextProblem(text.refusal, caller.reader))
    const { room, after = null, resolves = false } = body
    return asAgent(tx, call, async (id) => {
      const written = await write(tx, caller, id, { room, text: text.value, resolves, seen: after })
      return written.ok ? done(id) : written
    })
  },
})

const assigning = writing<ApiCaller, typeof assignSchema>({
  ...shared,
  id: 'assignCase',
  path: apiAssignCasePath.pattern,
  summary: 'Look after a case, or leave it to all again',
  description: 'As a support agent; refused when another one was faster.',
  body: assignSchema,
  exampleBody: { to: 'ME', from: null },
  problems: [404, 409, 422],
  run: (tx, call) => {
    const { to, from = null } = call.body
    const seen = from as PersonId | null
    return asAgent(tx, call, (id) => assign(tx, call.caller, id, { to: to === 'ME' ? 'me' : 'nobody', seen }))
  },
})

const resolving = writing<ApiCaller, z.ZodObject<Record<never, never>>>({
  ...shared,
  id: 'resolveCase',
  path: apiResolveCasePath.pattern,
  summary: 'Call a case resolved',
  description: 'As a support agent; the requester can take it up again for a week.',
  body: null,
  answer: resolvedAnswer,
  problems: [404, 409],
  run: (tx, call) => asAgent(tx, call, (id) => resolve(tx, call.caller, id)),
})

/** What support agents do with cases. */
export function deskOperations(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [listing(platform), answering, assigning, resolving]
}
