import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { bridgeLive } from '../../platform/live-bridge.ts'
import { createLive } from '../../platform/live.ts'
import { createLog } from '../../platform/log.ts'

/** Listens as somebody for a while; gives the topics that were heard. */
async function heardBy(
  w: World,
  who: CastMember,
  topics: string[],
  meanwhile: () => Promise<void> | void,
): Promise<string[]> {
  const cookie = (await w.as(who)).cookie('vestibule-session')
  const stop = new AbortController()
  const answer = await fetch(`${w.base}/live?topics=${encodeURIComponent(topics.join(' '))}`, {
    headers: { Cookie: `vestibule-session=${cookie}` },
    signal: stop.signal,
  })
  let text = ''
  const reading = (async () => {
    for await (const chunk of answer.body ?? []) text += Buffer.from(chunk).toString()
  })().catch(() => {})
  await pause(50)
  await meanwhile()
  await pause(150)
  stop.abort()
  await reading
  return [...text.matchAll(/^data: (.+)$/gm)].map(([, topic = '']) => topic)
}

async function acmeAndOneRequest(w: World): Promise<{ account: string; request: string }> {
  const [row] = await w.owner<{ account: string; request: string }>(
    `select a.id as account, r.id as request from accounts a join access_requests r on r.account_id = a.id
     where a.identifier = 'acme.example' and r.status = 'PENDING' limit 1`,
  )
  if (!row) throw new Error('The demo has no pending request')
  return row
}

describe('live changes', () => {
  it('are told to those who may see what changed, and to nobody else', async () => {
    await using w = await world()
    const { account, request } = await acmeAndOneRequest(w)
    const topics = [`account:${account}`, `request:${request}`]
    const change = () => w.platform.live.changed(topics)
    expect(await heardBy(w, 'ana', topics, change)).toEqual(topics)
    expect(await heardBy(w, 'zoe', topics, change)).toEqual([])
    expect(await heardBy(w, 'dmitri', topics, change)).toEqual([])
  })

  it('of an account reach the home page of those who decide for it', async () => {
    await using w = await world()
    const { account } = await acmeAndOneRequest(w)
    const self = `person:${await w.idOf('ana')}`
    expect(await heardBy(w, 'ana', [self], () => w.platform.live.changed([`account:${account}`]))).toEqual([
      self,
    ])
    expect(await heardBy(w, 'zoe', [self], () => w.platform.live.changed([self]))).toEqual([])
  })

  it('need somebody signed in', async () => {
    await using w = await world()
    expect((await w.stranger().get('/live?topics=account:x')).status).toBe(303)
  })

  it('reach the other processes on the same database', async () => {
    await using w = await world()
    const url = w.appUrl
    const [one, other] = [createLive(), createLive()]
    const bridges = [one, other].map((live) => bridgeLive(live, { url, log: createLog('silent', () => {}) }))
    const heard: string[] = []
    other.listen(['account:a', 'account:b'], (topic) => heard.push(topic))
    await pause(300)
    bridges[0]?.live.changed(['account:a', 'account:b', 'account:a'])
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual(['account:a', 'account:b'])
    await Promise.all(bridges.map((bridge) => bridge.stop()))
  })
})
