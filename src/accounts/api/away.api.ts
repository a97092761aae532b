import { z } from 'zod'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiAwayPath, apiBackPath } from '../../paths/api.ts'
import { mostDaysAway } from '../../people/domain/away.ts'
import { type ApiCaller, awayOf, beAway, beBack } from '../../people/index.ts'
import { type Given, type Operation, type Problem, reading, writing } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { words } from '../messages/index.ts'
import { awaySchema, exampleAway } from './settings.schema.ts'

async function shown(db: Database | Tx, { personId }: ApiCaller): Promise<Given> {
  const away = await awayOf(db, personId)
  const [from, until] = [away?.from?.toISOString() ?? null, away?.until.toISOString() ?? null]
  return { body: { from, until, note: away?.note ?? '' } }
}

const shared = {
  tag: 'Away',
  answer: { description: 'When you are away.', schema: awaySchema, example: exampleAway },
} as const

const read = reading<ApiCaller, z.ZodObject<Record<never, never>>>({
  ...shared,
  id: 'readAway',
  path: apiAwayPath.pattern,
  scope: 'requests:read',
  summary: 'Read when you are away',
  description: 'The days that you have planned; `until` is null when there are none.',
  query: z.strictObject({}),
  problems: [],
  run: async (db, { caller }) => done(await shown(db, caller)),
})

const body = z.strictObject({
  from: z.iso
    .date()
    .optional()
    .meta({ description: 'The first day, in your time zone; left out: from now on.' }),
  until: z.iso.date().meta({ description: 'The last day.' }),
  note: z.string().max(200).optional().meta({ description: 'What others read about it.' }),
})

const going = writing<ApiCaller, typeof body>({
  ...shared,
  id: 'setAway',
  path: apiAwayPath.pattern,
  scope: 'decisions:write',
  summary: 'Say when you are away',
  description:
    'Whoever stands in for you gets the mails and may decide; what they decide is recorded for both.',
  body,
  exampleBody: { from: '2026-12-22', until: '2027-01-04', note: 'Back in January.' },
  status: 200,
  versioned: false,
  problems: [422],
  async run(tx, { caller, body: { from = '', until, note = '' } }): Promise<Outcome<Given, Problem>> {
    const set = await beAway(tx, caller, { from, until, note })
    if (set.ok) return done(await shown(tx, caller))
    const { field, code } = set.refusal
    const detail = words.for(caller.reader)(`away.error.${code}`, { days: mostDaysAway })
    return refuse({ status: 422, code: 'unfit', errors: [{ pointer: `/${field}`, detail }] })
  },
})

const back = writing<ApiCaller, z.ZodObject<Record<never, never>>>({
  ...shared,
  id: 'endAway',
  path: apiBackPath.pattern,
  scope: 'decisions:write',
  summary: 'Be back',
  description: 'You are there again, or do not go away after all.',
  body: z.strictObject({}),
  exampleBody: {},
  status: 200,
  versioned: false,
  problems: [],
  async run(tx, { caller }): Promise<Outcome<Given, Problem>> {
    await beBack(tx, caller)
    return done(await shown(tx, caller))
  },
})

/** What the API offers about being away. */
export const awayOperations: readonly Operation<ApiCaller>[] = [read, going, back]
