import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { examine } from '../../src/instance/doctor/examine.ts'
import { approvePath } from '../../src/paths/decisions.ts'
import { connect } from '../../src/platform/db/index.ts'
import type { Visitor } from '../world/visitor.ts'
import { approval } from './fights.ts'
import { type House, house } from './house.ts'

/** How many people decide at the same time. */
export const writers = 8

type Written = { readonly acknowledged: string[]; readonly unknown: string[]; readonly refused: number[] }

/** Everybody decides one request after another, whatever happens meanwhile; a call that got no answer is unknown. */
export function decideAll(ids: readonly string[], visitors: readonly Visitor[]) {
  const left = [...ids]
  const written: Written = { acknowledged: [], unknown: [], refused: [] }
  const write = async (visitor: Visitor): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const answer = await visitor.post(approvePath.to(id), approval).catch(() => undefined)
      if (answer?.status === 303) written.acknowledged.push(id)
      else {
        written.unknown.push(id)
        if (answer) written.refused.push(answer.status)
        await pause(250)
      }
    }
  }
  return { written, all: Promise.all(visitors.map(write)) }
}

/** Waits until something was acknowledged so often, so that the next blow falls into the middle of the work. */
export async function until(written: Written, acknowledged: number): Promise<void> {
  for (let tries = 0; tries < 6_000 && written.acknowledged.length < acknowledged; tries++) await pause(10)
}

/** How many of these acknowledged approvals are not there, in whole. */
export async function lostOf(place: House, acknowledged: readonly string[]): Promise<number> {
  const [row] = await place.sql<{ kept: number }>(
    `select count(*)::int as kept from access_requests r
     where r.id = any($1::uuid[]) and r.status = 'APPROVED'
       and exists (select from decisions d where d.request_id = r.id and d.final)
       and exists (select from grants g where g.request_id = r.id)
       and exists (select from events e where e.request_id = r.id and e.type = 'access-request.approved')`,
    [acknowledged],
  )
  return acknowledged.length - (row?.kept ?? 0)
}

/** Ana and Ben, signed in several times. */
export async function visitorsOf(place: House): Promise<Visitor[]> {
  const people = ['ana@acme.example', 'ben@acme.example']
  return Promise.all(Array.from({ length: writers }, (_, n) => place.as(people[n % 2] as string)))
}

/** Waits until the program is ready to serve again. */
export async function healed(place: House): Promise<void> {
  for (let tries = 0; tries < 4_800; tries++) {
    const answer = await fetch(`${place.process().base}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await pause(25)
  }
}

async function worked(place: House): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    const rows = await place.sql(`select from jobs where failed_at is null and kind <> 'digest' limit 1`)
    if (rows.length === 0) return
    await pause(100)
  }
  throw new Error(
    `Work is left: ${JSON.stringify(await place.sql('select kind, attempts, last_error from jobs limit 5'))}`,
  )
}

async function isHealthy(place: House): Promise<void> {
  const { db, end } = connect({ url: place.url('owner'), size: 1, named: false, onError: () => {} })
  const { broken } = await examine(db)
  await end()
  expect(broken).toEqual([])
}

/** Kills the program again and again while decisions are made. */
export async function killProgram(program: string, kills: number) {
  await using place = await house(program)
  const ids = await place.requests(kills * 120)
  const readyAfter: number[] = []
  const { written, all } = decideAll(ids, await visitorsOf(place))
  for (let n = 1; n <= kills; n++) {
    await until(written, n * 60)
    await place.process().kill()
    readyAfter.push(await place.restart())
  }
  await all
  const lost = await lostOf(place, written.acknowledged)
  return { written, lost, readyAfter, place: await afterwards(place) }
}

/** What is true once everything has come to rest: the doctor's opinion, and the mails as they arrived. */
export async function afterwards(place: House) {
  await worked(place)
  await isHealthy(place)
  const mails = await place.sql<{ id: string; address: string; state: string }>(
    'select message_id as id, address, state from mails',
  )
  const due = mails.filter(({ state }) => state === 'ACCEPTED')
  const arrived = place.mails.arrived.map((mail) => ({ id: mail.messageId ?? '', to: mail.recipients }))
  const ids = new Set(arrived.map(({ id }) => id))
  return {
    due,
    arrived,
    missing: due.filter(({ id }) => !ids.has(id)),
    // One that was handed over just before a blow may be held for the daily mail by now; its id stays the same.
    strangers: arrived.filter(({ id, to }) => {
      const mail = mails.find((one) => one.id === id)
      return to.length !== 1 || to[0] !== mail?.address
    }),
  }
}

/** Kills the database again and again while decisions are made; gives how long it took to serve again. */
export async function killDatabase(program: string, kills: number) {
  await using place = await house(program)
  const { written, all } = decideAll(await place.requests(kills * 200), await visitorsOf(place))
  const healedAfter: number[] = []
  for (let n = 1; n <= kills; n++) {
    await until(written, n * 80)
    const postmaster = await place.postmaster()
    process.kill(postmaster, 'SIGKILL')
    const from = performance.now()
    await pause(50)
    await healed(place)
    healedAfter.push(performance.now() - from)
  }
  await all
  const { child, output } = place.process()
  const lost = await lostOf(place, written.acknowledged)
  return {
    written,
    lost,
    healedAfter,
    ended: child.exitCode === null ? null : output(),
    place: await afterwards(place),
  }
}
