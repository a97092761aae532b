import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import type { PersonId } from '../../kernel/id.ts'
import { openSessionsAmong } from '../../people/index.ts'
import { openStreams } from './open-streams.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const { warn } = { warn: vi.fn() }
const everyMs = 25_000

async function sessionOf(who: CastMember): Promise<{ personId: PersonId; sessionId: string }> {
  await w.as(who)
  const personId = await w.idOf(who)
  const [row] = await w.owner<{ id: string }>(
    `select id from auth.session where "userId" = $1 and "endedAt" is null order by "createdAt" desc, id desc limit 1`,
    [personId],
  )
  return { personId: personId as PersonId, sessionId: row?.id ?? '' }
}

describe('open streams', () => {
  it('end at the next look when their session has ended in another process, with one query for all', async () => {
    const openAmong = vi.fn((ids: readonly string[]) => openSessionsAmong(w.platform.db, ids))
    const streams = openStreams({ openAmong, log: { warn }, everyMs })
    const ended: string[] = []
    const join = async (who: CastMember) => {
      const session = await sessionOf(who)
      streams.join({ ...session, beat: () => {}, end: () => ended.push(who) })
      return session
    }
    const [zoe, luc] = [await join('zoe'), await join('luc')]
    await join('vera')
    await streams.look()
    expect([ended, openAmong.mock.calls.length]).toEqual([[], 1])
    await w.owner(`update auth.session set "endedAt" = app_now() where id = $1`, [zoe.sessionId])
    await w.owner(`update people set status = 'DISABLED' where id = $1`, [luc.personId])
    await streams.look()
    expect([ended.toSorted(), openAmong.mock.calls.length]).toEqual([['luc', 'zoe'], 2])
    await w.owner(`update people set status = 'ACTIVE' where id = $1`, [luc.personId])
  })

  it('are looked at with each beat while there are any, and outlive a database that does not answer', async () => {
    vi.useFakeTimers()
    try {
      const [beat, end] = [vi.fn(), vi.fn()]
      const openAmong = vi.fn(async () => new Set<string>()).mockRejectedValueOnce(new Error('gone'))
      const streams = openStreams({ openAmong, log: { warn }, everyMs })
      const leave = streams.join({ personId: 'p' as PersonId, sessionId: 's', beat, end })
      await vi.advanceTimersByTimeAsync(everyMs)
      expect([beat.mock.calls.length, end.mock.calls.length, warn.mock.calls.length]).toEqual([1, 0, 1])
      await vi.advanceTimersByTimeAsync(everyMs)
      expect(end).toHaveBeenCalledOnce()
      leave()
      await vi.advanceTimersByTimeAsync(everyMs * 3)
      expect([beat.mock.calls.length, vi.getTimerCount()]).toEqual([2, 0])
    } finally {
      vi.useRealTimers()
    }
  })
})
