import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toNextWindow } from '../../test/world/links.ts'
import { type World, world } from '../../test/world/world.ts'
import { createApp } from '../app.ts'
import { demoPassword } from '../instance/demo/cast.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.owner('delete from limits')
  await w.setClock('0 seconds')
})

const typed = {
  company: 'ACME Laboratories',
  country: 'FR',
  siteAddress: '1 rue de la Paix',
  companyPhone: '',
}

describe('what was typed before the session ended', () => {
  it('is there again after the same person has signed in', async () => {
    const raul = await w.as('raul')
    await w.setClock('13 hours')
    const away = await raul.post('/profile/company', typed)
    expect(away.location).toBe('/sign-in?next=%2Fprofile%2Fcompany')
    const back = await raul.post('/sign-in', {
      address: 'raul@acme.example',
      password: demoPassword,
      next: '/profile/company',
    })
    const page = await raul.get(back.location ?? '')
    expect(page.text).toContain('ACME Laboratories')
    expect(page.text).toContain('1 rue de la Paix')
    expect((await raul.get('/profile/company')).text).not.toContain('ACME Laboratories')
  })

  it('is there again beside the rows of a list, once', async () => {
    const path = '/accounts/acme.example/rules/blocks'
    const ana = await w.as('ana')
    await w.setClock('13 hours')
    const reason = 'They sent the same request nine times.'
    await ana.post(path, { address: 'zoe@elsewhere.example', howLong: '30_DAYS', reason })
    await ana.post('/sign-in', { address: 'ana@acme.example', password: demoPassword, next: path })
    const page = (await ana.get(path)).text
    expect([page.includes(reason), page.includes('zoe@elsewhere.example')]).toEqual([true, true])
    expect((await ana.get(path)).text).not.toContain(reason)
  })

  it('is not shown to somebody else who signs in there', async () => {
    const raul = await w.as('raul')
    await w.setClock('13 hours')
    await raul.post('/profile/company', typed)
    await raul.post('/sign-in', { address: 'zoe@elsewhere.example', password: demoPassword })
    expect((await raul.get('/profile/company')).text).not.toContain('ACME Laboratories')
  })

  it('is kept without passwords, and not at all when nobody ever was signed in', async () => {
    await w.owner('delete from drafts')
    const raul = await w.as('raul')
    await w.setClock('13 hours')
    await raul.post('/profile/password', {
      currentPassword: demoPassword,
      password: 'a new one that is long',
    })
    await w.stranger().post('/profile/company', typed)
    const drafts = JSON.stringify(await w.owner('select * from drafts'))
    expect(drafts).not.toContain(demoPassword)
    expect(drafts).not.toContain('a new one that is long')
    expect(drafts).not.toContain('ACME Laboratories')
  })
})

describe('every form', () => {
  it('has a page at its own address, to come back to after signing in again', () => {
    const app = createApp(w.platform, {
      addresses: (peer) => peer,
      draining: () => false,
      stopping: new AbortController().signal,
    })
    const pathsOf = (method: string) =>
      app.routes.filter((route) => route.method === method).map((route) => route.path)
    const pages = new Set(pathsOf('GET'))
    expect(pathsOf('POST').filter((path) => !path.startsWith('/api/') && !pages.has(path))).toEqual([])
  })

  it('without one leads to the page above it', async () => {
    const raul = await w.as('raul')
    const id = '01890000-0000-7000-8000-000000000000'
    expect((await raul.get(`/requests/${id}/remind`)).location).toBe(`/requests/${id}`)
    expect((await raul.get('/sign-out')).location).toBe('/')
  })
})

describe('typing the password again', () => {
  const token = { name: 'Nightly report', scopes: ['requests:read'], days: '30' }

  it('is asked for before a step that matters, and what was typed comes back', async () => {
    const raul = await w.as('raul')
    await w.setClock('6 minutes')
    const asked = await raul.post('/profile/tokens/new', token)
    expect(asked.location).toBe('/confirm-password?next=%2Fprofile%2Ftokens%2Fnew')
    const before = raul.cookie('vestibule-session')
    const wrong = await raul.post('/confirm-password', {
      password: 'not this one',
      next: '/profile/tokens/new',
    })
    expect(wrong.status).toBe(422)
    const right = await raul.post('/confirm-password', {
      password: demoPassword,
      next: '/profile/tokens/new',
    })
    expect(right.location).toBe('/profile/tokens/new')
    expect(raul.cookie('vestibule-session')).not.toBe(before)
    expect((await raul.get('/profile/tokens/new')).text).toContain('Nightly report')
    expect((await raul.post('/profile/tokens/new', token)).status).toBe(200)
  })

  it('cannot be guessed without end', async () => {
    await w.setClock(`${toNextWindow(300)} seconds`)
    const raul = await w.as('raul')
    for (let i = 0; i < 10; i++) await raul.post('/confirm-password', { password: 'not this one', next: '/' })
    expect((await raul.post('/confirm-password', { password: demoPassword, next: '/' })).status).toBe(429)
  })
})
