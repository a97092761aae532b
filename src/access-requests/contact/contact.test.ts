import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks, declines } from '../../../test/world/acts.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let here: World
let luc: Visitor
let ana: Visitor
let ben: Visitor
beforeAll(async () => {
  here = await world()
  luc = await here.as('luc')
  ana = await here.as('ana')
  ben = await here.as('ben')
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.owner(`delete from contact_messages`)
  await shows('RELAY')
})

const shows = (how: string) =>
  here.owner(`update accounts set show_administrators = $1 where identifier = 'acme.example'`, [how])
const text = 'Whom can I ask about the licences of the workshop?'
const reply = 'Please ask the Paris team; they run it.'
const write = (who: Visitor, fields: Record<string, string> = {}) =>
  who.post('/contact/acme.example', { message: text, ...fields })
const idIn = (location: string | null) => /messages\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
const lastTo = (who: CastMember) => here.mails.to(`${who}@acme.example`).at(-1)

describe('somebody who cannot see who administers an account', () => {
  it('writes to them; they get it by mail, one answers in the portal, and nobody’s address is told', async () => {
    expect((await luc.get('/access/smart-accounts')).text.includes('/contact/acme.example')).toBe(true)
    const sent = await write(luc)
    const id = idIn(sent.location)
    expect(sent.location).toBe(`/messages/${id}?notice=sent`)
    await here.settle()
    for (const who of ['ana', 'ben'] as const) {
      expect(lastTo(who)?.subject).toBe('Message to the administrators of ACME')
      expect(lastTo(who)?.text).toContain(`> ${text}`)
      expect(lastTo(who)?.text).not.toContain('luc@acme.example')
      expect(lastTo(who)?.replyTo).toBeUndefined()
    }
    expect((await ana.get('/accounts/acme.example/messages')).text.includes('Waits for an answer')).toBe(true)
    const page = (await ana.get(`/messages/${id}`)).text
    expect(page.includes(text)).toBe(true)
    expect((await ana.post(`/messages/${id}`, { answer: reply })).location).toBe(
      `/messages/${id}?notice=answered`,
    )
    await here.settle()
    expect(lastTo('luc')?.subject).toBe('Answer from the administrators of ACME')
    const read = (await luc.get(`/messages/${id}`)).text
    for (const said of [read, lastTo('luc')?.text ?? '']) {
      expect(said.includes(reply)).toBe(true)
      expect(/Ana|Costa|ana@/.exec(said)).toBeNull()
    }
    expect((await ben.get('/accounts/acme.example/messages')).text.includes('Ana Costa answered')).toBe(true)
    const events = await here.owner<{ type: string; body: string }>(
      `select type, body from events where type like 'account.%contact%' order by seq`,
    )
    expect(events.map(({ type }) => type)).toEqual([
      'account.administrators-contacted',
      'account.contact-answered',
    ])
    expect(events.some(({ body }) => body.includes('workshop'))).toBe(false)
  })

  it('writes about an open request from its page, and from the form before it is sent', async () => {
    const id = await asks(here, 'raul')
    const raul = await here.as('raul')
    expect((await raul.get(`/requests/${id}`)).text.includes(`/contact/acme.example?request=${id}`)).toBe(
      true,
    )
    expect((await raul.get(`/contact/acme.example?request=${id}`)).text.includes('AR-')).toBe(true)
    const message = idIn((await write(raul, { request: id })).location)
    const [row] = await here.owner<{ request: string }>(
      'select request_id as request from contact_messages where id = $1',
      [message],
    )
    expect(row?.request).toBe(id)
    await raul.post(`/requests/${id}/withdraw`)
    const zoe = await here.as('zoe')
    expect((await write(zoe)).status).toBe(404)
    await zoe.post('/requests/new', { identifier: 'acme.example' })
    expect((await zoe.get('/requests/new/reason')).text.includes('/contact/acme.example')).toBe(true)
    expect((await write(zoe)).status).toBe(303)
  })

  it('writes three times a day at most, however fast', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => write(luc, { message: `${text} ${n}` })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 303, 303, 429, 429, 429])
    const more = await write(luc)
    expect([more.status, more.text.includes(text)]).toEqual([429, true])
    await here.setClock('25 hours')
    expect((await write(await here.as('luc'))).status).toBe(303)
    await here.setClock('0 hours')
  })

  it('writes once by pressing twice', async () => {
    const [one, other] = await Promise.all([write(luc), write(luc)])
    expect(other.location).toBe(one.location)
    expect(await here.owner('select 1 from contact_messages')).toHaveLength(1)
  })

  it('is told what is wrong with a message, and keeps its words', async () => {
    const short = await write(luc, { message: 'Hello' })
    expect([short.status, short.text.includes('>\nHello</textarea>')]).toEqual([422, true])
  })

  it('finds no form where the account shows names or nothing, nor where they were blocked', async () => {
    for (const how of ['NAMES', 'NONE']) {
      await shows(how)
      expect((await luc.get('/contact/acme.example')).status).toBe(404)
      expect((await write(luc)).status).toBe(404)
      expect((await luc.get('/access/smart-accounts')).text.includes('/contact/')).toBe(false)
    }
    await shows('RELAY')
    for (const at of ['initech.example', 'nobody.example', 'no identifier'])
      expect((await luc.get(`/contact/${encodeURIComponent(at)}`)).status).toBe(404)
    await here.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
    const id = await asks(here, 'raul')
    await declines(ana, id, { block: '30_DAYS' })
    expect((await write(await here.as('raul'))).status).toBe(404)
  })
})

describe('a message', () => {
  it('is there for whoever wrote it and those it is for, and is answered once', async () => {
    const id = idIn((await write(luc)).location)
    for (const who of ['zoe', 'raul', 'vera', 'sam', 'olga', 'dmitri'] as const) {
      const visitor = await here.as(who)
      expect([who, (await visitor.get(`/messages/${id}`)).status]).toEqual([who, 404])
      expect((await visitor.post(`/messages/${id}`, { answer: reply })).status).toBe(404)
    }
    expect((await luc.post(`/messages/${id}`, { answer: reply })).status).toBe(404)
    const answers = await Promise.all([ana, ben].map((who) => who.post(`/messages/${id}`, { answer: reply })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect((await luc.get('/accounts/acme.example/messages')).status).toBe(404)
  })
})
