import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PersonId } from '../../src/kernel/id.ts'
import { amendPath, remindPath, requestPath, withdrawPath } from '../../src/paths/access-requests.ts'
import { approvePath } from '../../src/paths/decisions.ts'
import { startMailServer } from '../world/mail-server.ts'
import { type Arena, arena } from './arena.ts'
import { approval } from './fights.ts'

/**
 * One of two processes freezes in the middle of its work, for longer than a lease, and wakes up believing that it
 * still owns what it had begun. How often a request was settled twice, how many were not settled in the end, how long
 * the other took to finish all mail, and how many mails came under a second Message-ID.
 */
export async function freezeOne(program: string, how: { rounds: number; seconds: number }) {
  await using place = await arena(program, { processes: 2, deciders: 2 })
  const found = { twice: 0, unsettled: 0, finishedAfter: [] as number[], late: 0 }
  for (let round = 0; round < how.rounds; round++) await freezeOnce(place, how.seconds, found)
  const finals = await place.owner(
    'select from decisions where final group by account_id, request_id having count(*) > 1',
  )
  return { ...found, twice: finals.length, strangers: await strangersAmong(place) }
}

async function freezeOnce(
  place: Arena,
  seconds: number,
  found: { unsettled: number; finishedAfter: number[] },
): Promise<void> {
  const requests = await Promise.all(Array.from({ length: 24 }, () => place.request()))
  const [one, other] = place.deciders
  if (!one || !other) throw new Error('The arena has no deciders')
  const visitors = [await place.visitor(one, 0), await place.visitor(other, 1)]
  const decide = async (n: number): Promise<void> => {
    await visitors[n % 2]?.post(approvePath.to(requests[n]?.id ?? ''), approval).catch(() => undefined)
  }
  const calls = requests.map((_, n) => decide(n))
  await pause(Math.random() * 80)
  const child = place.processes[0]?.child
  child?.kill('SIGSTOP')
  const from = performance.now()
  await Promise.all(calls.filter((_, n) => n % 2))
  await place.worked()
  found.finishedAfter.push(performance.now() - from)
  await pause(Math.max(0, seconds * 1_000 - (performance.now() - from)))
  child?.kill('SIGCONT')
  await Promise.all(calls)
  // Whoever got no answer asks again.
  await Promise.all(requests.map((_, n) => decide(n)))
  await place.worked()
  const open = await place.owner(
    `select from access_requests where id = any($1::uuid[]) and status = 'PENDING'`,
    [requests.map(({ id }) => id)],
  )
  found.unsettled += open.length
}

/** Mails that arrived under a Message-ID that no row has. */
async function strangersAmong(place: Arena): Promise<number> {
  const rows = await place.owner<{ id: string }>('select message_id as id from mails')
  const known = new Set(rows.map(({ id }) => id))
  return place.mails.arrived.filter(({ messageId }) => !known.has(messageId ?? '')).length
}

const amendment = {
  version: '1',
  reason: 'I need it for the roll-out in Lyon.',
  scope: 'account',
  named: '',
  role: 'SV',
  ends: '',
}

/**
 * The mail server is away for a day, and comes back: how many mails were lost, came twice, came in another order than
 * they were ordered in, or came although they had become pointless.
 */
export async function mailAway(program: string, requests: number) {
  await using place = await arena(program, { processes: 1, deciders: 1 })
  const port = Number(new URL(place.mails.url).port)
  await place.mails.stop()
  const withdrawn: string[] = []
  const asked: string[] = []
  const decider = await place.visitor(place.deciders[0] as PersonId)
  for (let n = 0; n < requests; n++) {
    const { id, requester } = await place.request(72)
    asked.push(id)
    const asker = await place.visitor(requester)
    await asker.post(remindPath.to(id))
    await decider.get(requestPath.to(id))
    if (n % 2) await asker.post(amendPath.to(id), amendment)
    else withdrawn.push(id)
    if (n % 2 === 0) await asker.post(withdrawPath.to(id))
  }
  await pause(3_000)
  await place.setClock('24 hours')
  const server = await startMailServer(port)
  try {
    await place.setClock('26 hours')
    await place.worked()
    const arrived = server.arrived.map(({ messageId }) => messageId ?? '')
    return await counted(place, { arrived, asked, withdrawn })
  } finally {
    await server.stop()
  }
}

type Seen = {
  readonly arrived: readonly string[]
  readonly asked: readonly string[]
  readonly withdrawn: readonly string[]
}

// What is held for a daily mail is no matter of the server.
async function counted(place: Arena, { arrived, asked, withdrawn }: Seen) {
  const rows = await place.owner<{
    id: string
    thread: string
    request: string
    kind: string
    state: string
  }>(
    `select message_id as id, request_id || address as thread, request_id as request, kind, state from mails
     where request_id = any($1::uuid[]) and held_until is null order by queued_at, id`,
    [asked],
  )
  const accepted = rows.filter(({ state }) => state === 'ACCEPTED')
  const gone = new Set(withdrawn)
  const outOfOrder = [...new Set(rows.map(({ thread }) => thread))].filter((thread) => {
    const due = accepted.filter((mail) => mail.thread === thread).map(({ id }) => arrived.indexOf(id))
    return due.some((at, n) => n > 0 && at < (due[n - 1] ?? 0))
  })
  return {
    waiting: rows.filter(({ state }) => state === 'QUEUED' || state === 'DEFERRED').length,
    lost: accepted.filter(({ id }) => !arrived.includes(id)).length,
    twice: arrived.length - new Set(arrived).size,
    accepted: accepted.length,
    pointless: accepted.filter(({ request, kind }) => gone.has(request) && kind.includes('reminded')).length,
    outOfOrder: outOfOrder.length,
  }
}

/** The program's own clock is days off, ahead and behind: what of it shows in what people can do. */
export async function clockOff(program: string, library: string, offset: string) {
  const folder = mkdtempSync(join(tmpdir(), 'vestibule-clock-'))
  const file = join(folder, 'offset')
  writeFileSync(file, '+0')
  await using place = await arena(program, {
    processes: 1,
    deciders: 1,
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  })
  const fresh = await place.request(1)
  const old = await place.request(72)
  const [decider] = place.deciders
  if (!decider) throw new Error('The arena has no decider')
  const visitors = [
    await place.visitor(decider),
    await place.visitor(fresh.requester),
    await place.visitor(old.requester),
  ] as const
  writeFileSync(file, offset)
  const [ana, early, due] = visitors
  const answers = {
    page: (await ana.get(requestPath.to(old.id))).status,
    tooEarly: (await early.post(remindPath.to(fresh.id))).status,
    reminded: (await due.post(remindPath.to(old.id))).status,
    approved: (await ana.post(approvePath.to(old.id), approval)).status,
  }
  await place.worked()
  const [times] = await place.owner<{ off: number }>(
    `select max(abs(extract(epoch from app_now() - at)))::int as off from (
       select decided_at as at from decisions where request_id = $1
       union all select reminded_at from reminders where request_id = $1
       union all select occurred_at from events where request_id = $1) t`,
    [old.id],
  )
  const [still] = await place.owner<{ status: string }>('select status from access_requests where id = $1', [
    fresh.id,
  ])
  rmSync(folder, { recursive: true, force: true })
  return { ...answers, secondsOff: times?.off ?? Number.NaN, fresh: still?.status }
}
