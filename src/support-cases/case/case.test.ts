import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Visitor } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { type AccountId, newId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { transact } from '../../platform/db/index.ts'
import { answerDueAt } from '../cases.store.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await here.owner(`update people set is_support = true where address like 'dmitri@%'`)
})
beforeEach(async () => {
  await here.owner('delete from limits')
  await here.setClock('0 days')
})
afterAll(() => here.end())

const words = 'The page of my request shows an error since this morning.'
const answer = 'Thank you. Please try again now and tell me what you see.'

async function opens(who: CastMember): Promise<string> {
  const fields = { key: newId(), text: words, request: '', from: '/', error: 'abc-12' }
  const { location } = await (await here.as(who)).post('/cases/new', fields)
  return /^\/cases\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
}

async function says(who: CastMember, id: string, fields: Record<string, string>) {
  const visitor = await here.as(who)
  const page = (await visitor.get(`/cases/${id}`)).text
  const room = fields['room'] ?? 'REQUESTER'
  const form = page.slice(page.indexOf(`id="room-${room}"`))
  return visitor.post(`/cases/${id}/write`, {
    room,
    seen: Visitor.fieldOf(form, 'seen') ?? '',
    ...fields,
  })
}

const statusOf = async (id: string) =>
  (await here.owner<{ status: string }>('select status from cases where id = $1', [id]))[0]?.status

const eventsOf = async (id: string) =>
  (
    await here.owner<{ type: string }>(
      `select type from events where body::jsonb -> 'facts' ->> 'caseId' = $1 order by occurred_at, seq`,
      [id],
    )
  ).map(({ type }) => type)

/** A case about luc's request for ACME. */
async function opensAboutAcme(): Promise<string> {
  const luc = await here.as('luc')
  await luc.post('/requests/new', { identifier: 'acme.example' })
  const sent = await luc.post('/requests/new/reason', {
    account: 'acme.example',
    key: newId(),
    reason: 'I prepare the roll-out in Lyon and need to see its licences.',
    scope: 'unsure',
    virtualAccount: [],
    named: '',
    role: '',
    ends: '',
  })
  const request = /^\/requests\/([0-9a-f-]{36})\/sent/.exec(sent.location ?? '')?.[1] ?? ''
  const fields = { key: newId(), text: words, request, from: '/', error: '' }
  const { location } = await luc.post('/cases/new', fields)
  return /^\/cases\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
}

describe('a case', () => {
  it('goes to and fro between requester and support, and tells each by mail', async () => {
    const id = await opens('zoe')
    expect((await says('sam', id, { text: answer })).location).toBe(`/cases/${id}?notice=written`)
    expect(await statusOf(id)).toBe('WAITING_REQUESTER')
    await here.settle()
    const mail = here.mails.to('zoe@elsewhere.example').at(-1)
    expect(mail?.subject).toMatch(/^An answer to your case SC-/)
    expect(mail?.text).toContain(answer)
    expect((await says('zoe', id, { text: 'It works again, but the date is wrong.' })).status).toBe(303)
    expect(await statusOf(id)).toBe('OPEN')
    await here.settle()
    expect(here.mails.to('sam@support.example').at(-1)?.text).toContain('but the date is wrong')
    expect((await says('sam', id, { text: answer, and: 'resolve' })).status).toBe(303)
    expect(await statusOf(id)).toBe('RESOLVED')
    expect((await says('zoe', id, { text: 'And one more thing to add.' })).status).toBe(409)
    expect(await eventsOf(id)).toEqual(
      expect.arrayContaining(['case.opened', 'case.viewed', 'case.answered', 'case.resolved']),
    )
  })

  it('can be reopened for seven days with what is still wrong, and is closed by itself then', async () => {
    const id = await opens('zoe')
    const zoe = await here.as('zoe')
    expect((await zoe.post(`/cases/${id}/solve`)).location).toBe(`/cases/${id}?notice=solved`)
    expect((await zoe.post(`/cases/${id}/reopen`, { text: 'no' })).status).toBe(422)
    const text = 'It is wrong again since noon.'
    expect((await zoe.post(`/cases/${id}/reopen`, { text })).location).toBe(`/cases/${id}?notice=reopened`)
    expect(await statusOf(id)).toBe('OPEN')
    expect((await zoe.post(`/cases/${id}/solve`)).status).toBe(303)
    await here.pass('7 days')
    await here.settle()
    expect(await statusOf(id)).toBe('CLOSED')
    const late = await (await here.as('zoe')).post(`/cases/${id}/reopen`, { text })
    expect(late.status).toBe(409)
    expect(late.text).toContain('A case can be reopened for seven days.')
    expect((await eventsOf(id)).at(-1)).toBe('case.closed')
  })

  it('is seen by whom it concerns, each in their room, and by nobody else', async () => {
    const id = await opensAboutAcme()
    for (const who of ['ana', 'raul', 'vera', 'zoe', 'carla'] as const) {
      expect([who, (await (await here.as(who)).get(`/cases/${id}`)).status]).toEqual([who, 404])
    }
    await says('sam', id, { room: 'ACCOUNT', text: 'Does Luc Bernard work for you, and in which team?' })
    await says('sam', id, { room: 'INTERNAL', text: 'The number on his badge looks wrong to me.' })
    const ana = await (await here.as('ana')).get(`/cases/${id}`)
    expect(ana.text).toContain('and in which team?')
    for (const hidden of [words, 'looks wrong to me', 'Evidence']) expect(ana.text).not.toContain(hidden)
    expect(
      (await says('ana', id, { room: 'ACCOUNT', text: 'Yes, in the network team in Lyon.' })).status,
    ).toBe(303)
    expect((await says('ana', id, { room: 'INTERNAL', text: 'I would like to read on.' })).status).toBe(404)
    expect((await says('ana', id, { room: 'REQUESTER', text: 'I would like to read on.' })).status).toBe(404)
    const luc = await (await here.as('luc')).get(`/cases/${id}`)
    expect(luc.text).toContain(words)
    for (const hidden of ['network team', 'looks wrong to me', 'in which team']) {
      expect(luc.text).not.toContain(hidden)
    }
    expect((await (await here.as('ana')).post(`/cases/${id}/solve`)).status).toBe(404)
    expect((await (await here.as('luc')).post(`/cases/${id}/assign`, { to: 'me', seen: '' })).status).toBe(
      404,
    )
    await (await here.as('luc')).post(`/cases/${id}/solve`)
  })

  it('keeps one agent from answering over another, and gives the text back', async () => {
    const id = await opens('zoe')
    const dmitri = await here.as('dmitri')
    await dmitri.get(`/cases/${id}`)
    await says('sam', id, { text: answer })
    const [first] = await here.owner<{ id: string }>(
      'select id from case_messages where case_id = $1 order by id limit 1',
      [id],
    )
    const late = await dmitri.post(`/cases/${id}/write`, {
      room: 'REQUESTER',
      seen: first?.id ?? '',
      text: 'I was about to say something else entirely.',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Another agent has answered meanwhile.')
    expect(late.text).toContain('something else entirely')
    expect(late.text).toContain(answer)
  })

  it('is taken by one of two agents who want it at once', async () => {
    const id = await opens('zoe')
    const agents = [await here.as('sam'), await here.as('dmitri')]
    for (let round = 0; round < 20; round++) {
      await here.owner('update cases set assigned_to = null where id = $1', [id])
      const answers = await Promise.all(
        agents.map((agent) => agent.post(`/cases/${id}/assign`, { to: 'me', seen: '' })),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    }
  })

  it('is answered first on a working day of its account', async () => {
    const due = async () => {
      const [row] = await here.owner<{ account: AccountId }>(
        `select id as account from accounts where identifier = 'acme.example'`,
      )
      if (!row) throw new Error('no account')
      const outcome = await transact(here.db, async (tx) => done(await answerDueAt(tx, row.account)))
      return outcome.ok ? outcome.value : new Date(Number.NaN)
    }
    const usual = await due()
    await here.owner(
      `insert into closed_days select a.id, $1::date, 'Move' from accounts a where a.identifier = 'acme.example'`,
      [usual.toISOString().slice(0, 10)],
    )
    const later = await due()
    await here.owner('delete from closed_days')
    expect(later.getTime() - usual.getTime()).toBeGreaterThan(20 * 3_600_000)
  })

  it('tells the account of every look of an agent, once in ten minutes', async () => {
    const id = await opensAboutAcme()
    const sam = await here.as('sam')
    for (let n = 0; n < 3; n++) await sam.get(`/cases/${id}`)
    await sam.send(`/cases/${id}`, { method: 'HEAD' })
    expect((await eventsOf(id)).filter((type) => type === 'case.viewed')).toHaveLength(1)
    await here.setClock('11 minutes')
    await (await here.as('sam')).get(`/cases/${id}`)
    expect((await eventsOf(id)).filter((type) => type === 'case.viewed')).toHaveLength(2)
    const log = await (await here.as('ana')).get('/accounts/acme.example/events?kind=cases')
    expect(log.text).toContain('Sam Taylor')
    expect(log.text).toContain('looked at a case as support')
  })
})
