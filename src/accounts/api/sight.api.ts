import { z } from 'zod'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiSettleSightPath, apiSightPath } from '../../paths/api.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Given, type Operation, type Problem, reading, writing } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { words } from '../messages/index.ts'
import { changeSight, settleWish } from '../settings/change-sight.ts'
import { choiceOf, twoOf } from '../settings/sight.form.ts'
import { sightOfAdministrators, waitingWish } from '../settings/sight.store.ts'
import { type SeenAccount, seenAccount } from '../sight.ts'
import { opensTab } from '../tabs.ts'

const nothing = z.strictObject({})
const notFound: Problem = { status: 404, code: 'not-found' }

const two = z.enum(['usual', 'yes', 'no']).meta({
  description: 'When making an administrator takes two people; usual: once there are two administrators.',
})
const choices = {
  show: z.enum(['NAMES', 'RELAY', 'NONE']).meta({
    description:
      'What people without access see of administrators: names, a form that passes messages on, or nothing.',
  }),
  two,
}
const sightSchema = z
  .strictObject({
    ...choices,
    wish: z
      .strictObject({ two, by: z.uuid(), at: z.iso.datetime({ offset: true }) })
      .nullable()
      .meta({ description: 'What waits for a second administrator to agree.' }),
  })
  .meta({ id: 'AdministratorsSetting' })
const changeBody = z.strictObject(choices)
const settleBody = z.strictObject({ agree: z.boolean() })

const example: z.input<typeof sightSchema> = { show: 'RELAY', two: 'usual', wish: null }

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }

async function settingsFor(db: Database | Tx, { caller, params }: Asked): Promise<SeenAccount | undefined> {
  const seen = await seenAccount(db, caller, params['identifier'] ?? '')
  return seen && opensTab(seen, 'settings') ? seen : undefined
}

async function shown(db: Database, { account }: SeenAccount): Promise<Given> {
  const { showAdministrators, twoForAdministrator, version } = await sightOfAdministrators(db, account.id)
  const wish = await waitingWish(db, account.id)
  const waiting = wish && { two: choiceOf(wish.two), by: wish.by, at: wish.at.toISOString() }
  const body = { show: showAdministrators, two: choiceOf(twoForAdministrator), wish: waiting ?? null }
  return { body, version, object: { accountId: account.id, id: account.id } }
}

const shared = {
  tag: 'Settings',
  params: { identifier: 'The identifier of the account.' },
  answer: { description: 'The setting as it is now.', schema: sightSchema, example },
} as const
const changing = { ...shared, scope: 'decisions:write', status: 200 } as const

async function change(
  tx: Tx,
  call: Asked & { readonly body: z.output<typeof changeBody>; readonly version: number },
): Promise<Outcome<Given, Problem>> {
  const seen = await settingsFor(tx, call)
  if (!seen) return refuse(notFound)
  const sight = { showAdministrators: call.body.show, twoForAdministrator: twoOf[call.body.two] }
  const asked = { account: seen.account.id, sight, version: call.version }
  const changed = await changeSight(tx, call.caller, asked)
  if (changed.ok) return done(await shown(tx, seen))
  if (changed.refusal.code === 'not-found') return refuse(notFound)
  const detail = words.for(call.caller.reader)('settings.changed-meanwhile')
  return refuse({ status: 409, code: 'changed-meanwhile', detail, current: (await shown(tx, seen)).body })
}

/** What an account shows of its administrators, and how many people one takes: the same use cases as the page. */
export const sightOperations: readonly Operation<ApiCaller>[] = [
  reading<ApiCaller, typeof nothing>({
    ...shared,
    id: 'readAdministratorsSetting',
    path: apiSightPath.pattern,
    scope: 'requests:read',
    summary: 'Read what an account shows of its administrators',
    description: 'And when making one takes two people. Its version is the ETag.',
    query: nothing,
    problems: [404],
    async run(db, call) {
      const seen = await settingsFor(db, call)
      return seen ? done(await shown(db, seen)) : refuse(notFound)
    },
  }),
  writing<ApiCaller, typeof changeBody>({
    ...changing,
    id: 'changeAdministratorsSetting',
    path: apiSightPath.pattern,
    summary: 'Change what an account shows of its administrators',
    description:
      'That fewer people make an administrator waits until a second administrator agrees, as long as there is one.',
    body: changeBody,
    exampleBody: { show: 'RELAY', two: 'usual' },
    versioned: true,
    problems: [404, 409],
    run: change,
  }),
  writing<ApiCaller, typeof settleBody>({
    ...changing,
    id: 'settleAdministratorsSetting',
    path: apiSettleSightPath.pattern,
    summary: 'Agree to what another administrator wants, or end it',
    description: 'Whoever wanted it can only end it.',
    body: settleBody,
    exampleBody: { agree: true },
    versioned: false,
    problems: [404, 409],
    async run(tx, call) {
      const seen = await settingsFor(tx, call)
      if (!seen) return refuse(notFound)
      const which = { account: seen.account.id, agree: call.body.agree }
      const settled = await settleWish(tx, call.caller, which)
      if (settled.ok) return done(await shown(tx, seen))
      const { code } = settled.refusal
      if (code === 'not-found') return refuse(notFound)
      const problem = code === 'own' ? 'own-proposal' : 'answered'
      return refuse({ status: 409, code: problem, detail: words.for(call.caller.reader)(`sight.${code}`) })
    },
  }),
]
