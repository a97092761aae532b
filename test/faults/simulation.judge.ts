import type { EmptyWorld } from '../world/empty.ts'
import { expected, isQuiet, type Stroke, tolerance } from './simulation.model.ts'
import type { Story } from './simulation.people.ts'

type Told = { request: string; type: string; at: number; n: number; byClock: boolean }

const byClock = ['overdue', 'escalated', 'expiry-near', 'answer-missing', 'expired', 'support-nudged']
const ends = ['approved', 'declined', 'withdrawn', 'expired', 'closed']
const hour = 3_600_000

async function eventsOf(world: EmptyWorld): Promise<Map<string, Told[]>> {
  const rows = await world.owner<Told>(`
    select request_id as request, replace(type, 'access-request.', '') as type,
      (extract(epoch from occurred_at) * 1000)::float as at, seq::int as n,
      type = 'access-request.reminded' and body::jsonb -> 'facts' ->> 'byHand' = 'false' as "byClock"
    from events where request_id is not null order by account_id, seq`)
  return Map.groupBy(rows, ({ request }) => request)
}

const isStroke = ({ type, byClock: reminded }: Told) => reminded || byClock.includes(type)
const shown = ({ type, at }: Stroke) => `${type} ${new Date(at).toISOString().slice(0, 16)}`

/** What went wrong with the requests of a simulation; nothing when all is well. */
export async function judge(
  world: EmptyWorld,
  stories: readonly Story[],
  how: { hasSupport: boolean; until: number; forgotten: ReadonlySet<string> },
) {
  const events = await eventsOf(world)
  const problems = [...how.forgotten].map((id) => `${id}: open and without a next step`)
  let [strokes, compared] = [0, 0]
  for (const story of stories) {
    if (story.id === undefined) continue
    const told = events.get(story.id) ?? []
    const actual = told.filter(isStroke)
    strokes += actual.length
    const say = (problem: string) => problems.push(`${story.account.place.name} ${story.id}: ${problem}`)
    for (const problem of [...afterTheEnd(told), ...twice(told), ...inQuietHours(actual, story)]) say(problem)
    const ways = expected(story.deeds, story.account.place, how).map((should) => difference(should, actual))
    compared++
    if (ways.every((problems) => problems.length > 0)) for (const problem of ways[0] ?? []) say(problem)
  }
  return { problems, strokes, compared }
}

function afterTheEnd(told: readonly Told[]): string[] {
  const end = told.findIndex(({ type }) => ends.includes(type))
  return end < 0 ? [] : told.slice(end + 1).map(({ type }) => `${type} after ${told[end]?.type}`)
}

function twice(told: readonly Told[]): string[] {
  const reminders = told.filter(({ type }) => type === 'reminded')
  return reminders.flatMap((one, n) => {
    const before = reminders[n - 1]
    if (!before) return []
    const least = one.byClock ? (before.byClock ? 46 : 48) : 24
    return one.at - before.at < least * hour ? [`reminded twice within ${least} hours`] : []
  })
}

function inQuietHours(actual: readonly Told[], { account }: Story): string[] {
  return actual
    .filter(({ at }) => isQuiet(at, account.place))
    .map((one) => `in the quiet hours: ${shown(one)}`)
}

function difference(should: readonly Stroke[], actual: readonly Told[]): string[] {
  const types = new Set([...should, ...actual].map(({ type }) => type))
  return [...types].flatMap((type) => {
    const wanted = should.filter((one) => one.type === type)
    const got = actual.filter((one) => one.type === type)
    const isSame =
      wanted.length === got.length &&
      wanted.every(({ at }, n) => Math.abs((got[n]?.at ?? Number.POSITIVE_INFINITY) - at) < tolerance)
    return isSame
      ? []
      : [
          `should be ${wanted.map(shown).join(', ') || `no ${type}`}; was ${got.map(shown).join(', ') || 'not'}`,
        ]
  })
}
