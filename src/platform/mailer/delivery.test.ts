import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.settle()
  await w.setClock('0 hours')
  await w.owner('delete from limits')
  await w.owner('update people set mail_bounced_at = null')
  await w.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1 where settled_at is null and requester_id = $1`,
    [await w.idOf('raul')],
  )
})

type Row = {
  id: string
  address: string
  kind: string
  state: string
  attempts: number
  response: string | null
  gaveUp: boolean
  read: boolean
}

const mailsOf = (request: string) =>
  w.owner<Row>(
    `select id, address, kind, state, attempts, response, gave_up_at is not null as "gaveUp",
       read_at is not null as read
     from mails where request_id = $1 order by id`,
    [request],
  )

const historyOf = async (id: string) =>
  (
    await w.owner<{ outcome: string }>('select outcome from mail_answers where mail_id = $1 order by n', [id])
  ).map(({ outcome }) => outcome)

/** Moves the clock on in steps until nothing waits for another try. */
async function untilSettled(hours = 3): Promise<void> {
  for (let step = 1; step <= 60; step++) {
    await w.setClock(`${step * hours} hours`)
    await w.settle()
    const waiting = await w.owner(
      `select 1 from mails where state in ('QUEUED', 'DEFERRED') and held_until is null`,
    )
    if (waiting.length === 0) return
  }
}

describe('a mail', () => {
  it('that is refused for now is tried again, and each answer is kept', async () => {
    w.mails.refuse(451, 451, 451, 450)
    const request = await asks(w, 'raul')
    await w.settle()
    expect((await mailsOf(request)).map(({ state }) => state)).toEqual(['DEFERRED', 'DEFERRED', 'DEFERRED'])
    await untilSettled()
    const mails = await mailsOf(request)
    expect(mails.map(({ state }) => state)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
    const histories: string[][] = []
    for (const { id } of mails) histories.push(await historyOf(id))
    expect(histories.map((history) => history.at(-1))).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
    expect(histories.flat().filter((outcome) => outcome === 'DEFERRED')).toHaveLength(4)
  })

  it('whose recipient is refused for ever came back, and the address counts as unreachable', async () => {
    w.mails.fail({ recipient: 550 }, { recipient: 550 }, { recipient: 550 })
    const request = await asks(w, 'raul')
    await w.settle()
    const states = (await mailsOf(request)).filter(({ kind }) => kind.includes('.submitted.'))
    expect(states.map(({ state }) => state)).toEqual(['BOUNCED', 'BOUNCED', 'BOUNCED'])
    const bounced = await w.owner<{ address: string }>(
      'select address from people where mail_bounced_at is not null order by 1',
    )
    expect(bounced.map(({ address }) => address)).toEqual([
      'ana@acme.example',
      'ben@acme.example',
      'raul@acme.example',
    ])
    const page = await (await w.as('ana')).get('/queue')
    expect(page.text).toContain('Mail to your address comes back')
  })

  it('refused by a policy or a full mailbox came back, but says nothing about the address', async () => {
    w.mails.fail(
      { recipient: 554, says: '5.7.1 blocked' },
      { recipient: 552, says: '5.2.2 mailbox full' },
      { recipient: 550, says: '5.7.26 policy' },
    )
    const request = await asks(w, 'raul')
    await w.settle()
    expect((await mailsOf(request)).map(({ state }) => state)).toEqual(['BOUNCED', 'BOUNCED', 'BOUNCED'])
    expect(await w.owner('select 1 from people where mail_bounced_at is not null')).toEqual([])
  })

  it('arrives in a mailbox once, when the server takes it and says no, or drops the connection', async () => {
    w.mails.fail({ takenThen: 451 }, 'takes-and-drops', 'drops')
    const request = await asks(w, 'raul')
    await w.settle()
    await untilSettled()
    const mails = await mailsOf(request)
    expect(mails.map(({ state }) => state)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
    for (const { address } of mails) {
      const mine = w.mails.mailboxOf(address).filter((mail) => String(mail.html).includes(request))
      expect(mine).toHaveLength(1)
    }
  })

  it('is given up after days of tries that count, operators are told, and they can send it again', async () => {
    w.mails.failAlways(451)
    const request = await asks(w, 'raul')
    await untilSettled(6)
    w.mails.failAlways(null)
    const mails = await mailsOf(request)
    expect(mails.map(({ state, gaveUp }) => [state, gaveUp])).toEqual([
      ['BOUNCED', true],
      ['BOUNCED', true],
      ['BOUNCED', true],
    ])
    expect(mails.every(({ attempts }) => attempts === 16)).toBe(true)
    expect(await w.owner('select 1 from people where mail_bounced_at is not null')).toEqual([])
    const olga = await w.as('olga')
    expect((await olga.get('/notifications')).text).toContain('Mails could not be delivered')
    const list = await olga.get('/operator/mails?show=given-up')
    expect(list.text).toContain('Given up')
    const before = w.mails.arrived.length
    const sent = await olga.post('/operator/mails/resend', { mail: mails.map(({ id }) => id) })
    expect(sent.location).toBe('/operator/mails?resent=3')
    await w.settle()
    expect((await mailsOf(request)).map(({ state }) => state)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
    expect(w.mails.arrived.length).toBe(before + 3)
    const one = await olga.get(`/operator/mails/${mails[0]?.id}`)
    expect(one.text).toContain('Sent again by an operator')
  })
})

describe('a mail server that is away for a day', () => {
  it('uses up no tries; on its return everything arrives once, oldest first, without what became pointless', async () => {
    await w.mails.goAway()
    const request = await asks(w, 'raul')
    await w.settle()
    for (let hour = 1; hour <= 20; hour += 3) {
      await w.setClock(`${hour} hours`)
      await w.settle()
    }
    await (await w.as('raul')).post(`/requests/${request}/withdraw`)
    await w.settle()
    const waiting = await mailsOf(request)
    expect(new Set(waiting.map(({ state }) => state))).toEqual(new Set(['QUEUED']))
    expect(waiting.every(({ attempts }) => attempts === 0)).toBe(true)
    expect(waiting.some(({ response }) => response?.includes('away'))).toBe(true)
    const again = await asks(w, 'raul')
    await w.settle()
    await w.mails.comeBack()
    const before = w.mails.arrived.length
    await w.setClock('24 hours')
    await w.settle()
    await w.setClock('25 hours')
    await w.settle()
    const arrived = w.mails.arrived.slice(before)
    expect((await mailsOf(again)).map(({ state }) => state)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
    const old = await mailsOf(request)
    expect(old.filter(({ kind }) => kind.endsWith('submitted.approver')).map(({ state }) => state)).toEqual([
      'SUPPRESSED',
      'SUPPRESSED',
    ])
    const ids = arrived.map(({ messageId }) => messageId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('sends the mails of one request to one person in their order', async () => {
    const raul = await w.as('raul')
    const ana = await w.as('ana')
    const request = await asks(w, 'raul')
    await w.settle()
    await ana.get(`/requests/${request}`)
    w.mails.refuse(451, 451, 451, 451, 451)
    await raul.post(`/requests/${request}/amend`, {
      version: '1',
      reason: 'I prepare the roll-out in Bath and need to see its licences.',
      scope: 'account',
      named: '',
      role: '',
      ends: '',
    })
    await w.settle()
    await raul.post(`/requests/${request}/withdraw`)
    await w.settle()
    await untilSettled(1)
    const order = await w.owner<{ kind: string; at: Date }>(
      `select kind, settled_at as at from mails where request_id = $1 and address = 'ana@acme.example'
       and state in ('ACCEPTED', 'SUPPRESSED') order by id`,
      [request],
    )
    const times = order.map(({ at }) => at.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(order.at(-1)?.kind).toBe('access-request.withdrawn.approver')
  })
})
