import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { goodPassword, linkFor, open, toNextWindow } from '../../../test/world/links.ts'
import { type World, world } from '../../../test/world/world.ts'
import { demoPassword } from '../../instance/demo/cast.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.owner('delete from limits')
  await w.setClock('0 seconds')
})

const zoe = 'zoe@elsewhere.example'
async function linkForZoe(): Promise<string> {
  await w.stranger().post('/forgotten-password', { address: zoe })
  return linkFor(w, zoe)
}
const rowsOf = (table: string) => w.owner(`select * from ${table} order by 1`)

describe('a forgotten password', () => {
  it('is answered the same for everybody, and only who has an account gets a mail', async () => {
    const known = await w.stranger().post('/forgotten-password', { address: zoe })
    const unknown = await w.stranger().post('/forgotten-password', { address: 'nobody@else.example' })
    expect([known.status, known.location, known.text]).toEqual([
      unknown.status,
      unknown.location,
      unknown.text,
    ])
    const pages = [
      await w.stranger().get('/forgotten-password/sent'),
      await w.stranger().get('/forgotten-password/sent'),
    ]
    expect(pages[0]?.text).toBe(pages[1]?.text)
    await w.settle()
    expect(w.mails.to(zoe).at(-1)?.subject).toBe('Choose a new password')
    expect(w.mails.to('nobody@else.example')).toEqual([])
  })

  it('is chosen anew behind the link: all sessions end, this browser is signed in, the person is told', async () => {
    const before = await w.as('zoe')
    const visitor = w.stranger()
    const page = await open(visitor, await linkForZoe())
    expect(page.path).toBe('/reset-password')
    expect(page.text).toContain(zoe)
    const done = await visitor.post('/reset-password', { password: goodPassword })
    expect([done.status, done.location]).toEqual([303, '/profile'])
    expect((await visitor.get('/profile')).status).toBe(200)
    expect((await before.get('/profile')).status).toBe(303)
    await w.settle()
    expect(w.mails.to(zoe).at(-1)?.subject).toBe('Your password was changed')
    expect((await w.stranger().post('/sign-in', { address: zoe, password: demoPassword })).status).toBe(422)
    expect((await w.stranger().post('/sign-in', { address: zoe, password: goodPassword })).status).toBe(303)
  })

  it('sends the waiting sign-up its mail again', async () => {
    const address = 'twice@acme.example'
    const form = { firstName: 'Twi', lastName: 'Ce', address, password: goodPassword }
    const visitor = w.stranger()
    await visitor.post('/sign-up', form)
    const first = await linkFor(w, address)
    await visitor.post('/forgotten-password', { address })
    const second = await linkFor(w, address)
    expect(second).not.toBe(first)
    expect((await w.stranger().get(first)).status).toBe(410)
    expect((await open(visitor, second)).path).toBe('/verify-address')
  })
})

describe('asking for mails', () => {
  it('is limited for a network whatever address it claims to come from', async () => {
    await w.setClock(`${toNextWindow(3_600)} seconds`)
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) {
      const visitor = w.stranger({ 'X-Forwarded-For': `203.0.113.${i}` })
      statuses.push((await visitor.post('/forgotten-password', { address: `p${i}@acme.example` })).status)
    }
    expect(statuses).toEqual([...Array(10).fill(303), 429, 429])
  })

  it('never lets the Host of a request into a mail', async () => {
    const body = `address=${encodeURIComponent(zoe)}`
    const headers = {
      Host: 'evil.example',
      Origin: w.base,
      'Content-Type': 'application/x-www-form-urlencoded',
    }
    await new Promise<void>((resolve, reject) => {
      const sent = request(`${w.base}/forgotten-password`, { method: 'POST', headers }, (answer) => {
        answer.resume()
        answer.on('end', resolve)
      })
      sent.on('error', reject)
      sent.end(body)
    })
    await w.settle()
    const mail = w.mails.to(zoe).at(-1)
    expect(mail?.text).toContain(`${w.base}/link?t=`)
    expect(`${mail?.text}${mail?.html}`).not.toContain('evil.example')
  })
})

describe('a link in a mail', () => {
  it('changes nothing however often it is opened', async () => {
    const link = await linkForZoe()
    const state = async () =>
      JSON.stringify([await rowsOf('links'), await rowsOf('auth.account'), await rowsOf('auth.session')])
    const before = await state()
    for (let i = 0; i < 50; i++) {
      const scanner = w.stranger()
      await open(scanner, link)
      await scanner.send(link, { method: 'HEAD' })
    }
    expect(await state()).toBe(before)
    expect((await open(w.stranger(), link)).status).toBe(200)
  })

  it('leaves its token in no address, no log line and no table', async () => {
    const link = await linkForZoe()
    const token = link.split('t=')[1] ?? ''
    const visitor = w.stranger()
    const page = await open(visitor, link)
    expect(page.path).not.toContain(token)
    expect(page.text).not.toContain(token)
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(w.log.join('')).not.toContain(token)
    for (const table of ['links', 'events', 'jobs', 'mails'])
      expect(JSON.stringify(await rowsOf(table))).not.toContain(token)
  })

  it('opens once: used, it is gone for everybody', async () => {
    const link = await linkForZoe()
    const [first, second] = [w.stranger(), w.stranger()]
    await open(first, link)
    await open(second, link)
    expect((await first.post('/reset-password', { password: goodPassword })).status).toBe(303)
    const late = await second.post('/reset-password', { password: 'another lantern over the stairs' })
    expect(late.status).toBe(410)
    expect((await w.stranger().get(link)).status).toBe(410)
  })

  it('is used once when two press at once', async () => {
    for (let round = 0; round < 5; round++) {
      await w.owner('delete from limits')
      const link = await linkForZoe()
      const visitors = [w.stranger(), w.stranger(), w.stranger()]
      await Promise.all(visitors.map((visitor) => open(visitor, link)))
      const answers = await Promise.all(
        visitors.map((visitor, i) => visitor.post('/reset-password', { password: `${goodPassword} ${i}` })),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
    }
  })

  it('ends when its hour is over, and when a newer one is sent', async () => {
    const old = await linkForZoe()
    const newer = await linkForZoe()
    expect((await w.stranger().get(old)).status).toBe(410)
    const visitor = w.stranger()
    await open(visitor, newer)
    await w.setClock('61 minutes')
    expect((await visitor.get('/reset-password')).status).toBe(410)
    expect((await visitor.post('/reset-password', { password: goodPassword })).status).toBe(410)
  })

  it('opens only the page it was made for', async () => {
    const visitor = w.stranger()
    await open(visitor, await linkForZoe())
    for (const path of ['/verify-address', '/sign-in-link', '/first-operator']) {
      expect((await visitor.get(path)).status).toBe(410)
    }
  })

  it('cannot be guessed or made up', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), 'A'.repeat(5_000), '%00']) {
      expect((await w.stranger().get(`/link?t=${token}`)).status).toBe(410)
    }
  })
})
