import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

describe('somebody who reads on in lists', () => {
  it('opens sixty further pages in an hour, each as often as they like, then is told when to go on', async () => {
    const [ana, ben] = [await w.as('ana', { 'Accept-Language': 'en' }), await w.as('ben')]
    // A window may end while the test runs, so that one page more is let through.
    const answers: number[] = []
    for (let page = 0; page < 62; page++) {
      const lists = ['/queue', '/accounts/acme.example/users', '/accounts/acme.example/events']
      const { status } = await ana.get(`${lists[page % 3]}?after=${page}`)
      answers.push(status)
    }
    expect(answers.slice(0, 60).filter((status) => status !== 200)).toEqual([])
    const last = await ana.get('/queue?after=last')
    if (last.status === 200) return
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(last.text).toContain('Too many pages')
    expect((await ana.get('/queue?after=last')).status).toBe(429)
    expect((await ana.get('/queue?after=0')).status).toBe(200)
    expect((await ana.get('/queue')).status).toBe(200)
    expect((await ben.get('/queue?after=1')).status).toBe(200)
  })
})
