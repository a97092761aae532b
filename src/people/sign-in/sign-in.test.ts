import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoPassword } from '../../instance/demo/cast.ts'
import { toNextWindow } from '../../../test/world/links.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.owner('delete from limits')
  await w.setClock('0 seconds')
})

const raul = { address: 'raul@acme.example', password: demoPassword }

describe('signing in', () => {
  it('opens a new session each time and ends the one that this browser had', async () => {
    const visitor = w.stranger()
    await visitor.post('/sign-in', raul)
    const first = visitor.cookie('vestibule-session') ?? ''
    await visitor.post('/sign-in', raul)
    const second = visitor.cookie('vestibule-session') ?? ''
    expect(second).not.toBe(first)
    const thief = w.stranger()
    thief.setCookie('vestibule-session', first)
    expect((await thief.get('/profile')).location).toBe('/sign-in?next=%2Fprofile')
  })

  it('never takes over a session that was planted before', async () => {
    const visitor = w.stranger()
    visitor.setCookie('vestibule-session', 'planted.c2lnbmF0dXJl')
    await visitor.post('/sign-in', raul)
    expect(visitor.cookie('vestibule-session')).not.toContain('planted')
    expect((await visitor.get('/profile')).status).toBe(200)
  })

  it('reads no session whose cookie is not signed by us: a row of the database opens nothing', async () => {
    await w.as('raul')
    const [row] = await w.owner<{ token: string }>('select token from auth.session limit 1')
    const thief = w.stranger()
    for (const value of [row?.token ?? '', `${row?.token}.`, `${row?.token}.${'A'.repeat(43)}`]) {
      thief.setCookie('vestibule-session', value)
      expect((await thief.get('/profile')).status).toBe(303)
    }
  })

  it('answers the same for a wrong password and for nobody', async () => {
    const wrong = await w.stranger().post('/sign-in', { ...raul, password: 'not this one at all' })
    const nobody = await w
      .stranger()
      .post('/sign-in', { address: 'rual@acme.example', password: 'not this one at all' })
    expect([wrong.status, nobody.status]).toEqual([422, 422])
    expect(wrong.text.replaceAll('raul@', 'rual@')).toBe(nobody.text)
  })

  it('takes as long for nobody as for somebody', async () => {
    const times = { known: [] as number[], unknown: [] as number[] }
    const time = async (into: number[], address: string) => {
      await w.owner('delete from limits')
      const from = performance.now()
      await w.stranger().post('/sign-in', { address, password: 'not this one at all' })
      into.push(performance.now() - from)
    }
    const best = (list: number[]) => Math.min(...list)
    // What disturbs only adds time, so the best of each come closer to the truth the longer it is tried.
    for (let i = 0; i < 12 || (i < 60 && best(times.unknown) <= best(times.known) * 0.6); i++) {
      await time(times.known, raul.address)
      await time(times.unknown, `nobody-${i}@acme.example`)
    }
    expect(best(times.unknown)).toBeGreaterThan(best(times.known) * 0.6)
  })

  it('stops after ten wrong passwords for one person, even from elsewhere, and then for the right one too', async () => {
    const elsewhere = await world({ TRUSTED_PROXIES: '127.0.0.1' })
    try {
      const start = toNextWindow(300)
      await elsewhere.setClock(`${start} seconds`)
      const from = (n: number) => elsewhere.stranger({ 'X-Forwarded-For': `198.51.100.${n}` })
      for (let i = 1; i <= 10; i++) {
        expect((await from(i).post('/sign-in', { ...raul, password: 'wrong wrong wrong' })).status).toBe(422)
      }
      const right = await from(11).post('/sign-in', raul)
      expect(right.status).toBe(429)
      expect(Number(right.headers.get('Retry-After'))).toBeGreaterThan(0)
      await elsewhere.setClock(`${start + 300} seconds`)
      expect((await from(12).post('/sign-in', raul)).status).toBe(303)
    } finally {
      await elsewhere.end()
    }
  })

  it('stops one network that tries many people, and its good guesses do not start the count again', async () => {
    await w.setClock(`${toNextWindow(300)} seconds`)
    for (let i = 0; i < 9; i++) {
      await w.stranger().post('/sign-in', { address: `p${i}@acme.example`, password: 'wrong wrong wrong' })
    }
    expect((await w.stranger().post('/sign-in', raul)).status).toBe(303)
    await w.stranger().post('/sign-in', { address: 'p10@acme.example', password: 'wrong wrong wrong' })
    expect((await w.stranger().post('/sign-in', raul)).status).toBe(429)
  })

  it('goes on to where somebody was going', async () => {
    const visitor = w.stranger()
    const away = await visitor.get('/profile/settings?done=x')
    expect(away.location).toBe('/sign-in?next=%2Fprofile%2Fsettings%3Fdone%3Dx')
    expect((await visitor.post('/sign-in', { ...raul, next: '/profile/settings' })).location).toBe(
      '/profile/settings',
    )
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'https://evil.example',
    '/%2f%2fevil.example',
    '/a\tb',
    '/é',
    'evil',
    '/..//evil.example',
  ])('never goes on to another host: %s', async (next) => {
    const answer = await w.stranger().post('/sign-in', { ...raul, next })
    expect(answer.status).toBe(303)
    const target = new URL(answer.location ?? '', w.base)
    expect(target.origin).toBe(w.base)
  })

  it('is refused when another site sends it', async () => {
    const foreign = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]
    for (const headers of foreign) {
      expect((await w.stranger().post('/sign-in', raul, headers)).status).toBe(403)
      const ana = await w.as('ana')
      expect((await ana.post('/sign-out', {}, headers)).status).toBe(403)
    }
  })
})

describe('a session', () => {
  it('ends after 12 hours without use, or after 30 minutes for somebody who decides', async () => {
    const [zoe, ana] = [await w.as('zoe'), await w.as('ana')]
    await w.setClock('31 minutes')
    expect((await ana.get('/profile')).status).toBe(303)
    expect((await zoe.get('/profile')).status).toBe(200)
    const seen = `select 1 from auth.session where "seenAt" > app_now() - interval '1 minute'`
    await expect.poll(() => w.owner(seen)).toHaveLength(1)
    await w.setClock('13 hours')
    expect((await zoe.get('/profile')).status).toBe(303)
  })

  it('ends after seven days however much it is used', async () => {
    const zoe = await w.as('zoe')
    for (let hours = 10; hours <= 160; hours += 10) {
      await w.setClock(`${hours} hours`)
      expect((await zoe.get('/profile')).status).toBe(200)
      const seen = `select 1 from auth.session where "seenAt" > app_now() - interval '1 minute'`
      await expect.poll(() => w.owner(seen)).toHaveLength(1)
    }
    await w.setClock('169 hours')
    expect((await zoe.get('/profile')).status).toBe(303)
  })

  it('is gone from the database after signing out, and its page is not kept by the browser', async () => {
    const raulVisits = await w.as('raul')
    const page = await raulVisits.get('/profile')
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    const cookie = raulVisits.cookie('vestibule-session') ?? ''
    const out = await raulVisits.post('/sign-out')
    expect(out.headers.get('Clear-Site-Data')).toContain('"cache"')
    expect(raulVisits.cookie('vestibule-session')).toBeUndefined()
    const thief = w.stranger()
    thief.setCookie('vestibule-session', cookie)
    expect((await thief.get('/profile')).status).toBe(303)
    expect(await w.owner('select 1 from auth.session where token = $1', [cookie.split('.')[0]])).toEqual([])
  })

  it('ends at once when its person is disabled', async () => {
    const luc = await w.as('luc')
    await w.owner("update people set status = 'DISABLED' where address like 'luc@%'")
    expect((await luc.get('/profile')).status).toBe(303)
    await w.owner("update people set status = 'ACTIVE' where address like 'luc@%'")
  })
})
