import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, declines, placeId, standing } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

/** A mail without what differs from run to run. */
function steady(text: string | undefined): string {
  return (text ?? '')
    .replace(/AR-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'AR-…')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://here')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
    .replace(/\d{1,2} \p{L}+ \d{4}/gu, '(day)')
}

/** The mail to somebody whose subject has this word, once it has arrived. */
async function mailTo(address: string, word: string) {
  for (let tries = 0; tries < 50; tries++) {
    await here.settle()
    const found = here.mails.to(address).findLast(({ subject }) => subject?.includes(word))
    if (found) return found
  }
  throw new Error(`No mail “${word}” to ${address}`)
}

/** Ends whatever is open, so that the same person can ask again. */
async function clear(who: string): Promise<void> {
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1
     where status = 'PENDING' and requester_id = (select id from people where address like $1)`,
    [`${who}@%`],
  )
  await here.owner(
    `delete from grants where person_id = (select id from people where address like $1) and source = 'REQUEST'`,
    [`${who}@%`],
  )
}

describe('an administrator who approves', () => {
  it('gives what they choose; the requester is told, and so are the others', async () => {
    const id = await asks(here, 'raul')
    const ana = await here.as('ana')
    const page = await ana.get(`/requests/${id}/approve`)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain(' checked')
    const answer = await approves(ana, id, { role: 'SU' })
    expect(answer.location).toBe(`/requests/${id}/decided`)
    expect((await ana.get(answer.location ?? '')).text).toContain('Raul Ortega has access')
    expect((await ana.get(`/requests/${id}/approve`)).location).toBe(answer.location)
    expect(await standing(here, id)).toMatchObject({
      status: 'APPROVED',
      version: 2,
      grants: [{ role: 'SU', place: null, over: false }],
      decisions: [{ verdict: 'APPROVE', final: true, by: 'ana' }],
    })
    const toRaul = await mailTo('raul@acme.example', 'Approuvée')
    const toBen = await mailTo('ben@acme.example', 'Done')
    expect(steady(toRaul.text)).toMatchSnapshot('to the requester')
    expect(steady(toBen.text)).toMatchSnapshot('to the other administrator')
    const toAna = here.mails.to('ana@acme.example').map(({ subject }) => subject)
    expect(toAna.some((subject) => subject?.startsWith('Done'))).toBe(false)
  })

  it('must say in a note why it is less than was asked, and keeps what they typed', async () => {
    await clear('raul')
    const id = await asks(here, 'raul', { scope: 'account', role: 'SU' })
    const ana = await here.as('ana')
    const answer = await approves(ana, id, { role: 'SV', note: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Say in a note why you give less than was asked')
    expect(answer.text).toMatch(/value="SV"[^>]* checked/)
    expect((await standing(here, id)).status).toBe('PENDING')
  })

  it('hears at each field what is missing', async () => {
    const ana = await here.as('ana')
    const [open] = await here.owner<{ id: string }>(
      `select r.id from access_requests r join accounts a on a.id = r.account_id
       where a.identifier = 'acme.example' and r.status = 'PENDING' limit 1`,
    )
    const answer = await ana.post(`/requests/${open?.id}/approve`, { version: '1', ends: '', note: '' })
    expect(answer.status).toBe(422)
    for (const sentence of ['Choose a scope of access', 'Choose a user role', 'Choose until when'])
      expect(answer.text.split(sentence).length, sentence).toBe(3)
  })

  it('cannot decide on a text they have not seen', async () => {
    await clear('raul')
    const id = await asks(here, 'raul')
    const answer = await approves(await here.as('ana'), id, { version: '2' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('was changed after you opened this page')
  })

  it('is told who was first when somebody was', async () => {
    await clear('raul')
    const id = await asks(here, 'raul')
    await approves(await here.as('ben'), id)
    const late = await declines(await here.as('ana'), id)
    expect(late.status).toBe(409)
    expect(late.text).toContain('It was already approved by Ben Okafor on')
    expect((await standing(here, id)).decisions).toHaveLength(1)
  })

  it('may press twice: it is done once, and both presses lead to what was done', async () => {
    await clear('raul')
    const id = await asks(here, 'raul')
    const ana = await here.as('ana')
    const answers = await Promise.all([approves(ana, id), approves(ana, id), approves(ana, id)])
    expect(answers.map(({ location }) => location)).toEqual(Array(3).fill(`/requests/${id}/decided`))
    expect((await standing(here, id)).grants).toHaveLength(1)
    expect((await declines(ana, id)).status).toBe(409)
  })

  it('finds what they chose again when their session ended before they sent it', async () => {
    await clear('raul')
    const id = await asks(here, 'raul')
    const ana = await here.as('ana')
    await here.owner(`update auth.session set "endedAt" = app_now() where "userId" = $1`, [
      await here.idOf('ana'),
    ])
    const answer = await approves(ana, id, { role: 'SU', note: 'For the roll-out only.' })
    expect(answer.location).toBe(`/sign-in?next=${encodeURIComponent(`/requests/${id}/approve`)}`)
    const again = await (await here.as('ana')).get(`/requests/${id}/approve`)
    expect(again.text).toContain('For the roll-out only.')
    expect(again.text).toMatch(/value="SU"[^>]* checked/)
    expect((await standing(here, id)).status).toBe('PENDING')
  })

  it('cannot slip in fields of the row', async () => {
    await clear('raul')
    const id = await asks(here, 'raul')
    const ana = await here.as('ana')
    for (const field of ['decided_by', 'status', 'account_id', '__proto__'])
      expect((await approves(ana, id, { [field]: 'x' })).status, field).toBe(422)
    expect((await standing(here, id)).status).toBe('PENDING')
  })
})

describe('an administrator role', () => {
  it('takes a second press and two administrators', async () => {
    await clear('luc')
    const id = await asks(here, 'luc', { scope: 'account', role: 'SA' })
    const ana = await here.as('ana')
    const first = await approves(ana, id, { role: 'SA' })
    expect(first.status).toBe(200)
    expect(first.text).toContain(
      'Give the first approval: Smart Account Administrator for the entire Smart Account',
    )
    expect((await standing(here, id)).decisions).toEqual([])
    await approves(ana, id, { role: 'SA', confirmed: 'yes' })
    expect(await standing(here, id)).toMatchObject({ status: 'PENDING', version: 1, grants: [] })
    const toBen = await mailTo('ben@acme.example', 'One more approval')
    expect(steady(toBen.text)).toMatchSnapshot('one more needed')
    const page = async (who: 'ben' | 'luc') => (await (await here.as(who)).get(`/requests/${id}`)).text
    expect(await page('ben')).toContain('gave the first approval')
    const suspend = (how: string) =>
      here.owner(`update grants set ${how} where role = 'SA' and person_id = $1`, [anasId])
    const anasId = await here.idOf('ana')
    await suspend(`suspended_at = app_now(), suspended_because = 'REVIEW'`)
    expect(await page('ben')).not.toContain('gave the first approval')
    expect(await page('luc')).toContain(`/requests/${id}/amend`)
    await suspend('suspended_at = null, suspended_because = null')
    expect(await page('luc')).not.toContain(`/requests/${id}/amend`)
    const again = await approves(ana, id, { role: 'SA', confirmed: 'yes' })
    expect(again.status).toBe(403)
    expect(again.text).toContain('A second administrator must give the other')
    await approves(await here.as('ben'), id, { role: 'SA', confirmed: 'yes' })
    const { status, grants, decisions, events } = await standing(here, id)
    expect({ status, grants, decisions }).toEqual({
      status: 'APPROVED',
      grants: [{ role: 'SA', place: null, over: false }],
      decisions: [
        { verdict: 'APPROVE', final: false, by: 'ana' },
        { verdict: 'APPROVE', final: true, by: 'ben' },
      ],
    })
    expect(events).toContain('access-request.decision-refused')
    await clear('luc')
  })

  it('asks for a password that was typed within five minutes, and brings back what was chosen', async () => {
    await clear('luc')
    const id = await asks(here, 'luc', { scope: 'account', role: 'SA' })
    const ana = await here.as('ana')
    await here.owner(`update auth.session set "authenticatedAt" = app_now() - interval '6 minutes'`)
    const answer = await approves(ana, id, { role: 'SA' })
    expect(answer.location).toBe(`/confirm-password?next=${encodeURIComponent(`/requests/${id}/approve`)}`)
    const back = await ana.get(`/requests/${id}/approve`)
    expect(back.text).toMatch(/value="SA"[^>]* checked/)
  })
})

describe('nobody', () => {
  it('decides their own request, and trying is recorded', async () => {
    await here.owner(
      `update access_requests set requester_id = p.id, beneficiary_id = p.id from people p
       where p.address = 'ana@acme.example' and access_requests.id = $1`,
      [await asks(here, 'raul').catch(async () => (await clear('raul'), asks(here, 'raul')))],
    )
    const [own] = await here.owner<{ id: string }>(
      `select r.id from access_requests r join people p on p.id = r.requester_id
       where p.address = 'ana@acme.example' and r.status = 'PENDING'`,
    )
    const ana = await here.as('ana')
    const id = own?.id ?? ''
    expect((await ana.get(`/requests/${id}/approve`)).status).toBe(403)
    expect((await approves(ana, id)).status).toBe(403)
    expect((await declines(ana, id)).status).toBe(403)
    const { status, events } = await standing(here, id)
    expect(status).toBe('PENDING')
    expect(events.filter((type) => type === 'access-request.decision-refused')).toHaveLength(2)
    expect((await ana.get(`/requests/${id}`)).text).not.toContain(`/requests/${id}/approve`)
  })

  it('gives more than they have', async () => {
    await clear('raul')
    const id = await asks(here, 'raul', { places: ['Paris'], role: 'VV' })
    const vera = await here.as('vera')
    const lyon = await placeId(here, 'acme.example', 'Lyon')
    const paris = await placeId(here, 'acme.example', 'Paris')
    const page = await vera.get(`/requests/${id}/approve`)
    expect(page.text).not.toContain('value="SA"')
    expect(page.text).not.toContain(lyon)
    expect((await approves(vera, id, { role: 'SV' })).status).toBe(403)
    expect((await approves(vera, id, { scope: 'VIRTUAL', va: [lyon], role: 'VV' })).status).toBe(403)
    expect((await approves(vera, id, { scope: 'VIRTUAL', va: [paris], role: 'VV' })).status).toBe(303)
    expect((await standing(here, id)).grants).toEqual([{ role: 'VV', place: 'Paris', over: false }])
  })

  it('reaches a request of an account they do not administer, by any of its addresses', async () => {
    await clear('raul')
    const id = await asks(here, 'raul')
    for (const who of ['carla', 'dmitri', 'zoe', 'luc', 'vera'] as const) {
      const visitor = await here.as(who)
      for (const path of [`/requests/${id}/approve`, `/requests/${id}/decline`, `/requests/${id}/decided`])
        expect((await visitor.get(path)).status, `${who} ${path}`).toBe(404)
      expect((await approves(visitor, id)).status, who).toBe(404)
      expect((await declines(visitor, id)).status, who).toBe(404)
    }
    expect((await standing(here, id)).status).toBe('PENDING')
  })
})

describe('an administrator who declines', () => {
  it('gives a reason and words, which the requester reads; the private note they do not', async () => {
    await clear('raul')
    const id = await asks(here, 'raul')
    const ana = await here.as('ana')
    const short = await declines(ana, id, { text: 'no', code: 'OTHER' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('Write at least 10 characters')
    await declines(ana, id, { private: 'Zanzibar.', block: '30_DAYS' })
    expect(await standing(here, id)).toMatchObject({ status: 'DECLINED', grants: [] })
    const mail = await mailTo('raul@acme.example', 'Refusée')
    expect(steady(mail.text)).toMatchSnapshot('declined')
    expect(mail.text).not.toContain('Zanzibar')
    const raul = await here.as('raul')
    expect((await raul.get(`/requests/${id}`)).text).not.toContain('Zanzibar')
    await expect(asks(here, 'raul', { reason: 'Please look at it once more.' })).rejects.toThrow()
  })

  it('has hostile words shown literally, in page and mail', async () => {
    const id = await asks(here, 'zoe')
    const words = '<script>alert(1)</script> see https://evil.example/x now'
    await declines(await here.as('ana'), id, { text: words })
    const mail = await mailTo('zoe@elsewhere.example', 'Declined')
    expect(mail.html).not.toContain('<script>')
    expect(mail.text).not.toContain('https://evil.example')
    const page = await (await here.as('zoe')).get(`/requests/${id}`)
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).toContain('&lt;script&gt;')
  })
})
