import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorker } from '../../worker.ts'
import { asks } from '../../../test/world/acts.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await w.owner(`update people set locale = 'en'`)
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.setClock('0 hours')
  await w.settle()
  await w.owner('delete from limits')
  await w.owner('delete from mail_preferences')
  await w.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1 where settled_at is null and requester_id = $1`,
    [await w.idOf('raul')],
  )
})

const addressOf: Partial<Record<CastMember, string>> = { ana: 'ana@acme.example', ben: 'ben@acme.example' }
const mailsTo = (who: 'ana' | 'ben') => w.mails.to(addressOf[who] ?? '')

describe('choosing how mails come', () => {
  it('shows what concerns the reader, and keeps what they chose', async () => {
    const [ana, zoe] = [await w.as('ana'), await w.as('zoe')]
    expect((await ana.get('/profile/notifications')).text).toContain('Reminders of requests that wait')
    expect((await zoe.get('/profile/notifications')).text).not.toContain('Reminders of requests that wait')
    const saved = await ana.post('/profile/notifications', { reminder: 'OFF', 'decision-needed': 'DAILY' })
    expect(saved.location).toBe('/profile/notifications?done=saved')
    const rows = await w.owner('select category, choice from mail_preferences order by category')
    expect(rows).toEqual([
      { category: 'decision-needed', choice: 'DAILY' },
      { category: 'reminder', choice: 'OFF' },
    ])
  })

  it('never turns off what somebody waits for, nor security', async () => {
    const raul = await w.as('raul')
    await raul.post('/profile/notifications', { 'own-request': 'OFF', access: 'OFF' })
    expect(await w.owner('select 1 from mail_preferences')).toEqual([])
    expect((await raul.post('/profile/notifications', { security: 'OFF' })).status).toBe(422)
  })

  it('gathers a day’s mails into one at eight in the morning, and drops what became pointless', async () => {
    const ana = await w.as('ana')
    await ana.post('/profile/notifications', { 'decision-needed': 'DAILY', conversation: 'DAILY' })
    const before = mailsTo('ana').length
    const [first, second] = [await asks(w, 'raul'), await asks(w, 'zoe')]
    const pointless = await asks(w, 'luc', { account: 'acme.example', places: ['Paris'] }).catch(() => null)
    await w.settle()
    if (pointless) await (await w.as('luc')).post(`/requests/${pointless}/withdraw`)
    await w.settle()
    expect(mailsTo('ana')).toHaveLength(before)
    const [held] = await w.owner<{ local: string }>(
      `select to_char(held_until at time zone p.time_zone, 'HH24:MI') as local
       from mails m join people p on p.id = m.person_id where request_id = $1 and m.address = 'ana@acme.example'`,
      [first],
    )
    expect(held?.local).toBe('08:00')
    await w.setClock('25 hours')
    await w.settle()
    const digest = mailsTo('ana').slice(before)
    expect(digest).toHaveLength(1)
    const text = digest[0]?.text ?? ''
    expect(text).toContain(`/requests/${first}`)
    expect(text).toContain(`/requests/${second}`)
    if (pointless) expect(text).not.toContain(pointless)
    expect(digest[0]?.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringContaining('/unsubscribe?t=') },
    })
    expect(text).toMatch(/acme\.example: \d+ [0-9a-f]{64}/)
    const states = await w.owner<{ state: string }>(
      `select distinct state from mails where request_id = $1 and address = 'ana@acme.example'
       and category = 'decision-needed'`,
      [first],
    )
    expect(states).toEqual([{ state: 'ACCEPTED' }])
    await (await w.as('zoe')).post(`/requests/${second}/withdraw`)
  })

  it('waits for the end of the hours in which an account wants no mail', async () => {
    await (await w.as('ana')).post('/profile/notifications', { 'decision-needed': 'DAILY' })
    await w.owner(
      `update accounts set quiet_from = '07:00', quiet_to = '10:30' where identifier = 'acme.example'`,
    )
    const request = await asks(w, 'raul')
    await w.settle()
    const [held] = await w.owner<{ local: string }>(
      `select to_char(m.held_until at time zone a.time_zone, 'HH24:MI') as local
       from mails m join accounts a on a.id = m.account_id
       where m.request_id = $1 and m.address = 'ana@acme.example'`,
      [request],
    )
    await w.owner('update accounts set quiet_from = null, quiet_to = null')
    expect(held?.local).toBe('10:30')
  })

  it('gathers reminders by the clock for somebody with more than five open requests', async () => {
    await using fresh = await world()
    await fresh.settle()
    await fresh.pass('3 days')
    await fresh.settle()
    const held = await fresh.owner<{ address: string; held: boolean }>(
      `select distinct address, held_until is not null as held from mails
       where kind = 'access-request.reminded-by-clock.approver' order by address`,
    )
    expect(held).toContainEqual({ address: 'ana@acme.example', held: true })
    expect(held).toContainEqual({ address: 'vera@acme.example', held: false })
    expect(held).not.toContainEqual({ address: 'vera@acme.example', held: true })
    await fresh.pass('5 days')
    await fresh.settle()
    const subjects = fresh.mails.to('ana@acme.example').map(({ subject }) => subject)
    expect(subjects).toContainEqual(expect.stringMatching(/^\d+ messages from Vestibule$/))
  })

  it('sends no more than twenty mails an hour to one person, and gathers what is more', async () => {
    const ana = await w.idOf('ana')
    const before = mailsTo('ana').length
    await w.owner(
      `with made as (
         insert into mails (account_id, id, kind, n, person_id, address, locale, message_id, category)
         select '00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'person.token-created', n, $1,
           'ana@acme.example', 'en', '<cap-' || n || '@x.example>', 'access'
         from generate_series(1, 33) n
         returning account_id, id)
       insert into jobs (account_id, id, kind, key) select account_id, id, 'mail', id::text from made`,
      [ana],
    )
    await w.settle()
    expect(mailsTo('ana')).toHaveLength(before + 20)
    await w.setClock('61 minutes')
    await w.settle()
    const more = mailsTo('ana').slice(before + 20)
    expect(more).toHaveLength(1)
    expect(more[0]?.subject).toContain('13 messages')
    expect(more[0]?.headers.has('list')).toBe(false)
  })
})

describe('two workers at once', () => {
  it('gather what is held into one mail, and send it once', async () => {
    const ana = await w.as('ana')
    await ana.post('/profile/notifications', { 'decision-needed': 'DAILY' })
    for (let round = 0; round < 5; round++) {
      await w.setClock('0 hours')
      await w.owner('delete from limits')
      const [first, second] = [await asks(w, 'raul'), await asks(w, 'zoe')]
      await w.settle()
      const before = mailsTo('ana').length
      const other = createWorker(w.platform, { clocks: 'BY_HAND' })
      await w.setClock('25 hours')
      other.wake()
      await w.settle()
      await other.stop()
      expect(mailsTo('ana').slice(before)).toHaveLength(1)
      await (await w.as('raul')).post(`/requests/${first}/withdraw`)
      await (await w.as('zoe')).post(`/requests/${second}/withdraw`)
      await w.settle()
    }
  })
})

describe('unsubscribing from a mail', () => {
  async function reminderOf(): Promise<{ url: string; request: string }> {
    const request = await asks(w, 'raul')
    await w.settle()
    await w.setClock('50 hours')
    await (await w.as('raul')).post(`/requests/${request}/remind`)
    await w.settle()
    const mail = mailsTo('ana').findLast(({ html }) => String(html).includes(request))
    const list = mail?.headers.get('list') as { unsubscribe?: { url: string } } | undefined
    return { url: (list?.unsubscribe?.url ?? '').replace(w.base, ''), request }
  }

  it('is offered by reminders, for a mail program to do with one press, and turns off reminders only', async () => {
    const { url } = await reminderOf()
    expect(url).toMatch(/^\/unsubscribe\?t=/)
    const said = mailsTo('ana').findLast(({ text }) =>
      text?.includes(`Get no more reminders by mail\n${w.base}${url}`),
    )
    expect(String(said?.html)).toContain('>Get no more reminders by mail</a></td></tr></table></body></html>')
    const program = w.stranger()
    for (let look = 0; look < 5; look++) expect((await program.get(url)).status).toBe(200)
    expect(await w.owner('select 1 from mail_preferences')).toEqual([])
    const pressed = await program.send(url, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect(pressed.status).toBe(200)
    expect(await w.owner('select category, choice from mail_preferences')).toEqual([
      { category: 'reminder', choice: 'OFF' },
    ])
    const [row] = await w.owner<{ person: string }>('select person_id as person from mail_preferences')
    expect(row?.person).toBe(await w.idOf('ana'))
  })

  it('cannot be done with a token that we did not make', async () => {
    const { url } = await reminderOf()
    const other = (await w.idOf('ben')).replaceAll('-', '')
    for (const forged of [
      url.replace(/t=[0-9a-f]{32}/, `t=${other}`),
      url.replace('.reminder.', '.digest.'),
      '/unsubscribe',
      '/unsubscribe?t=x',
    ])
      expect((await w.stranger().send(forged, { method: 'POST' })).status).toBe(410)
    expect(await w.owner('select 1 from mail_preferences')).toEqual([])
  })
})

describe('an address that mail comes back from', () => {
  it('is proven again by the link that is mailed to it', async () => {
    const raul = await w.as('raul')
    await w.owner('update people set mail_bounced_at = app_now() where id = $1', [await w.idOf('raul')])
    expect((await raul.get('/')).text).toContain('Mail to your address comes back')
    await raul.post('/profile/address/verify-again')
    await w.settle()
    const mail = w.mails.to('raul@acme.example').at(-1)
    const link = /https?:\/\/\S+(\/link\?t=[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
    await raul.get(link)
    expect((await raul.post('/confirm-address')).location).toBe('/profile/settings?done=address-confirmed')
    expect((await raul.get('/')).text).not.toContain('Mail to your address comes back')
  })
})
