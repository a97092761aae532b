import { z } from 'zod'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiSeveralPath } from '../../paths/on-behalf.ts'
import type { ApiCaller } from '../../people/index.ts'
import { apiWords, type Problem, sending } from '../../platform/api/index.ts'
import { askForSeveral, type OneOfSeveral } from '../ask-for-several/ask-for-several.ts'
import { identifiersIn, mostAtOnce } from '../ask-for-several/several.form.ts'
import { words } from '../messages/index.ts'
import { countLookUp } from '../submit/look-up.limit.ts'
import { exampleRequest } from './example.ts'
import { problemOf } from './problem.api.ts'
import { amendSchema } from './request.schema.ts'
import { tooMany } from './requests.api.ts'
import { wishOf } from './wish.ts'

const body = z
  .strictObject({
    accounts: z.array(z.string().min(1).max(400)).min(1).max(mostAtOnce).meta({
      description: 'Identifiers of accounts; each is asked once.',
    }),
    ...amendSchema.shape,
  })
  .meta({ id: 'NewAccessRequests' })

const outcomeSchema = z
  .strictObject({
    account: z.string().meta({ description: 'As you sent it.' }),
    requestId: z.uuid().nullable().meta({ description: 'The request that was sent.' }),
    problem: z
      .strictObject({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why none was.' }),
  })
  .meta({ id: 'OutcomeOfOne' })

const schema = z.strictObject({ items: z.array(outcomeSchema) }).meta({ id: 'OutcomesOfSeveral' })

const example: z.input<typeof schema> = {
  items: [
    { account: 'acme.example', requestId: exampleRequest.id, problem: null },
    {
      account: 'nobody.example',
      requestId: null,
      problem: { code: 'not-found', detail: 'There is no account of this name that you can ask for.' },
    },
  ],
}

type Refused = Extract<OneOfSeveral['outcome'], { ok: false }>['refusal']

function problemFrom(refusal: Refused, caller: ApiCaller): { code: string; detail: string } {
  const t = words.for(caller.reader)
  const { code } = refusal
  if (code === 'not-found') return { code, detail: t('several.unknown') }
  if (code === 'sent-before')
    return { code: 'key-used', detail: apiWords.for(caller.reader)('detail.key-used') }
  const { detail = '', ...problem } =
    code === 'too-many' ? tooMany(caller, refusal.seconds) : problemOf(refusal, caller)
  return { code: problem.code, detail }
}

/** Asking several accounts at once, each by itself. */
export const askingSeveral = sending<ApiCaller, typeof body>({
  id: 'submitSeveralRequests',
  tag: 'Requests',
  path: apiSeveralPath.pattern,
  scope: 'requests:write',
  summary: 'Ask for access to several accounts',
  description:
    'Sends a request to each account, with one wish for all. Each stands by itself: one that is refused stops no other, and is said in the answer. Sent again with the same Idempotency-Key it sends nothing twice.',
  body,
  exampleBody: { accounts: ['acme.example', 'nobody.example'], reason: exampleRequest.reason },
  status: 200,
  versioned: false,
  answer: { description: 'What became of each.', schema, example },
  problems: [422, 429],
  async send(db, call): Promise<Outcome<{ body: unknown; repeated: boolean }, Problem>> {
    const { caller, clientNetwork, idempotencyKey } = call
    const { accounts, ...wish } = call.body
    const identifiers = identifiersIn(accounts.join('\n'))
    for (const _ of identifiers) {
      const wait = await countLookUp(db, clientNetwork)
      if (wait > 0) return refuse(tooMany(caller, wait))
    }
    const key = `api:${idempotencyKey ?? crypto.randomUUID()}`
    const answers = await askForSeveral(db, caller, { identifiers, key, wish: wishOf(wish) })
    const items = answers.map(({ identifier, outcome }) => ({
      account: identifier,
      requestId: outcome.ok ? outcome.value.id : null,
      problem: outcome.ok ? null : problemFrom(outcome.refusal, caller),
    }))
    const sent = answers.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))
    return done({ body: { items }, repeated: sent.length > 0 && sent.every(({ repeated }) => repeated) })
  },
})
