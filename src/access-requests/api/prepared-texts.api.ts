import { z } from 'zod'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiPreparedTextPath,
  apiPreparedTextsPath,
  apiRemovePreparedTextPath,
} from '../../paths/conversation.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Given, type Operation, type Problem, reading, writing } from '../../platform/api/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { administeredAccount } from '../administered-account.ts'
import { preparedTextsOf } from '../canned-reasons/prepared-texts.store.ts'
import {
  removePreparedText,
  type SaveRefusal,
  savePreparedText,
} from '../canned-reasons/save-prepared-text.ts'
import { purposes } from '../domain/prepared-text.ts'
import { words } from '../messages/index.ts'
import { notFound } from './problem.api.ts'

const tag = 'Prepared texts'
const inAccount = { identifier: 'The identifier of the account.' }
const ofText = { ...inAccount, id: 'The id of the text.' }
const nothing = z.strictObject({})

const version = z.strictObject({ title: z.string().max(400), text: z.string().max(4000) })
const wanted = {
  purpose: z
    .enum(purposes)
    .meta({ description: 'Where it is offered: for declining, or for asking a question.' }),
  en: version.meta({ description: 'In English; both parts empty when there is none.' }),
  fr: version.meta({ description: 'In French; both parts empty when there is none.' }),
}
const body = z.strictObject(wanted).meta({ id: 'WantedPreparedText' })
const textSchema = z.strictObject({ id: z.uuid(), ...wanted }).meta({ id: 'PreparedText' })
const listSchema = z.strictObject({ items: z.array(textSchema) }).meta({ id: 'PreparedTextList' })
const changedSchema = z.strictObject({ id: z.uuid() }).meta({ id: 'ChangedPreparedText' })

const exampleBody: z.input<typeof body> = {
  purpose: 'DECLINE',
  en: { title: 'Ask the Paris team', text: 'The Paris team runs this roll-out; please ask them.' },
  fr: { title: '', text: '' },
}
const id = '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f80'
const answer = { description: 'The text.', schema: changedSchema, example: { id } } as const
const pointers = {
  titleEn: '/en/title',
  textEn: '/en/text',
  titleFr: '/fr/title',
  textFr: '/fr/text',
} as const

function problemOf(refusal: SaveRefusal, { reader }: ApiCaller): Problem {
  const t = words.for(reader)
  if (refusal.code === 'not-found') return notFound
  if (refusal.code === 'too-many') {
    return { status: 409, code: 'too-many-texts', detail: t('prepared.full', { max: refusal.max }) }
  }
  const errors = Object.entries(refusal.problems).map(([field, problem]) => ({
    pointer: pointers[field as keyof typeof pointers],
    detail: t(`prepared.error.${problem}`),
  }))
  return { status: 422, code: 'unfit', errors }
}

const listing = reading<ApiCaller, typeof nothing>({
  id: 'listPreparedTexts',
  tag,
  path: apiPreparedTextsPath.pattern,
  params: inAccount,
  scope: 'requests:read',
  summary: 'List the prepared texts of an account',
  description:
    'What its deciders can start from when they decline or ask; forty at most, for its administrators.',
  query: nothing,
  answer: { description: 'The texts.', schema: listSchema, example: { items: [{ id, ...exampleBody }] } },
  problems: [404],
  async run(db, { caller, params }) {
    const seen = await administeredAccount(db, caller, params['identifier'] ?? '')
    return seen ? done({ body: { items: await preparedTextsOf(db, seen.account.id) } }) : refuse(notFound)
  },
})

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }

async function save(
  tx: Tx,
  { caller, params, body: typed }: Asked & { readonly body: z.output<typeof body> },
): Promise<Outcome<Given, Problem>> {
  const seen = await administeredAccount(tx, caller, params['identifier'] ?? '')
  if (!seen) return refuse(notFound)
  const accountId = seen.account.id
  const saved = await savePreparedText(tx, caller, { accountId, id: params['id'] ?? null }, typed)
  if (!saved.ok) return refuse(problemOf(saved.refusal, caller))
  return done({ body: { id: saved.value }, object: { accountId, id: saved.value } })
}

const shared = { tag, scope: 'decisions:write', versioned: false, answer } as const

/** The texts that an account keeps ready: the same use cases as the pages. */
export const preparing: readonly Operation<ApiCaller>[] = [
  listing,
  writing<ApiCaller, typeof body>({
    ...shared,
    id: 'createPreparedText',
    path: apiPreparedTextsPath.pattern,
    params: inAccount,
    summary: 'Keep a text ready',
    description: 'In one language or both; whoever reads what is sent gets it in theirs.',
    body,
    exampleBody,
    status: 201,
    problems: [404, 409, 422],
    run: save,
  }),
  writing<ApiCaller, typeof body>({
    ...shared,
    id: 'changePreparedText',
    path: apiPreparedTextPath.pattern,
    params: ofText,
    summary: 'Change a prepared text',
    description: 'Puts another in its place. What was sent with it stays as it is.',
    body,
    exampleBody,
    status: 200,
    problems: [404, 422],
    run: save,
  }),
  writing<ApiCaller, typeof nothing>({
    ...shared,
    id: 'removePreparedText',
    path: apiRemovePreparedTextPath.pattern,
    params: ofText,
    summary: 'Remove a prepared text',
    description: 'What was sent with it stays as it is.',
    body: null,
    status: 200,
    problems: [404],
    async run(tx, { caller, params }) {
      const seen = await administeredAccount(tx, caller, params['identifier'] ?? '')
      if (!seen) return refuse(notFound)
      const which = { accountId: seen.account.id, id: params['id'] ?? '' }
      const removed = await removePreparedText(tx, caller, which)
      return removed.ok
        ? done({ body: { id: which.id }, object: which })
        : refuse(problemOf(removed.refusal, caller))
    },
  }),
]
