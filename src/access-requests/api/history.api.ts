import { z } from 'zod'
import { heldRoleSchema, shownRole } from '../../accounts/index.ts'
import type { RequestId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { apiHistoryPath } from '../../paths/api.ts'
import { type ApiCaller, nameOf } from '../../people/index.ts'
import { reading } from '../../platform/api/index.ts'
import { declineCodes } from '../domain/request.ts'
import { fullName } from '../profile.ts'
import { isByOffice, keepLook } from '../request/look.ts'
import { type Happened, readStory, seesBehind, type Story } from '../request/request.query.ts'
import { toldOf } from '../request/story.tsx'
import { approversOf, findRequest, type SeenRequest } from '../requests.store.ts'
import { shownDeciders } from '../submit/deciders.ts'
import { notFound } from './problem.api.ts'

const instant = z.iso.datetime({ offset: true })
const nothing = z.strictObject({})

const stepSchema = z.strictObject({
  type: z.string().meta({ description: 'What happened, such as access-request.declined.' }),
  at: instant,
  by: z
    .strictObject({ name: z.string().nullable(), isYou: z.boolean() })
    .nullable()
    .meta({ description: 'Null: a rule, a clock or the portal. A name only where the account shows names.' }),
  byRule: z.boolean(),
  text: z.string().meta({ description: 'What was written with a decision, for the requester.' }),
  code: z.enum(declineCodes).nullable().meta({ description: 'Why it was declined.' }),
  role: heldRoleSchema.nullable().meta({ description: 'What an approval gave.' }),
  virtualAccountIds: z.array(z.uuid()),
  endsAt: instant.nullable(),
})

const historySchema = z
  .strictObject({
    waitsFor: z
      .strictObject({
        administrators: z.int().min(0),
        names: z
          .array(z.string())
          .nullable()
          .meta({ description: 'Null where the account does not show them.' }),
      })
      .nullable()
      .meta({ description: 'Who can decide it now; null when it is settled.' }),
    items: z.array(stepSchema).meta({ description: 'The oldest first.' }),
  })
  .meta({ id: 'RequestHistory' })

const example: z.input<typeof historySchema> = {
  waitsFor: null,
  items: [
    {
      type: 'access-request.submitted',
      at: '2026-11-23T09:00:00.000Z',
      by: { name: 'Raul Ortega', isYou: true },
      byRule: false,
      text: '',
      code: null,
      role: null,
      virtualAccountIds: [],
      endsAt: null,
    },
    {
      type: 'access-request.approved',
      at: '2026-11-24T10:00:00.000Z',
      by: { name: 'Ana Costa', isYou: false },
      byRule: false,
      text: '',
      code: null,
      role: 'SU',
      virtualAccountIds: [],
      endsAt: null,
    },
  ],
}

type Telling = { readonly request: SeenRequest; readonly story: Story; readonly behind: boolean }

function byOf({ actor, name }: Happened, { personId }: ApiCaller, { request, behind }: Telling) {
  if (actor === null) return null
  const isShown = behind || request.showAdministrators === 'NAMES'
  const known = name && isShown ? nameOf(name) : null
  return {
    name: actor === request.requesterId ? fullName(request.profile) : known,
    isYou: actor === personId,
  }
}

const textIn = (fact: unknown) => (typeof fact === 'string' ? fact : null)

function shown(happened: Happened, caller: ApiCaller, telling: Telling): z.output<typeof stepSchema> {
  const { type, at, facts } = happened
  return {
    type,
    at: at.toISOString(),
    by: byOf(happened, caller, telling),
    byRule: typeof facts['ruleId'] === 'string',
    ...decidedIn(happened, telling.story),
  }
}

const decisions: readonly string[] = ['access-request.approved', 'access-request.declined']

function decidedIn({ type, facts }: Happened, story: Story) {
  const nothingGiven = { text: '', code: null, role: null, virtualAccountIds: [], endsAt: null }
  const decided = story.notes.get(String(facts['decisionId']))
  if (!decided || !decisions.includes(type)) return nothingGiven
  return {
    text: decided.note,
    code: declineCodes.find((one) => one === facts['code']) ?? null,
    role: decided.role && shownRole(decided.role),
    virtualAccountIds: (facts['virtualAccountIds'] ?? []) as string[],
    endsAt: textIn(facts['endsAt']),
  }
}

const openOnes: readonly string[] = ['PENDING', 'INFO_REQUESTED']

/** What happened to a request, as its page tells it. */
export const history = reading<ApiCaller, typeof nothing>({
  id: 'readHistory',
  tag: 'Requests',
  path: apiHistoryPath.pattern,
  params: { id: 'The id of the request.' },
  scope: 'requests:read',
  summary: 'Read what happened to a request',
  description:
    'Every step that its page tells you, with the reason of a decline and what an approval gave, and who can decide it now.',
  query: nothing,
  answer: { description: 'The history.', schema: historySchema, example },
  problems: [404],
  async run(db, { caller, params, isGuess }) {
    const request = await findRequest(db, caller, params['id'] as RequestId)
    if (!request || (isByOffice(request) && isGuess)) return refuse(notFound)
    if (isByOffice(request)) await keepLook(db, caller, request)
    const behind = seesBehind(caller, request)
    const story = await readStory(db, caller, request)
    const approvers = await approversOf(db, { ...request, scope: request.ask.scope })
    const deciders = shownDeciders(approvers, behind ? 'NAMES' : request.showAdministrators)
    const waitsFor = { administrators: deciders.count, names: deciders.names && [...deciders.names] }
    const telling = { request, story, behind }
    const items = toldOf({ story, seesBehind: behind }).map((one) => shown(one, caller, telling))
    return done({ body: { waitsFor: openOnes.includes(request.status) ? waitsFor : null, items } })
  },
})
