import { sql } from 'kysely'
import { clockHandlers as ours } from '../../src/access-requests/index.ts'
import { type ClockHandlers, type Clocks, startClocks } from '../../src/platform/clocks/index.ts'
import { connect } from '../../src/platform/db/index.ts'
import { createLog } from '../../src/platform/log.ts'
import { type EmptyWorld, emptyWorld } from '../world/empty.ts'
import { judge } from './simulation.judge.ts'
import type { Place } from './simulation.model.ts'
import { account, type Account, agent, Story } from './simulation.people.ts'

/** How much happens, and what is broken on purpose. */
export type Sizes = {
  readonly requests: number
  readonly days: number
  readonly schedulers: number
  /** How often a connection is killed while clocks are looked at, from 0 to 1. */
  readonly kills: number
  /** Somebody answers at the support desk; without, requests expire. */
  readonly hasSupport: boolean
  readonly seed: number
  /** Statements of the database's owner that break something. */
  readonly sabotage?: readonly string[]
  readonly handlers?: ClockHandlers
}

/** What came of it; no problems when all is well. */
export type Simulated = {
  readonly problems: readonly string[]
  readonly strokes: number
  readonly kills: number
  readonly compared: number
}

const places: readonly Place[] = [
  {
    name: 'paris',
    zone: 'Europe/Paris',
    weekend: [0, 6],
    closed: ['2026-05-01', '2026-07-14', '2026-12-25'],
    quiet: { from: '19:00', to: '08:00' },
  },
  {
    name: 'newyork',
    zone: 'America/New_York',
    weekend: [0, 6],
    closed: ['2026-07-03', '2026-11-26'],
    quiet: { from: '21:30', to: '06:30' },
  },
  {
    name: 'lordhowe',
    zone: 'Australia/Lord_Howe',
    weekend: [0, 6],
    closed: [],
    quiet: { from: '22:00', to: '07:00' },
  },
  {
    name: 'apia',
    zone: 'Pacific/Apia',
    weekend: [0],
    closed: ['2026-06-01'],
    quiet: { from: '20:00', to: '06:00' },
  },
  { name: 'kolkata', zone: 'Asia/Kolkata', weekend: [0], closed: [], quiet: null },
  { name: 'utc', zone: 'UTC', weekend: [5, 6], closed: [], quiet: { from: '12:00', to: '13:30' } },
]
const start = Date.UTC(2026, 1, 20)
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

// A small generator with a seed, so that a run can be looked at again.
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Turn = { readonly at: number; readonly run: (at: number) => Promise<void> }

/** What people will do, in the order of time. */
class Diary {
  #turns: Turn[] = []
  #sorted = true
  add(at: number, run: Turn['run']): void {
    this.#turns.push({ at, run })
    this.#sorted = false
  }
  get next(): number {
    if (!this.#sorted) this.#turns.sort((one, other) => other.at - one.at)
    this.#sorted = true
    return this.#turns.at(-1)?.at ?? Number.POSITIVE_INFINITY
  }
  async until(at: number): Promise<void> {
    while (this.next <= at) await this.#turns.pop()?.run(at)
  }
}

// Deeds keep to minutes in which no clock strikes that began with another deed of another request.
const soon = (at: number, random: () => number) =>
  Math.floor(at / hour) * hour + (22 + Math.floor(random() * 6)) * minute

function plan(diary: Diary, story: Story, random: () => number, hasSupport: boolean): void {
  const sentAt =
    Math.floor((start + random() * (sizesOf.days - 60) * day) / hour) * hour +
    (2 + Math.floor(random() * 6)) * minute
  const after = (days: number, run: Turn['run']) => diary.add(soon(sentAt + days * day, random), run)
  diary.add(sentAt, async (at) => {
    await story.send(at)
  })
  const asks = async (at: number) => {
    if (!(await story.try('asked', at)) || random() < 0.25) return
    diary.add(
      soon(at + (0.1 + random() * 13) * day, random),
      async (then) => void (await story.try('answered', then)),
    )
  }
  if (random() < 0.3) after(0.2 + random() * 8, asks)
  if (random() < 0.12) after(9 + random() * 9, asks)
  for (let tries = 0; tries < 3; tries++) {
    if (random() < 0.3) after(1 + random() * 12, async (at) => void (await story.try('reminded', at)))
  }
  if (random() < 0.08) after(random() * 20, async (at) => void (await story.try('ended', at)))
  if (random() < 0.35) {
    after(
      -6 * Math.log(1 - random()),
      async (at) => void (await story.try(random() < 0.7 ? 'approved' : 'declined', at)),
    )
  }
  // Whatever still lies somewhere is taken back in the end.
  after(80 + random() * 10, async (at) => void (await story.try('ended', at)))
  if (hasSupport && random() < 0.7)
    after(14 + random() * 40, async (at) => void (await story.try('handed-back', at)))
}

let sizesOf: Sizes

async function fakeClock(world: EmptyWorld): Promise<void> {
  await world.owner('create table simulated (at timestamptz not null)')
  await world.owner('insert into simulated values ($1)', [new Date(start)])
  await world.owner('grant select on simulated to public')
  await world.owner(`create or replace function app_now() returns timestamptz language sql stable parallel safe
    as $$ select at from public.simulated $$`)
}

const nextDue = `
  select (extract(epoch from min(greatest(
    case when irreversible and noticed_at is not null and noticed_at >= due_at
      then noticed_at + interval '61 seconds' else due_at end,
    held_until, app_now() + interval '1 second'))) * 1000)::float as at
  from clocks where settled_at is null`

/** Lets requests live for months on a faked clock, under several schedulers that are killed at random, and judges it. */
export async function simulate(sizes: Sizes): Promise<Simulated> {
  sizesOf = sizes
  await using world = await emptyWorld()
  await fakeClock(world)
  for (const statement of sizes.sabotage ?? []) await world.owner(statement)
  const random = chance(sizes.seed)
  const accounts: Account[] = []
  for (const place of places) accounts.push(await account(world, place))
  if (sizes.hasSupport) await agent(world)
  const diary = new Diary()
  const stories = Array.from({ length: sizes.requests }, (_, n) => {
    const story = new Story(world, accounts[n % accounts.length] as Account)
    plan(diary, story, random, sizes.hasSupport)
    return story
  })
  const run = await letTimePass(world, diary, random, sizes)
  return {
    ...(await judge(world, stories, {
      hasSupport: sizes.hasSupport,
      until: run.until,
      forgotten: run.forgotten,
    })),
    kills: run.kills,
  }
}

async function letTimePass(world: EmptyWorld, diary: Diary, random: () => number, sizes: Sizes) {
  const end = start + sizes.days * day
  const pools = Array.from({ length: sizes.schedulers }, () =>
    connect({ url: world.appUrl, size: 4, named: true, onError: () => {} }),
  )
  const handlers = sizes.handlers ?? ours
  const log = createLog('silent', () => {})
  const schedulers: Clocks[] = pools.map(({ db }) => startClocks({ db, log, handlers, pollSeconds: null }))
  let kills = 0
  const forgotten = new Set<string>()
  let until = start
  for (let hops = 0; ; hops++) {
    const [due] = await world.owner<{ at: number | null }>(nextDue)
    until = Math.min(Math.max(until, Math.min(diary.next, due?.at ?? Number.POSITIVE_INFINITY)), end)
    if (until >= end) break
    await world.owner('update simulated set at = $1', [new Date(until)])
    await diary.until(until)
    const looking = random() < 0.3 ? schedulers : [schedulers[hops % schedulers.length] as Clocks]
    const looks: Promise<unknown>[] = looking.map(({ tick }) => tick().catch(() => 0))
    if (random() < sizes.kills) {
      looks.push(killOne(world))
      kills++
    }
    await Promise.all(looks)
    if (hops % 20 === 0) for (const id of await withoutStep(world)) forgotten.add(id)
  }
  for (const id of await withoutStep(world)) forgotten.add(id)
  await Promise.all(schedulers.map(({ stop }) => stop()))
  await Promise.all(pools.map((pool) => pool.end()))
  return { kills, until, forgotten }
}

// One that is at work, if there is one at that moment.
async function killOne(world: EmptyWorld): Promise<void> {
  await sql`select pg_terminate_backend(pid) from (
    select pid from pg_stat_activity where datname = current_database() and application_name = 'vestibule'
      and pid <> pg_backend_pid()
    order by state = 'idle', random() limit 1) victim`.execute(world.db)
}

async function withoutStep(world: EmptyWorld): Promise<string[]> {
  const rows = await world.owner<{ id: string }>(`
    select r.id from access_requests r
    where r.status in ('PENDING', 'INFO_REQUESTED') and (r.next_step_at is null
      or r.next_step_at < app_now() - interval '1 day' or not exists (
        select from clocks c where c.account_id = r.account_id and c.subject_id = r.id and c.settled_at is null))`)
  return rows.map(({ id }) => id)
}
