import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Visitor } from '../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../test/world/world.ts'
import { planReviews } from './start/open-review.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const reviews = '/accounts/acme.example/reviews'

/** The answer that somebody's page would send for each grant of somebody, by the places in the list. */
async function rowsOf(who: Visitor, path: string): Promise<Map<number, string>> {
  const { text } = await who.get(path)
  const found = [...text.matchAll(/name="seen-(\d+)" value="([^"]*)"/g)]
  return new Map(found.map(([, position, seen]) => [Number(position), seen ?? '']))
}

function sent(rows: ReadonlyMap<number, string>, answers: Readonly<Record<number, string>>) {
  return Object.fromEntries(
    [...rows].flatMap(([position, seen]) => [
      [`answer-${position}`, answers[position] ?? seen.split(':')[1] ?? 'LATER'],
      [`seen-${position}`, seen],
    ]),
  )
}

type Item = {
  position: number
  role: string
  address: string
  outcome: string | null
  answer: string | null
  over: boolean
}
function itemsIn(id: string): Promise<(Item & { suspended: boolean })[]> {
  return here.owner(
    `select i.position, g.role, p.address, i.outcome, i.answer, g.suspended_at is not null as suspended,
       g.revoked_at is not null or coalesce(g.ends_at <= app_now(), false) as over
     from review_items i join grants g on g.account_id = i.account_id and g.id = i.grant_id
     join people p on p.id = g.person_id where i.review_id = $1 order by i.position`,
    [id],
  )
}

async function openOne(): Promise<string> {
  const [row] = await here.owner<{ id: string }>(`select id from reviews where status = 'OPEN'`)
  return row?.id ?? ''
}

async function start(who: Visitor, fields: Record<string, string>): Promise<string> {
  const { location } = await who.post(`${reviews}/new`, fields)
  return /reviews\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
}

const mailTo = (who: CastMember, starts: string) =>
  here.mails.to(`${who}@acme.example`).findLast(({ subject }) => subject?.startsWith(starts))

describe('a review that is started by hand', () => {
  it('is started by whoever administers, of what they administer, and tells the others', async () => {
    const [ana, luc] = [await here.as('ana'), await here.as('luc')]
    expect((await luc.get(reviews)).status).toBe(404)
    expect((await ana.get(reviews)).text).toContain('No review is open')
    expect((await ana.post(`${reviews}/new`, {})).status).toBe(422)
    const id = await start(ana, { what: 'ALL', role: '', place: '' })
    expect((await itemsIn(id)).length).toBeGreaterThan(3)
    await here.settle()
    expect(mailTo('ben', 'Review of access to ACME')?.text).toContain('grants wait for an answer')
    expect(mailTo('ana', 'Review of access to ACME')).toBeUndefined()
    expect((await ana.post(`${reviews}/new`, { what: 'ALL' })).text).toContain('nothing to look at')
  })

  it('keeps answers without touching anything, refuses one’s own, and carries out what is confirmed', async () => {
    const [ana, ben] = [await here.as('ana'), await here.as('ben')]
    const id = await openOne()
    const path = `${reviews}/${id}`
    const items = await itemsIn(id)
    const rows = await rowsOf(ana, path)
    const own = items.find(({ address }) => address === 'ana@acme.example')?.position ?? 0
    expect(rows.has(own)).toBe(false)
    const target = items.find(({ address, role }) => address === 'luc@acme.example' && role !== 'SA')
    if (!target) throw new Error('Luc holds nothing')
    const { position } = target
    const answered = await ana.post(path, { ...sent(rows, { [position]: 'REMOVE' }), do: 'save' })
    expect(answered.location).toContain('done=saved&n=1')
    expect((await itemsIn(id)).find((one) => one.position === position)).toMatchObject({
      over: false,
      answer: 'REMOVE',
    })

    // Two look at the same row: the second to answer is told, and nothing of theirs counts.
    const late = await ben.post(path, { ...sent(rows, { [position]: 'KEEP' }), do: 'save' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Somebody else answered it meanwhile')

    const finish = await ana.get(`${path}/finish`)
    expect(finish.text).toContain('To be removed')
    expect(finish.text).toContain('Luc')
    expect((await ana.post(`${path}/finish`)).location).toBe(`${path}?done=finished`)
    expect((await itemsIn(id)).find((one) => one.position === position)).toMatchObject({
      over: true,
      outcome: 'REMOVED',
    })
    const nina = items.find(({ role }) => role === 'VU')
    const change = `${path}/items/${nina?.position}/change`
    expect((await ana.get(`${path}/items/${own}/change`)).status).toBe(404)
    expect((await ana.get(change)).text).toContain('Leave ')
    expect((await ana.post(change, { role: 'VA', seen: '0' })).text).toContain('Choose a lesser role')
    expect((await ana.post(change, { role: 'VV', seen: '0' })).location).toContain('done=saved')
    expect((await ana.post(`${path}/finish`)).location).toBe(`${path}?done=finished`)
    const after = await itemsIn(id)
    expect(after.find((one) => one.position === nina?.position)).toMatchObject({
      over: true,
      outcome: 'CHANGED',
    })
    const [left] = await here.owner<{ n: number }>(
      `select count(*)::int as n from grants g join people p on p.id = g.person_id
       where p.address = $1 and g.role = 'VV' and g.revoked_at is null`,
      [nina?.address],
    )
    expect(left?.n).toBe(1)

    const forged = { [`answer-${own}`]: 'KEEP', [`seen-${own}`]: '0:LATER', do: 'save' }
    expect((await ana.post(path, forged)).text).toContain('Nobody answers for their own access')
  })

  it('keeps all that is shown after asking, but no administrator', async () => {
    const ana = await here.as('ana')
    const id = await openOne()
    const path = `${reviews}/${id}`
    const asked = await ana.post(path, { ...sent(await rowsOf(ana, path), {}), do: 'keep-all' })
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('Keep all shown')
    const fields = Object.fromEntries(
      [...asked.text.matchAll(/name="((?:answer|seen)-\d+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value ?? '',
      ]),
    )
    expect((await ana.post(path, fields)).location).toContain('done=saved')
    for (const { role, answer, outcome } of await itemsIn(id)) {
      if (outcome === null) expect(answer).toBe(['SA', 'VA', 'AG'].includes(role) ? null : 'KEEP')
    }
  })

  it('closes after 30 days: kept counts anew, unanswered is suspended, administrators of the account stay', async () => {
    const ana = await here.as('ana')
    const id = await openOne()
    await here.owner(`delete from clocks where kind not like 'review.%'`)
    await here.pass('31 days')
    await here.settle()
    for (const { role, answer, outcome, suspended, over } of await itemsIn(id)) {
      if (outcome === 'REMOVED' || outcome === 'CHANGED') continue
      const unkept = role === 'SA' ? 'LEFT' : 'SUSPENDED'
      const expected = over ? 'OVER' : answer === 'KEEP' ? 'KEPT' : unkept
      expect([role, outcome, suspended]).toEqual([role, expected, expected === 'SUSPENDED'])
    }
    expect(mailTo('ben', 'Review of access to ACME: ')?.text).toContain('Open the review')
    expect(mailTo('ana', 'Review of access to ACME is closed')?.text).toContain('What came of it')
    const again = await here.as('ana')
    expect((await again.get(reviews)).text).toContain('kept')
    const proof = await again.get(`${reviews}/${id}/proof`)
    expect(proof.text).toContain('Proof of review')
    expect(proof.text).toMatch(/SHA-256 [0-9a-f]{64}/)
    const csv = await again.get(`${reviews}/${id}/proof.csv`)
    expect(csv.text.split('\r\n')[0]).toBe(
      'Person,Address,Role,Virtual account,Comes from,Given by,Since,Until,Outside,Answer,Answered by,Answered,Result,Result of',
    )
    expect((await ana.get(`${reviews}/${id}/finish`)).location).toContain('/sign-in')
  })

  it('lets suspended access work again by somebody who could give it', async () => {
    const ana = await here.as('ana')
    const [grant] = await here.owner<{ id: string; address: string }>(
      `select g.id, p.address from grants g join people p on p.id = g.person_id where g.suspended_at is not null
         and p.address not like 'ana@%' limit 1`,
    )
    if (!grant) throw new Error('Nothing is suspended')
    const holder = await here.as(grant.address.split('@')[0] as CastMember)
    expect((await holder.get('/')).text).toContain('Nobody kept it in a review, so it gives nothing for now')
    expect((await holder.get('/access/smart-accounts')).text).toContain(
      'An administrator can let it work again.',
    )
    const path = `/accounts/acme.example/grants/${grant.id}/reactivate`
    expect((await ana.get(path)).text).toContain('Let this access work again')
    expect((await ana.post(path)).location).toBe(`${reviews}?done=reactivated`)
    const [after] = await here.owner<{ ok: boolean }>(
      'select suspended_at is null and kept_at is not null as ok from grants where id = $1',
      [grant.id],
    )
    expect(after?.ok).toBe(true)
    expect((await ana.get(path)).status).toBe(404)
  })
})

describe('an administrator of a part', () => {
  it('sees and answers what lies in that part, starts a review of it alone, and is told at home', async () => {
    await using there = await world()
    const [vera, ana] = [await there.as('vera'), await there.as('ana')]
    await ana.post(`${reviews}/new`, { what: 'ALL', role: '', place: '' })
    const home = await vera.get('/')
    const path = /\/accounts\/acme\.example\/reviews\/[0-9a-f-]{36}/.exec(home.text)?.[0] ?? ''
    expect(home.text).toContain('A review waits for you')
    const { text } = await vera.get(path)
    expect(text).toContain('Luc Bernard')
    expect(text).not.toContain('Ben Okafor')
    expect((await vera.get(`${path}/proof`)).text).toContain('Only the part that you administer')
    const whole = await vera.post(`${reviews}/new`, { what: 'ALL', role: '', place: '' })
    expect([whole.status, whole.text.includes('more than you may give')]).toEqual([409, true])
    const all = [...(await ana.get(path)).text.matchAll(/name="seen-(\d+)"/g)].map(([, place]) => place)
    const own = new Set([...text.matchAll(/id="item-(\d+)"/g)].map(([, place]) => place))
    const foreign = all.find((place) => !own.has(place))
    const answer = { [`answer-${foreign}`]: 'REMOVE', [`seen-${foreign}`]: '0:LATER', do: 'save' }
    expect((await vera.post(path, answer)).text).toContain('more than you may give')
    expect((await (await there.as('luc')).get(path)).status).toBe(404)
    expect((await (await there.as('olga')).get(path)).status).toBe(404)
  })
})

describe('the yearly review', () => {
  it('opens with all that comes due, and suspends one of two silent administrators, never the last', async () => {
    await using there = await world()
    await there.owner('delete from clocks')
    await planReviews(there.db)
    expect(await planReviews(there.db)).toBe(0)
    await there.owner(
      `update grants g set created_at = app_now() - interval '170 days', kept_at = null from accounts a
       where a.id = g.account_id and a.identifier = 'acme.example'`,
    )
    await there.pass('75 days')
    const [row] = await there.owner<{ administrators: number; missed: number; early: number }>(
      `select count(*) filter (where g.role = 'SA' and g.suspended_at is null)::int as administrators,
         count(*) filter (where g.role = 'VA' and g.suspended_at is null)::int as missed,
         count(*) filter (where g.role not in ('SA', 'VA', 'AG') and g.suspended_at is not null
           and p.address like '%@acme.example')::int as early
       from grants g join accounts a on a.id = g.account_id join people p on p.id = g.person_id
       where a.identifier = 'acme.example' and g.revoked_at is null and (g.ends_at is null or g.ends_at > app_now())`,
    )
    expect(row).toEqual({ administrators: 1, missed: 0, early: 0 })
    const types = await there.owner<{ type: string }>(
      `select distinct type from events where actor_id is null
         and (type like 'review.%' or type in ('grant.suspended', 'grant.left-unreviewed'))`,
    )
    expect(types.map(({ type }) => type).toSorted()).toEqual([
      'grant.left-unreviewed',
      'grant.suspended',
      'review.closed',
      'review.opened',
      'review.reminded',
    ])
  })
})
