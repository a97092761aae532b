import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, placeId, standing } from '../../../test/world/acts.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const idsOn = (page: string) =>
  [...page.matchAll(/<th scope="row"><a href="\/requests\/([0-9a-f-]{36})"/g)].map(([, id]) => id)

/** Raul's request copied, so that the queue has more than one page. */
async function fill(count: number): Promise<void> {
  await here.owner(
    `insert into people (id, address, verified_at, first_name, last_name)
     select ('0190aaaa-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'n' || n || '@acme.example', app_now(), 'N', n::text
     from generate_series(1, $1::int) n`,
    [count],
  )
  await here.owner(
    `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
       account_name, profile, submitted_at, due_at, expires_at)
     select a.id, ('0190bbbb-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'AR-TEST-' || lpad(n::text, 4, '0'), p.id,
       p.id, 'PENDING', 'ACCOUNT', 'To see the licences.', 'ACME',
       json_build_object('firstName', 'N', 'lastName', n::text, 'email', p.address),
       app_now() - (n % 7 || ' hours')::interval, app_now() + (n % 5 || ' days')::interval, app_now() + interval '28 days'
     from generate_series(1, $1::int) n
     join people p on p.address = 'n' || n || '@acme.example', accounts a where a.identifier = 'acme.example'`,
    [count],
  )
}

describe('the queue', () => {
  it('shows each administrator what they may decide, and nobody anything else', async () => {
    const paris = await asks(here, 'raul', { places: ['Paris'], role: 'VV' })
    const sees = async (who: CastMember) => idsOn((await (await here.as(who)).get('/queue')).text)
    expect(await sees('ana')).toContain(paris)
    expect(await sees('vera')).toContain(paris)
    expect(await sees('carla')).not.toContain(paris)
    expect(await sees('luc')).toEqual([])
    expect(await sees('raul')).toEqual([])
  })

  it('shows a way to decide exactly where the command would let it happen', async () => {
    const all = await here.owner<{ id: string }>(`select id from access_requests where status = 'PENDING'`)
    for (const who of ['ana', 'ben', 'vera', 'carla', 'dmitri', 'luc', 'raul', 'zoe'] as const) {
      const visitor = await here.as(who)
      for (const { id } of all) {
        const page = await visitor.get(`/requests/${id}`)
        const offered = page.text.includes(`href="/requests/${id}/approve"`)
        const form = await visitor.get(`/requests/${id}/approve`)
        // Everything but the fields is right, so a decision that is allowed stops at the form.
        const sent = await visitor.post(`/requests/${id}/approve`, { version: '1', scope: 'ACCOUNT' })
        expect({ who, form: form.status === 200, sent: sent.status === 422 }).toEqual({
          who,
          form: offered,
          sent: offered,
        })
      }
    }
  })

  it('is read to its end page by page, each request once, and a page belongs to its reader', async () => {
    await fill(130)
    const ana = await here.as('ana')
    const seen: (string | undefined)[] = []
    let next: string | undefined = '/queue'
    let first: string | undefined
    while (next) {
      const page = await ana.get(next)
      expect(page.status).toBe(200)
      seen.push(...idsOn(page.text))
      next = /rel="next" href="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&')
      first ??= next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(131)
    const ben = idsOn((await (await here.as('ben')).get(first ?? '')).text)
    expect(ben).toEqual(seen.slice(0, 50))
    const bySent = idsOn((await ana.get('/queue?sort=sent')).text)
    expect(bySent).not.toEqual(seen.slice(0, 50))
  })

  it('says in the header and the title how many wait, up to 99', async () => {
    const page = await (await here.as('ana')).get('/queue')
    expect(page.text).toContain('<title>More than 99 requests to decide')
    expect(page.text).toContain('99+')
  })
})

describe('several requests at once', () => {
  it('are decided one by one, with a result for each', async () => {
    const ana = await here.as('ana')
    const lyon = await placeId(here, 'acme.example', 'Lyon')
    const ids = [1, 2, 3, 4].map((n) => `0190bbbb-0000-7000-8000-${String(n).padStart(12, '0')}`)
    const [asked, open, admin, gone] = ids as [string, string, string, string]
    await here.owner(
      `update access_requests set ask_scope = 'VIRTUAL', ask_virtual_account_ids = array[$2::uuid], ask_role = 'VU' where id = $1`,
      [asked, lyon],
    )
    await here.owner(`update access_requests set ask_role = 'SA' where id = $1`, [admin])
    await (await here.as('ben')).post(`/requests/${gone}/decline`, {
      version: '1',
      code: 'OTHER',
      text: 'Ben was first here.',
      private: '',
      block: '',
    })
    const request = ids.map((id) => `${id}:1`)
    const ask = await ana.post('/queue/selected', { request })
    expect(ask.status).toBe(200)
    expect(idsOn(ask.text)).toHaveLength(3)
    expect((await ana.post('/queue/decide', { request })).status).toBe(422)
    const result = await ana.post('/queue/decide', { request, what: 'approve' })
    expect(result.status).toBe(200)
    expect(result.text).toContain('1 was decided, 3 were left as they were.')
    expect(result.text).toContain('It was already declined by Ben Okafor')
    const statuses: (string | undefined)[] = []
    for (const id of ids) statuses.push((await standing(here, id)).status)
    expect(statuses).toEqual(['APPROVED', 'PENDING', 'PENDING', 'DECLINED'])
    expect((await standing(here, asked)).grants).toEqual([{ role: 'VU', place: 'Lyon', over: false }])
    const two = [open, admin].map((id) => `${id}:1`)
    const declined = await ana.post('/queue/decide', {
      request: two,
      what: 'decline',
      code: 'NOT_NEEDED',
      text: 'The project was stopped.',
    })
    expect(declined.text).toContain('2 were decided, none was left.')
  })

  it('are twenty at most, and at least one', async () => {
    const ana = await here.as('ana')
    const many = Array.from(
      { length: 21 },
      (_, n) => `0190bbbb-0000-7000-8000-${String(n + 10).padStart(12, '0')}:1`,
    )
    expect((await ana.post('/queue/selected', { request: many })).status).toBe(422)
    const none = await ana.post('/queue/selected')
    expect(none.status).toBe(422)
    expect(none.text).toContain('No request was selected')
  })
})
