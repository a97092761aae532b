import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmptyWorld, emptyWorld } from '../../../test/world/empty.ts'
import { demoPassword } from './cast.ts'
import { claimInstallation, loadDemo } from './load-demo.ts'

describe('the world of the demo', () => {
  let world: EmptyWorld
  beforeAll(async () => {
    world = await emptyWorld()
    await loadDemo(world, world)
  })
  afterAll(() => world[Symbol.asyncDispose]())

  it('is there once, however often it is loaded', async () => {
    const before = await world.owner('select count(*)::int as n from events')
    await loadDemo(world, world)
    expect(await world.owner('select count(*)::int as n from events')).toEqual(before)
  })

  it('has every status, something overdue, and a case for Umbrella', async () => {
    const statuses = await world.owner<{ status: string }>(
      'select distinct status from access_requests order by 1',
    )
    expect(statuses.map(({ status }) => status)).toEqual([
      'APPROVED',
      'DECLINED',
      'EXPIRED',
      'PENDING',
      'WITHDRAWN',
    ])
    const stages = await world.owner<{ stage: string }>(
      "select distinct stage from access_requests where status = 'PENDING' order by 1",
    )
    expect(stages.map(({ stage }) => stage)).toEqual(['OVERDUE', 'WITH_ADMINS', 'WITH_SUPPORT'])
    const cases = await world.owner(
      'select a.identifier, c.status from cases c join accounts a on a.id = c.account_id',
    )
    expect(cases).toEqual([{ identifier: 'umbrella.example', status: 'OPEN' }])
  })

  it('lets Raul, Zoé, Luc and Vera start without an open request, and completes every profile', async () => {
    const rows = await world.owner(`select p.address from people p where
      (split_part(address, '@', 1) in ('raul', 'zoe', 'luc', 'vera')
        and exists (select from access_requests r where r.requester_id = p.id and r.settled_at is null))
      or first_name = '' or last_name = '' or company = '' or country = '' or verified_at is null or not demo`)
    expect(rows).toEqual([])
  })

  it('has its history in the past, in chains that hold, and leaves the clock alone', async () => {
    const [row] = await world.owner(`select
      (select bool_and(e.hash = event_hash(e.previous_hash, e.seq, e.occurred_at, e.account_id, e.body)) from events e) as whole,
      (select min(occurred_at) < now() - interval '300 days' and max(occurred_at) < now() from events) as past,
      app_now() > now() - interval '1 minute' as clock,
      (select count(*)::int from jobs) as jobs`)
    expect(row).toEqual({ whole: true, past: true, clock: true, jobs: 0 })
  })

  it('keeps its password out of the database', async () => {
    const rows = await world.owner<{ password: string }>('select password from auth.account')
    expect(rows.every(({ password }) => password.startsWith('$argon2id$'))).toBe(true)
    expect(JSON.stringify(rows)).not.toContain(demoPassword)
  })

  it('is refused by a real installation', async () => {
    await expect(claimInstallation(world)).rejects.toThrow('the database of a demo')
  })
})

describe('a real installation', () => {
  it('is marked as one, and is refused by the demo', async () => {
    await using world = await emptyWorld()
    await claimInstallation(world)
    await claimInstallation(world)
    await expect(loadDemo(world, world)).rejects.toThrow('in real use')
  })

  it('refuses people of a demo even when nothing says that it was one', async () => {
    await using world = await emptyWorld()
    await loadDemo(world, world)
    await world.owner('update installation set demo = false')
    await expect(claimInstallation(world)).rejects.toThrow('the database of a demo')
  })
})
