import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toNextWindow } from '../../test/world/links.ts'
import { type World, world } from '../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

describe('somebody who reads on in lists', () => {
  it('opens sixty further pages in an hour, each as often as they like, then is told when to go on', async () => {
    await w.setClock(`${toNextWindow(3_600)} seconds`)
    const [ana, ben] = [await w.as('ana', { 'Accept-Language': 'en' }), await w.as('ben')]
    const answers: number[] = []
    for (let page = 0; page < 60; page++) {
      const lists = ['/queue', '/accounts/acme.example/users', '/accounts/acme.example/events']
      const { status } = await ana.get(`${lists[page % 3]}?after=${page}`)
      answers.push(status)
    }
    expect(answers.filter((status) => status !== 200)).toEqual([])
    const last = await ana.get('/queue?after=last')
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(last.text).toContain('Too many pages')
    expect((await ana.get('/queue?after=last')).status).toBe(429)
    expect((await ana.get('/queue?after=0')).status).toBe(200)
    expect((await ana.get('/queue')).status).toBe(200)
    expect((await ben.get('/queue?after=1')).status).toBe(200)
  })
})
