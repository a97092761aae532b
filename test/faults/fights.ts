import { setTimeout as pause } from 'node:timers/promises'
import { remindPath, withdrawPath } from '../../src/paths/access-requests.ts'
import { approvePath, declinePath } from '../../src/paths/decisions.ts'
import type { Answered, Visitor } from '../world/visitor.ts'
import { type Arena, arena } from './arena.ts'
import type { Sabotage } from './bundle.ts'

/** What an administrator sends who approves. */
export const approval = {
  version: '1',
  scope: 'ACCOUNT',
  role: 'SV',
  end: 'NONE',
  ends: '',
  note: 'Welcome to the account.',
}
const refusal = {
  version: '1',
  code: 'NOT_NEEDED',
  text: 'Please ask your own team.',
  private: '',
  block: '',
}

function decide(visitor: Visitor, id: string, n: number, signal?: AbortSignal): Promise<Answered> {
  const path = n % 2 ? declinePath.to(id) : approvePath.to(id)
  return visitor.post(path, n % 2 ? refusal : approval, {}, signal)
}

/** Decides, but hangs up before the answer comes, and asks again as a browser would after a lost answer. */
async function decideTwice(visitor: Visitor, id: string, n: number): Promise<Answered> {
  const patience = AbortSignal.timeout(40 + Math.floor(Math.random() * 60))
  return decide(visitor, id, n, patience).catch(() => decide(visitor, id, n))
}

type Tally = { done: number; late: number; broken: number; slowest: number }

/**
 * Everybody decides at once, while the requester withdraws: how many got through. The request is held until all of
 * them have come as far as they can, so that they really meet.
 */
async function oneRound(place: Arena, deciders: readonly Visitor[], cuts: number): Promise<Tally> {
  const { id, requester } = await place.request()
  const asker = await place.visitor(requester)
  await place.owner('begin')
  await place.owner('select from access_requests where account_id = $1 and id = $2 for update', [
    place.acme,
    id,
  ])
  let slowest = 0
  let freedAt = Number.POSITIVE_INFINITY
  const timed = async (call: Promise<Answered>) => {
    const { status } = await call
    slowest = Math.max(slowest, performance.now() - freedAt)
    return status
  }
  const fight = Promise.all([
    ...deciders.map((visitor, n) => timed((n < cuts ? decideTwice : decide)(visitor, id, n))),
    timed(pause(Math.random() * 40).then(() => asker.post(withdrawPath.to(id)))),
  ])
  await pause(80)
  await place.owner('commit')
  freedAt = performance.now()
  const statuses = await fight
  return {
    slowest,
    done: statuses.filter((status) => status === 303).length,
    late: statuses.filter((status) => status === 409).length,
    broken: statuses.filter((status) => status >= 500).length,
  }
}

/**
 * Rounds in which all administrators and the requester fight over one request, through four processes: in how many it
 * was not settled exactly once, in how many somebody got neither yes nor "too late", how many answers were failures,
 * and how long the slowest answers took once the request was free. `cuts` callers hang up and ask again.
 */
export async function fightOver(
  program: string,
  how: { rounds: number; deciders: number; cuts?: number; prepare?: string[] },
): Promise<{ twice: number; lost: number; broken: number; slowest: number[] }> {
  await using place = await arena(program, {
    processes: 4,
    deciders: how.deciders,
    ...(how.prepare ? { prepare: how.prepare } : {}),
  })
  const deciders = await Promise.all(place.deciders.map((person) => place.visitor(person)))
  const tally = { twice: 0, lost: 0, broken: 0, slowest: [] as number[] }
  for (let round = 0; round < how.rounds; round++) {
    const { done, late, broken, slowest } = await oneRound(place, deciders, how.cuts ?? 0)
    tally.slowest.push(slowest)
    if (done !== 1) tally.twice++
    if (done + late !== deciders.length + 1) tally.lost++
    tally.broken += broken
  }
  return tally
}

/**
 * The decider's grant goes while they decide: how many decisions committed after the removal did. Every second
 * decision is held at its last step, the account's chain, until the removal has come as far as it can.
 */
export async function decideWhileRemoved(program: string, rounds: number): Promise<number> {
  await using place = await arena(program, { processes: 2, deciders: rounds })
  let after = 0
  for (const [round, person] of place.deciders.entries()) {
    const visitor = await place.visitor(person)
    const { id } = await place.request()
    await (round % 2 ? meetAtTheChain : meetByChance)(place, { visitor, id, person })
    const [late] = await place.owner<{ late: boolean }>(
      `select pg_xact_commit_timestamp(d.xmin) > pg_xact_commit_timestamp(g.xmin) as late
       from decisions d join grants g on g.account_id = d.account_id and g.person_id = d.decided_by
       where d.account_id = $1 and d.request_id = $2`,
      [place.acme, id],
    )
    if (late?.late) after++
  }
  return after
}

type Meeting = { visitor: Visitor; id: string; person: string }

function removeGrant(place: Arena, person: string) {
  const ofDecider = place.db.updateTable('grants').set({ revoked_at: new Date() })
  return ofDecider.where('account_id', '=', place.acme).where('person_id', '=', person).execute()
}

async function meetByChance(place: Arena, { visitor, id, person }: Meeting): Promise<void> {
  const removal = pause(Math.random() * 12).then(() => removeGrant(place, person))
  await Promise.all([decide(visitor, id, 0), removal])
}

/** Waits until an act has ended, or so many wait for what another holds. */
async function comesToAHalt(place: Arena, act: Promise<unknown>, waiting: number): Promise<void> {
  let isOver = false
  const ends = () => {
    isOver = true
  }
  void act.then(ends, ends)
  while (!isOver) {
    const held = await place.owner(
      `select 1 from pg_stat_activity
       where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
    )
    if (held.length >= waiting) return
    await pause(2)
  }
}

async function meetAtTheChain(place: Arena, { visitor, id, person }: Meeting): Promise<void> {
  await place.owner('begin')
  await place.owner('select from chain_heads where account_id = $1 for update', [place.acme])
  const decision = decide(visitor, id, 0)
  await comesToAHalt(place, decision, 1)
  const removal = removeGrant(place, person)
  await comesToAHalt(place, removal, 2)
  await place.owner('commit')
  await Promise.all([decision, removal])
}

/**
 * The requester presses Send Reminder at all processes at once, twice at each: how many requests were reminded of more
 * than once, how many mails were ordered, and how many came twice.
 */
export async function remindAtOnce(
  program: string,
  how: { rounds: number; processes?: number; prepare?: string[] },
): Promise<{ twice: number; mails: number; sameMail: number }> {
  await using place = await arena(program, {
    processes: how.processes ?? 4,
    deciders: 2,
    ...(how.prepare ? { prepare: how.prepare } : {}),
  })
  const asked: string[] = []
  for (let round = 0; round < how.rounds; round++) {
    const { id, requester } = await place.request(72)
    asked.push(id)
    const visitors = await Promise.all(place.processes.map((_, process) => place.visitor(requester, process)))
    await Promise.all([...visitors, ...visitors].map((visitor) => visitor.post(remindPath.to(id))))
  }
  const twice = await place.owner(
    'select 1 from reminders where request_id = any($1::uuid[]) group by request_id having count(*) > 1',
    [asked],
  )
  await place.worked()
  // Somebody with very many gets them gathered; each is ordered all the same.
  const ordered = await place.owner(
    `select 1 from mails where request_id = any($1::uuid[]) and kind like 'access-request.reminded%'`,
    [asked],
  )
  const messages = place.mails.arrived.map(({ messageId }) => messageId)
  return { twice: twice.length, mails: ordered.length, sameMail: messages.length - new Set(messages).size }
}

const store = 'src/access-requests/requests.store.ts'
const decisions = 'src/access-requests/decide/decide.store.ts'
const written = 'src/access-requests/decide/decision.store.ts'
const stillOpen = "and status in ('PENDING', 'INFO_REQUESTED') and version = ${p.version}::int"
/** The program without the lock and the guards that let one decision through. */
export const noOneDecision: Sabotage[] = [
  { file: decisions, from: 'for update of r`', to: '`' },
  { file: written, from: stillOpen, to: '' },
  { file: store, from: 'and id = ${p.id}::uuid for update`', to: 'and id = ${p.id}::uuid`' },
  { file: store, from: stillOpen, to: '' },
]
/** The program without the lock that lets one reminder through. */
export const noOneReminder: Sabotage[] = [
  { file: store, from: 'and id = ${p.id}::uuid for update`', to: 'and id = ${p.id}::uuid`' },
]
/** The program without the lock on what gives a decider their power. */
export const noHold: Sabotage[] = [
  { file: 'src/accounts/grants.store.ts', from: 'for share of g, p, a', to: '' },
]
