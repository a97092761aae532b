import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../src/instance/doctor/examine.ts'
import { approvePath } from '../../src/paths/decisions.ts'
import { connect } from '../../src/platform/db/index.ts'
import type { Visitor } from '../world/visitor.ts'
import { bundle, type Sabotage } from './bundle.ts'
import { type House, house } from './house.ts'

const approval = {
  version: '1',
  scope: 'ACCOUNT',
  role: 'SV',
  end: 'NONE',
  ends: '',
  note: 'Welcome to the account.',
}
const writers = 8

type Written = { readonly acknowledged: string[]; readonly unknown: string[]; readonly refused: number[] }

/** Everybody decides one request after another, whatever happens meanwhile; a call that got no answer is unknown. */
function decideAll(ids: readonly string[], visitors: readonly Visitor[]) {
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
async function until(written: Written, acknowledged: number): Promise<void> {
  for (let tries = 0; tries < 1_000 && written.acknowledged.length < acknowledged; tries++) await pause(10)
}

async function lostOf(place: House, acknowledged: readonly string[]): Promise<number> {
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

async function visitorsOf(place: House): Promise<Visitor[]> {
  const people = ['ana@acme.example', 'ben@acme.example']
  return Promise.all(Array.from({ length: writers }, (_, n) => place.as(people[n % 2] as string)))
}

async function healed(place: House): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const answer = await fetch(`${place.process().base}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await pause(25)
  }
}

async function worked(place: House): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const rows = await place.sql('select from jobs where failed_at is null limit 1')
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
async function killProgram(program: string, kills: number) {
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
async function afterwards(place: House) {
  await worked(place)
  await isHealthy(place)
  const due = await place.sql<{ id: string; address: string }>(
    `select message_id as id, address from mails where state = 'ACCEPTED'`,
  )
  return {
    due,
    arrived: place.mails.arrived.map((mail) => ({ id: mail.messageId ?? '', to: mail.recipients })),
  }
}

describe('a program that is killed', () => {
  let program: { program: string; remove: () => void }
  beforeAll(async () => {
    program = await bundle()
  })
  afterAll(() => program.remove())

  it('loses nothing that it acknowledged, is back in three seconds, and sends each mail under one Message-ID', async () => {
    const kills = 3
    const { written, lost, readyAfter, place } = await killProgram(program.program, kills)
    expect(written.acknowledged.length).toBeGreaterThan(50)
    expect(lost).toBe(0)
    expect(written.refused).toEqual([])
    expect(Math.max(...readyAfter)).toBeLessThan(3_000)
    const { due, arrived } = place
    expect(due.length).toBeGreaterThan(50)
    expect(new Set(arrived.map(({ id }) => id))).toEqual(new Set(due.map(({ id }) => id)))
    for (const { id, to } of arrived) expect(to).toEqual([due.find((mail) => mail.id === id)?.address])
    // A mail server may have said yes just before the kill.
    expect(arrived.length - due.length).toBeLessThanOrEqual(kills * writers)
  })

  it('would lose something if it answered before the commit', async () => {
    const early: Sabotage = {
      file: 'src/platform/db/transaction.ts',
      from: '        return outcome\n      })',
      to: '        early(outcome)\n        await pause(250)\n        return outcome\n      }).catch(late))',
    }
    const begin: Sabotage = {
      file: 'src/platform/db/transaction.ts',
      from: 'return await db.transaction().execute(async (tx) => {',
      to: 'return await new Promise<Outcome<Value, Refusal>>((early, late) => db.transaction().execute(async (tx) => {',
    }
    const sabotaged = await bundle([begin, early])
    await using place = await house(sabotaged.program)
    const visitors = await visitorsOf(place)
    const { written, all } = decideAll(await place.requests(120), visitors)
    await until(written, 60)
    await place.process().kill()
    await place.restart()
    await all
    await pause(500)
    expect(await lostOf(place, written.acknowledged)).toBeGreaterThan(0)
    sabotaged.remove()
  })

  it('outlives a database that is killed, whose pool heals within five seconds, and loses nothing', async () => {
    await using place = await house(program.program)
    const visitors = await visitorsOf(place)
    const { written, all } = decideAll(await place.requests(400), visitors)
    const postmaster = await place.postmaster()
    await until(written, 80)
    process.kill(postmaster, 'SIGKILL')
    const from = performance.now()
    await pause(50)
    await healed(place)
    const healedAfter = performance.now() - from
    await all
    const { acknowledged } = written
    expect(place.process().child.exitCode, place.process().output()).toBe(null)
    expect(healedAfter).toBeLessThan(5_000)
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(new Set(written.refused)).toEqual(new Set([503]))
    expect(await lostOf(place, acknowledged)).toBe(0)
    const { due, arrived } = await afterwards(place)
    expect(new Set(arrived.map(({ id }) => id))).toEqual(new Set(due.map(({ id }) => id)))
  })

  it('would lose something if the database acknowledged before it wrote', async () => {
    await using place = await house(program.program)
    await place.sql(`alter role vestibule_app set synchronous_commit = off`, [], 'app')
    await place.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()`,
      [],
      'app',
    )
    let lost = 0
    for (let round = 0; round < 5 && lost === 0; round++) {
      const visitors = await visitorsOf(place)
      const { written, all } = decideAll(await place.requests(120), visitors)
      const postmaster = await place.postmaster()
      await until(written, 60 + round)
      process.kill(postmaster, 'SIGKILL')
      await all
      await healed(place)
      lost = await lostOf(place, written.acknowledged)
    }
    expect(lost).toBeGreaterThan(0)
  })
})
