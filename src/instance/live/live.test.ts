import { describe, expect, it } from 'vitest'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { disablePersonPath } from '../../paths/operator.ts'
import { signOutEverywherePath } from '../../paths/people.ts'
import { bridgeLive } from '../../platform/live-bridge.ts'
import { createLive } from '../../platform/live.ts'
import { createLog } from '../../platform/log.ts'

/** Opens a stream in a new session of somebody; `ended` is fulfilled when the server has ended it. */
async function listens(w: World, who: CastMember) {
  const visitor = await w.as(who)
  const stop = new AbortController()
  const answer = await fetch(`${w.base}/live?topics=person:${await w.idOf(who)}`, {
    headers: { Cookie: `vestibule-session=${visitor.cookie('vestibule-session')}` },
    signal: stop.signal,
  })
  expect(answer.status).toBe(200)
  const ended = answer.text()
  ended.catch(() => undefined)
  return { visitor, ended, stop: () => stop.abort() }
}

type Listening = { topics: string[]; changed?: string[]; last: string }

/** Listens as somebody while topics change, at last one that they certainly hear of; gives what came before that. */
async function heardBy(w: World, who: CastMember, { topics, changed = topics, last }: Listening) {
  const cookie = (await w.as(who)).cookie('vestibule-session')
  const stop = new AbortController()
  const wanted = encodeURIComponent([...topics, last].join(' '))
  const answer = await fetch(`${w.base}/live?topics=${wanted}`, {
    headers: { Cookie: `vestibule-session=${cookie}` },
    signal: stop.signal,
  })
  w.platform.live.changed(changed)
  w.platform.live.changed([last])
  let text = ''
  const topicsOf = () => [...text.matchAll(/^data: (.+)$/gm)].map(([, topic = '']) => topic)
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString()
    if (topicsOf().at(-1) === last) break
  }
  stop.abort()
  return topicsOf().slice(0, -1)
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
    const last = async (who: CastMember) => `person:${await w.idOf(who)}`
    const [first = '', second = ''] = topics
    expect(await heardBy(w, 'ana', { topics: [first], last: second })).toEqual([first])
    expect(await heardBy(w, 'ana', { topics: [second], last: first })).toEqual([second])
    expect(await heardBy(w, 'zoe', { topics, last: await last('zoe') })).toEqual([])
    expect(await heardBy(w, 'dmitri', { topics, last: await last('dmitri') })).toEqual([])
  })

  it('of an account reach the home page of those who decide for it', async () => {
    await using w = await world()
    const { account, request } = await acmeAndOneRequest(w)
    const self = `person:${await w.idOf('ana')}`
    const changed = [`account:${account}`]
    expect(await heardBy(w, 'ana', { topics: [self], changed, last: `request:${request}` })).toEqual([self])
    const zoe = `person:${await w.idOf('zoe')}`
    expect(await heardBy(w, 'zoe', { topics: [self], last: zoe })).toEqual([])
  })

  it('need somebody signed in', async () => {
    await using w = await world()
    expect((await w.stranger().get('/live?topics=account:x')).status).toBe(303)
  })

  it('are told to so many pages of one person, and to more again once those are closed', async () => {
    await using w = await world()
    const topic = `person:${await w.idOf('zoe')}`
    const cookie = (await w.as('zoe')).cookie('vestibule-session')
    const stop = new AbortController()
    const open = () =>
      fetch(`${w.base}/live?topics=${topic}`, {
        headers: { Cookie: `vestibule-session=${cookie}` },
        signal: stop.signal,
      })
    // Kept: an answer that nobody holds is collected, and its connection closed.
    const opened: Response[] = []
    for (let n = 0; n < 51; n++) opened.push(await open())
    expect(opened.map(({ status }) => status)).toEqual([...Array(50).fill(200), 204])
    expect((await (await w.as('ana')).get('/profile')).status).toBe(200)
    stop.abort()
    await expect.poll(() => w.platform.live.listeners).toBe(0)
    expect(await heardBy(w, 'zoe', { topics: [], last: topic })).toEqual([])
  })

  it('end at once for whoever signs out, ends their other sessions or is disabled, and for nobody else', async () => {
    await using w = await world()
    const zoe = await listens(w, 'zoe')
    const other = await listens(w, 'zoe')
    const luc = await listens(w, 'luc')
    const ana = await listens(w, 'ana')
    await zoe.visitor.post('/sign-out')
    await zoe.ended
    await expect.poll(() => w.platform.live.listeners).toBe(3)
    await other.visitor.post('/sign-out')
    await other.ended
    const again = await listens(w, 'luc')
    await again.visitor.post(signOutEverywherePath.to(), { which: 'others' })
    await luc.ended
    await expect.poll(() => w.platform.live.listeners).toBe(2)
    const olga = await w.as('olga')
    const disabled = disablePersonPath.to(await w.idOf('luc'))
    await olga.post(disabled, { reason: 'Left the company today' })
    await again.ended
    await expect.poll(() => w.platform.live.listeners).toBe(1)
    ana.stop()
  })

  it('reach the other processes on the same database', async () => {
    await using w = await world()
    const url = w.appUrl
    const [one, other] = [createLive(), createLive()]
    const bridges = [one, other].map((live) => bridgeLive(live, { url, log: createLog('silent', () => {}) }))
    const heard: string[] = []
    other.listen(['account:a', 'account:b'], (topic) => heard.push(topic))
    const found: string[] = []
    other.listen(['person:first'], (topic) => found.push(topic))
    await expect
      .poll(() => {
        bridges[0]?.live.changed(['person:first'])
        return found.length
      })
      .toBeGreaterThan(0)
    bridges[0]?.live.changed(['account:a', 'account:b', 'account:a'])
    await expect.poll(() => heard).toEqual(['account:a', 'account:b'])
    await Promise.all(bridges.map((bridge) => bridge.stop()))
  })
})
