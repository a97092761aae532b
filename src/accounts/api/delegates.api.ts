import { z } from 'zod'
import { readIdentifier } from '../domain/identifier.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiDelegatesPath, apiStopStandingInPath } from '../../paths/api.ts'
import { type ApiCaller, nameOf } from '../../people/index.ts'
import { type Given, type Operation, type Problem, reading, writing } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { findAccount } from '../accounts.store.ts'
import { chooseDelegate, type ChooseRefusal, endDelegation } from '../delegates/choose-delegate.ts'
import { type Deciding, decidingIn } from '../delegates/delegates.query.ts'
import { type StandingIn, standingInFor } from '../delegates/delegates.store.ts'
import { words } from '../messages/index.ts'

const nothing = z.strictObject({})
const person = z.strictObject({ personId: z.uuid(), name: z.string(), address: z.string() })

const delegatesSchema = z
  .strictObject({
    deciding: z
      .array(
        z.strictObject({
          account: z.string(),
          chosen: z.uuid().nullable().meta({ description: 'Who stands in for you there.' }),
          possible: z.array(person).meta({ description: 'Whom you could choose.' }),
        }),
      )
      .meta({ description: 'The accounts in which you decide, 50 at most.' }),
    standingIn: z
      .array(
        z.strictObject({
          account: z.string(),
          ...person.shape,
          awayUntil: z.iso
            .datetime({ offset: true })
            .nullable()
            .meta({ description: 'Null while they are there.' }),
        }),
      )
      .meta({ description: 'For whom you stand in.' }),
  })
  .meta({ id: 'Delegates' })

const example: z.input<typeof delegatesSchema> = {
  deciding: [
    {
      account: 'acme.example',
      chosen: null,
      possible: [
        {
          personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f79',
          name: 'Ben Okafor',
          address: 'ben@acme.example',
        },
      ],
    },
  ],
  standingIn: [],
}

const chooseBody = z.strictObject({
  account: z.string().min(1).max(2048).meta({ description: 'The identifier of the account.' }),
  personId: z.uuid().nullable().meta({ description: 'Null: nobody any more.' }),
})
const stopBody = z.strictObject({
  account: z.string().min(1).max(2048).meta({ description: 'The identifier of the account.' }),
  personId: z.uuid().meta({ description: 'For whom you no longer stand in.' }),
})

const shownDeciding = ({ identifier, chosen, possible }: Deciding) => ({
  account: identifier,
  chosen,
  possible: possible.map((one) => ({ personId: one.personId, name: nameOf(one), address: one.address })),
})
const shownStandingIn = (one: StandingIn) => ({
  account: one.identifier,
  personId: one.personId,
  name: nameOf(one),
  address: one.address,
  awayUntil: one.awayUntil?.toISOString() ?? null,
})

async function shown(db: Database, { personId, now }: ApiCaller): Promise<Given> {
  const deciding = await decidingIn(db, personId, now)
  const standingIn = await standingInFor(db, personId)
  return {
    body: { deciding: deciding.map(shownDeciding), standingIn: standingIn.map(shownStandingIn) },
  }
}

const notFound: Problem = { status: 404, code: 'not-found' }

/** Does something about the account that the body names; whoever decides nothing in it is told there is none. */
async function act(
  tx: Tx,
  caller: ApiCaller,
  account: string,
  run: (
    accountId: NonNullable<Awaited<ReturnType<typeof findAccount>>>['id'],
  ) => Promise<Outcome<null, ChooseRefusal>>,
): Promise<Outcome<Given, Problem>> {
  const read = readIdentifier(account)
  const found = read.ok ? await findAccount(tx, read.value) : undefined
  if (!found) return refuse(notFound)
  const outcome = await run(found.id)
  if (outcome.ok) return done(await shown(tx, caller))
  const { code } = outcome.refusal
  if (code === 'not-found') return refuse(notFound)
  return refuse({ status: 409, code, detail: words.for(caller.reader)(`away.refused.${code}`) })
}

const shared = {
  tag: 'Away',
  answer: { description: 'Who stands in for whom.', schema: delegatesSchema, example },
} as const
const changing = { ...shared, scope: 'decisions:write', status: 200, versioned: false } as const

/** What the API offers about standing in for each other: the same use cases as the pages. */
export const delegateOperations: readonly Operation<ApiCaller>[] = [
  reading<ApiCaller, typeof nothing>({
    ...shared,
    id: 'readDelegates',
    path: apiDelegatesPath.pattern,
    scope: 'requests:read',
    summary: 'Read who stands in for you, and for whom you do',
    description:
      'Whoever stands in decides only while the other is away, and only what they could decide themselves.',
    query: nothing,
    problems: [],
    run: async (db, { caller }) => done(await shown(db, caller)),
  }),
  writing<ApiCaller, typeof chooseBody>({
    ...changing,
    id: 'chooseDelegate',
    path: apiDelegatesPath.pattern,
    summary: 'Choose who stands in for you',
    description: 'In one account in which you decide; both are told.',
    body: chooseBody,
    exampleBody: { account: 'acme.example', personId: example.deciding[0]?.possible[0]?.personId },
    problems: [404, 409],
    run: (tx, { caller, body: { account, personId } }) =>
      act(tx, caller, account, (accountId) =>
        personId === null
          ? endDelegation(tx, caller, { accountId })
          : chooseDelegate(tx, caller, { accountId, delegateId: personId as PersonId }),
      ),
  }),
  writing<ApiCaller, typeof stopBody>({
    ...changing,
    id: 'stopStandingIn',
    path: apiStopStandingInPath.pattern,
    summary: 'Stand in for somebody no longer',
    description: 'They are told.',
    body: stopBody,
    exampleBody: { account: 'acme.example', personId: example.deciding[0]?.possible[0]?.personId },
    problems: [404],
    run: (tx, { caller, body: { account, personId } }) =>
      act(tx, caller, account, (accountId) =>
        endDelegation(tx, caller, { accountId, of: personId as PersonId }),
      ),
  }),
]
