import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { approval, asks } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'
import { lettersOf } from '../../worker.ts'
import en from '../messages/en/bell.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await w.owner(`update people set locale = 'en'`)
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.settle()
  await w.owner('delete from limits')
  await w.owner('update mails set read_at = app_now() where read_at is null')
  await w.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1 where settled_at is null and requester_id = $1`,
    [await w.idOf('raul')],
  )
})

const count = (page: string) =>
  Number(
    /class="counter"><span aria-hidden="true">(\d+)/.exec(
      page.split('class="bell"')[1]?.split('</a>')[0] ?? '',
    )?.[1] ?? 0,
  )

/** Letters to addresses that belong to nobody here. */
const notToPeople = new Set([
  'person.verify',
  'claim.role-mail',
  'application.role-mail',
  'case.desk',
  'account.contact-asked',
  'access-request.overdue.contact',
])

describe('the bell', () => {
  it('counts what was not read, and leads to what it is about', async () => {
    const [ana, raul] = [await w.as('ana'), await w.as('raul')]
    const request = await asks(w, 'raul')
    await w.settle()
    const home = await ana.get('/')
    expect(count(home.text)).toBe(1)
    const bell = await ana.get('/notifications')
    expect(bell.text).toContain('Raul Ortega asks for access to ACME')
    expect(bell.text).toContain(`href="/requests/${request}"`)
    expect((await raul.get('/notifications')).text).toContain('Your request for ACME was sent')
  })

  it('holds no entry about what is settled, or what is no longer one’s own', async () => {
    const [ana, ben, raul] = [await w.as('ana'), await w.as('ben'), await w.as('raul')]
    const request = await asks(w, 'raul')
    await w.settle()
    await w.owner(`update grants set ends_at = app_now() where role = 'SA' and person_id = $1`, [
      await w.idOf('ben'),
    ])
    expect(count((await ben.get('/')).text)).toBe(0)
    expect((await ben.get('/notifications')).text).not.toContain(request)
    await w.owner(`update grants set ends_at = null where role = 'SA' and person_id = $1`, [
      await w.idOf('ben'),
    ])
    expect(count((await ben.get('/')).text)).toBe(1)
    await ana.get(`/requests/${request}`)
    await ana.post(`/requests/${request}/approve`, approval())
    await w.settle()
    const after = await ben.get('/notifications')
    expect(after.text).not.toContain('Raul Ortega asks for access to ACME')
    expect(after.text).toContain('The request of Raul Ortega for ACME was approved')
    expect((await raul.get('/notifications')).text).toContain('Your request for ACME was approved')
  })

  it('is read entry by entry or all at once, by nobody else and by no look', async () => {
    const [ana, raul] = [await w.as('ana'), await w.as('raul')]
    await asks(w, 'raul')
    await w.settle()
    const page = await ana.get('/notifications')
    for (let look = 0; look < 5; look++) await ana.get('/notifications')
    expect(count((await ana.get('/')).text)).toBe(1)
    const entry = /name="entry" value="([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? ''
    await raul.post('/notifications/read', { entry })
    expect(count((await ana.get('/')).text)).toBe(1)
    await ana.post('/notifications/read', { entry })
    expect(count((await ana.get('/')).text)).toBe(0)
    await raul.post('/notifications/read', { entry: 'all' })
    expect(count((await raul.get('/')).text)).toBe(0)
  })

  it('no longer counts what was opened', async () => {
    const ana = await w.as('ana')
    const request = await asks(w, 'raul')
    await w.settle()
    await ana.get(`/requests/${request}`, { 'Sec-Purpose': 'prefetch' })
    expect(count((await ana.get('/')).text)).toBe(1)
    await ana.get(`/requests/${request}`)
    expect(count((await ana.get('/')).text)).toBe(0)
    expect((await ana.get('/notifications')).text).toContain('Raul Ortega asks for access to ACME')
  })

  it('rings on open pages as soon as there is something', async () => {
    const ana = await w.as('ana')
    const topic = `person:${await w.idOf('ana')}`
    expect((await ana.get('/profile')).text).toContain(`data-live-header="${topic}"`)
    const heard: string[] = []
    const leave = w.platform.live.listen([topic], (said) => heard.push(said))
    await asks(w, 'raul')
    await w.settle()
    await vi.waitFor(() => expect(heard).toContain(topic), 10_000)
    leave()
    expect(count((await ana.get('/')).text)).toBe(1)
  })

  it('stops counting at 99', async () => {
    const zoe = await w.idOf('zoe')
    await w.owner(
      `insert into mails (account_id, id, kind, person_id, address, locale, message_id, category)
       select '00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'person.reset', $1, 'x@y.example', 'en',
         'test-' || n, 'security' from generate_series(1, 140) n`,
      [zoe],
    )
    const page = await (await w.as('zoe')).get('/')
    expect(page.text).toContain('<span aria-hidden="true">99+</span>')
    expect(page.text).toContain('More than 99 notifications not read')
    const visitor = await w.as('zoe')
    const list = await visitor.get('/notifications')
    const next = /href="(\/notifications\?after=[^"]+)"/.exec(list.text)?.[1]
    expect(next).toBeDefined()
    expect((await visitor.get(next ?? '')).status).toBe(200)
    await w.owner(`delete from mails where message_id like 'test-%'`)
  })

  it('has a sentence for each kind of mail that is sent to somebody', async () => {
    const silent = Object.keys(lettersOf(w.platform)).filter(
      (kind) => !Object.hasOwn(en, `bell.${kind}`) && !notToPeople.has(kind),
    )
    expect(silent).toEqual([])
  })

  it('keeps what cannot be mailed', async () => {
    const ben = await w.idOf('ben')
    await w.owner('update people set mail_bounced_at = app_now() where id = $1', [ben])
    await asks(w, 'raul')
    const before = w.mails.to('ben@acme.example').length
    await w.settle()
    expect(w.mails.to('ben@acme.example')).toHaveLength(before)
    expect((await (await w.as('ben')).get('/notifications')).text).toContain('Raul Ortega asks for access')
    await w.owner('update people set mail_bounced_at = null')
  })
})
