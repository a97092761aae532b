import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await here.owner(
    `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
       account_name, profile, submitted_at, due_at, expires_at, settled_at, version, status_changes)
     select a.id, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'AR-0000-' || lpad(n::text, 4, '0'), $1,
       $1, case when n % 2 = 0 then 'DECLINED' else 'WITHDRAWN' end, 'UNSURE', 'because of a test', 'Number ' || n, '{}',
       app_now() - interval '9 days', app_now(), app_now(), app_now(), 2, 1
     from accounts a, generate_series(1, 119) n where a.identifier = 'acme.example'`,
    [await here.idOf('raul')],
  )
})
afterAll(() => here.end())

const path = '/access/services-and-support'
const namesIn = (page: string) => [...page.matchAll(/>Number (\d+)</g)].map(([, n]) => Number(n))
const nextIn = (page: string) => /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')

describe('Your Access Requests', () => {
  it('shows the newest fifty, and goes on where it stopped, to the last', async () => {
    const raul = await here.as('raul')
    const seen: number[] = []
    let at: string | undefined = path
    for (let pages = 0; at && pages < 5; pages++) {
      const { text } = await raul.get(at)
      seen.push(...namesIn(text))
      at = nextIn(text)
    }
    expect(seen).toEqual(Array.from({ length: 119 }, (_, n) => 119 - n))
  })

  it('counts and filters by what became of them', async () => {
    const page = (await (await here.as('raul')).get(`${path}?show=declined`)).text
    expect(namesIn(page).every((n) => n % 2 === 0)).toBe(true)
    expect(page).toMatch(/Toutes <span class="place-count">119</)
    expect(page).toMatch(/Refusées <span class="place-count">59</)
  })

  it('begins anew with a place that is forged, another’s, of another list or an hour old', async () => {
    const raul = await here.as('raul')
    const next = nextIn((await raul.get(path)).text) ?? ''
    const cursor = new URL(next, 'http://x').searchParams.get('after') ?? ''
    const first = async (visitor: typeof raul, after: string, show = '') =>
      namesIn((await visitor.get(`${path}?after=${encodeURIComponent(after)}${show}`)).text)[0]
    expect(await first(raul, cursor)).toBe(69)
    expect(await first(raul, `${cursor}x`)).toBe(119)
    expect(await first(raul, 'nonsense')).toBe(119)
    expect(await first(raul, cursor, '&show=declined')).toBe(118)
    expect((await (await here.as('luc')).get(`${path}?after=${cursor}`)).text.includes('Number')).toBe(false)
    await here.setClock('61 minutes')
    expect(await first(await here.as('raul'), cursor)).toBe(119)
    await here.setClock('0 hours')
  })

  it('says of an open one whom it waits for, and offers what can be done', async () => {
    const id = await asks(here, 'raul')
    const raul = await here.as('raul')
    const fresh = (await raul.get(`${path}?show=open`)).text
    expect(fresh.includes('Auprès de 2 administrateurs, réponse attendue au plus tard le')).toBe(true)
    expect(fresh.includes('Rappel possible à partir du')).toBe(true)
    expect(fresh.includes(`action="/requests/${id}/remind"`)).toBe(false)
    await here.setClock('3 days')
    const later = (await (await here.as('raul')).get(`${path}?show=open`)).text
    expect(later.includes(`action="/requests/${id}/remind"`)).toBe(true)
    await here.setClock('9 days')
    const late = (await (await here.as('raul')).get(`${path}?show=open`)).text
    expect(late.includes('En retard')).toBe(true)
    await here.setClock('0 days')
  })

  it('leads somebody who has none to asking', async () => {
    const page = (await (await here.as('luc')).get(path)).text
    expect(page.includes('You have not asked for access yet')).toBe(true)
    expect(page.includes('href="/requests/new"')).toBe(true)
  })

  it('finds a request by its reference however it is written, but only one that may be seen', async () => {
    const find = async (who: 'raul' | 'ana' | 'zoe', typed: string) =>
      (await here.as(who)).get(`${path}/find?reference=${encodeURIComponent(typed)}`)
    const to = '/requests/01900000-0000-7000-8000-000000000042'
    for (const typed of ['AR-0000-0042', 'ar 0000 0042', 'ar-oooo-0o42', '00000042']) {
      expect((await find('raul', typed)).location).toBe(to)
    }
    expect((await find('ana', 'AR-0000-0042')).location).toBe(to)
    for (const typed of ['AR-0000-0042', 'AR-ZZZZ-ZZZZ', '%', "'; drop table people; --"]) {
      const answer = await find('zoe', typed)
      expect(answer.status).toBe(422)
      expect(answer.text.includes('No request that you can see has this reference')).toBe(true)
    }
    expect((await find('zoe', '')).text.includes('Enter the reference of a request')).toBe(true)
  })
})
