import { z } from 'zod'
import { done, refuse } from '../../kernel/outcome.ts'
import { apiInsightsPath } from '../../paths/api.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Operation, reading } from '../../platform/api/index.ts'
import { accountInsights, accountWithInsights } from './account-insights.ts'
import { ages, ends, outcomes, spans } from './domain/insights.ts'

const count = z.int().min(0)
const minutes = count.nullable().meta({ description: 'Minutes; null with fewer than five.' })
const counts = <Name extends string>(names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>)
const tookSchema = z
  .strictObject({ n: count, half: minutes, most: minutes })
  .meta({ id: 'Took', description: 'Half of `n` took `half` at most, four fifths took `most`.' })

const insightsSchema = z
  .strictObject({
    pieces: z
      .array(counts(outcomes).extend({ from: z.iso.date(), half: minutes }))
      .meta({ description: 'How requests ended, by day, week or month; `from` is its first day.' }),
    toView: tookSchema,
    toDecision: tookSchema,
    open: z
      .array(count)
      .length(ages.length)
      .meta({
        description: `Open requests that have waited for ${ages.join(', ')} days or more, each up to the next.`,
      }),
    declines: z.array(z.strictObject({ code: z.string(), n: count })),
    roles: z.array(z.strictObject({ role: z.string(), n: count })),
    ends: counts(ends),
  })
  .meta({ id: 'Insights' })

const query = z.strictObject({
  days: z
    .enum(spans.map(String) as [string, ...string[]])
    .default('90')
    .meta({ description: 'How far back is looked.' }),
})

const took = { n: 12, half: 190, most: 1_500 }
const example: z.input<typeof insightsSchema> = {
  pieces: [
    {
      from: '2026-11-23',
      approved: 4,
      declined: 1,
      byRule: 0,
      expired: 0,
      withdrawn: 1,
      closed: 0,
      half: 180,
    },
  ],
  toView: took,
  toDecision: took,
  open: [1, 2, 0, 0, 0, 0],
  declines: [{ code: 'TOO_MUCH', n: 1 }],
  roles: [{ role: 'SA', n: 2 }],
  ends: { month: 0, quarter: 1, later: 3, never: 20 },
}

/** Reading the insights of an account. */
export const insightsOperations: readonly Operation<ApiCaller>[] = [
  reading<ApiCaller, typeof query>({
    id: 'getInsights',
    tag: 'Insights',
    path: apiInsightsPath.pattern,
    params: { identifier: 'The identifier of the account.' },
    scope: 'requests:read',
    summary: 'Read the insights of an account',
    description:
      'How the requests for an account ended, how long people waited, what is open, and when rights end, for whoever sees all its requests.',
    query,
    answer: { description: 'The numbers.', schema: insightsSchema, example },
    problems: [404, 422],
    async run(db, { caller, params, query: { days } }) {
      const seen = await accountWithInsights(db, caller, params.identifier ?? '')
      const span = spans.find((one) => String(one) === days)
      if (!seen || !span) return refuse({ status: 404, code: 'not-found' })
      const {
        pieces,
        toView,
        toDecision,
        open,
        declines,
        roles,
        ends: when,
      } = await accountInsights(db, caller.now, seen, span)
      return done({
        body: {
          pieces: [...pieces],
          toView,
          toDecision,
          open: [...open],
          declines: [...declines],
          roles: [...roles],
          ends: when,
        },
      })
    },
  }),
]
