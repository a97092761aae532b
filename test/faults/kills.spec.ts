import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideAll, healed, killDatabase, killProgram, lostOf, until, visitorsOf, writers } from './blows.ts'
import { bundle, type Sabotage } from './bundle.ts'
import { house } from './house.ts'

describe('a program that is killed', () => {
  let program: { program: string; remove: () => void }
  beforeAll(async () => {
    program = await bundle()
  })
  afterAll(() => program.remove())

  it('loses nothing that it acknowledged, comes back by itself, and sends each mail under one Message-ID', async () => {
    const kills = 3
    const { written, lost, place } = await killProgram(program.program, kills)
    expect(written.acknowledged.length).toBeGreaterThan(20)
    expect(lost).toBe(0)
    expect(written.refused).toEqual([])
    const { due, arrived, missing, strangers } = place
    expect(due.length).toBeGreaterThan(20)
    expect({ missing, strangers }).toEqual({ missing: [], strangers: [] })
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

  it('outlives a database that is killed, whose pool heals by itself, and loses nothing', async () => {
    const { written, lost, ended, place } = await killDatabase(program.program, 1)
    expect(ended).toBe(null)
    expect(written.acknowledged.length).toBeGreaterThan(30)
    expect(new Set(written.refused)).toEqual(new Set([503]))
    expect(lost).toBe(0)
    const { missing, strangers } = place
    expect({ missing, strangers }).toEqual({ missing: [], strangers: [] })
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
