import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiChangeNomineePath,
  apiRefuseNominationPath,
  apiRemindNomineePath,
} from '../../paths/new-accounts.ts'
import { type ApiCaller, readAddress } from '../../people/index.ts'
import { type Given, type Operation, type Problem, writing } from '../../platform/api/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { refuseForm } from '../application/application.form.ts'
import { sayStepRefusal } from '../application/say-refusal.ts'
import type { StepRefusal } from '../application/step-refusal.ts'
import type { ApplicationId } from '../domain/application.ts'
import { words } from '../messages/index.ts'
import { refuseNomination } from '../nominate/answer.ts'
import { changeNominee, remindNominee } from '../nominate/nominee.ts'
import { applicationSchema, exampleApplication } from './schema.ts'
import { given, notFound, seen } from './seen.ts'

const nothing = z.strictObject({})
const shared = {
  tag: 'New accounts',
  params: { id: 'The id of the request for a new account.' },
  scope: 'requests:write',
  status: 200,
  versioned: false,
} as const
const answer = {
  description: 'The request for a new account, as it stands then.',
  schema: applicationSchema,
  example: exampleApplication,
} as const

const nomineeBody = z.strictObject({
  nominee: z.string().max(300).meta({ description: 'The address of who is to administer the account.' }),
})
const refuseBody = z.strictObject({
  reason: z.string().max(4_000).meta({ description: 'What whoever asked reads, 10 to 1,000 characters.' }),
})
const refusedSchema = z.strictObject({ id: z.uuid() }).meta({ id: 'RefusedNomination' })

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }

function unfit(pointer: string, detail: string): Outcome<never, Problem> {
  return refuse({ status: 422, code: 'invalid', errors: [{ pointer, detail }] })
}

/** Takes a step about the application in the address, when the caller sees it. */
async function step(
  tx: Tx,
  { caller, params }: Asked,
  run: (id: ApplicationId) => Promise<Outcome<null, StepRefusal>>,
): Promise<Outcome<ApplicationId, Problem>> {
  const id = (params['id'] ?? '') as ApplicationId
  if (!isId(id) || !(await seen(tx, caller, id))) return refuse(notFound)
  const outcome = await run(id)
  if (outcome.ok) return done(id)
  const { refusal } = outcome
  if (refusal.code === 'not-found' || refusal.code === 'not-nominee') return refuse(notFound)
  return refuse({ status: 409, code: refusal.code, detail: sayStepRefusal(caller.reader, refusal) })
}

async function shownAfter(
  tx: Tx,
  caller: ApiCaller,
  taken: Outcome<ApplicationId, Problem>,
): Promise<Outcome<Given, Problem>> {
  return taken.ok ? done(await given(tx, caller, taken.value)) : taken
}

/** Who is to administer a new account: naming, reminding, and saying no. */
export const nominating: readonly Operation<ApiCaller>[] = [
  writing<ApiCaller, typeof nomineeBody>({
    ...shared,
    id: 'changeNominee',
    path: apiChangeNomineePath.pattern,
    summary: 'Name somebody else to administer a new account',
    description: 'In one that you sent, at any time; the link of the one before opens nothing any more.',
    body: nomineeBody,
    exampleBody: { nominee: 'nora@fresh.example' },
    answer,
    problems: [404, 409, 422],
    async run(tx, { body, ...asked }) {
      const { caller } = asked
      const address = readAddress(body.nominee)
      if (!address.ok) return unfit('/nominee', words.for(caller.reader)('application.error.nominee'))
      const named = { address: address.value }
      return shownAfter(
        tx,
        caller,
        await step(tx, asked, (id) => changeNominee(tx, caller, { id, ...named })),
      )
    },
  }),
  writing<ApiCaller, typeof nothing>({
    ...shared,
    id: 'remindNominee',
    path: apiRemindNomineePath.pattern,
    summary: 'Remind who is to administer a new account',
    description: 'In one that you sent, three times at most.',
    body: null,
    answer,
    problems: [404, 409],
    run: async (tx, asked) =>
      shownAfter(tx, asked.caller, await step(tx, asked, (id) => remindNominee(tx, asked.caller, id))),
  }),
  writing<ApiCaller, typeof refuseBody>({
    ...shared,
    id: 'refuseNomination',
    path: apiRefuseNominationPath.pattern,
    summary: 'Say no to administering a new account',
    description:
      'Whoever asked reads why and names somebody else. Saying yes is done on its page, where the agreements are read.',
    body: refuseBody,
    exampleBody: { reason: 'Our buyers should administer it, not me.' },
    answer: {
      description: 'The request, which is no longer yours to see.',
      schema: refusedSchema,
      example: { id: exampleApplication.id },
    },
    problems: [404, 409, 422],
    async run(tx, { body, ...asked }) {
      const read = refuseForm.safeParse(body)
      if (!read.success) return unfit('/reason', words.for(asked.caller.reader)('application.error.note'))
      const { reason } = read.data
      const taken = await step(tx, asked, (id) => refuseNomination(tx, asked.caller, { id, reason }))
      return taken.ok ? done({ body: { id: taken.value } }) : taken
    },
  }),
]
