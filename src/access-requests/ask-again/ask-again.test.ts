import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks, declines } from '../../../test/world/acts.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
let luc: Visitor
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.owner(`delete from look_ups`)
  await here.owner(`delete from drafts`)
  luc = await here.as('luc')
  const open = await here.owner<{ id: string }>(
    'select id from access_requests where requester_id = $1 and settled_at is null',
    [await here.idOf('luc')],
  )
  for (const { id } of open) await luc.post(`/requests/${id}/withdraw`)
  await here.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
})

const reason = 'I plan the workshop in Bath and have to see its licences.'
const again = (id: string, who = luc) => who.post(`/requests/${id}/ask-again`)
const form = async () => (await luc.get('/requests/new/reason')).text
const send = async (fields: Record<string, string> = {}) => {
  const page = await form()
  return luc.post('/requests/new/reason', {
    account: Visitor.fieldOf(page, 'account') ?? '',
    key: Visitor.fieldOf(page, 'key') ?? '',
    reason,
    scope: 'account',
    named: '',
    role: 'SU',
    ends: '',
    ...fields,
  })
}
const idIn = (location: string | null) => /requests\/([0-9a-f-]{36})\//.exec(location ?? '')?.[1] ?? ''

describe('somebody whose request came to nothing', () => {
  it('asks again by one press: the form holds the old words, and the new request names the old one', async () => {
    const id = await asks(here, 'luc', { role: 'SU', scope: 'account', reason })
    await luc.post(`/requests/${id}/withdraw`)
    expect((await luc.get(`/requests/${id}`)).text.includes(`action="/requests/${id}/ask-again"`)).toBe(true)
    expect((await again(id)).location).toBe('/requests/new/reason')
    const page = await form()
    for (const said of [
      reason,
      'value="account" checked',
      '<option value="SU" selected',
      'This is filled in from',
    ])
      expect([said, page.includes(said)]).toEqual([said, true])
    const sent = await send()
    const [row] = await here.owner<{ previous: string; reference: string }>(
      `select n.previous_request_id as previous, o.reference from access_requests n
       join access_requests o on o.id = n.previous_request_id where n.id = $1`,
      [idIn(sent.location)],
    )
    expect(row?.previous).toBe(id)
    const seen = (await (await here.as('ana')).get(`/requests/${idIn(sent.location)}`)).text
    expect(seen.includes('Asked before')).toBe(true)
    expect(seen.includes(`href="/requests/${id}"`)).toBe(true)
    await luc.post(`/requests/${idIn(sent.location)}/withdraw`)
  })

  it('waits seven days after a decline to ask the same, and is told so on the form; something else goes at once', async () => {
    const id = await asks(here, 'luc', { role: 'SU', scope: 'account', reason })
    await declines(await here.as('ana'), id)
    expect((await again(id)).status).toBe(303)
    expect((await form()).includes('You can send it again from')).toBe(true)
    expect((await send()).status).toBe(409)
    const other = await send({ role: 'SV' })
    expect(other.status).toBe(303)
    await luc.post(`/requests/${idIn(other.location)}/withdraw`)
    await here.setClock('8 days')
    luc = await here.as('luc')
    await here.owner(`update look_ups set looked_at = app_now()`)
    expect((await again(id)).status).toBe(303)
    const same = await send()
    expect(same.status).toBe(303)
    await luc.post(`/requests/${idIn(same.location)}/withdraw`)
    await here.setClock('0 days')
  })

  it('cannot while blocked, nor when it is open, nor for somebody else', async () => {
    const id = await asks(here, 'luc', { role: 'SV', scope: 'account', ends: '2027-03-31', reason })
    expect((await again(id)).status).toBe(409)
    for (const who of ['ana', 'raul', 'zoe'] as const) {
      const answer = await again(id, await here.as(who))
      expect([who, answer.status]).toEqual([who, 404])
    }
    await declines(await here.as('ana'), id, { block: '30_DAYS' })
    const blocked = await again(id)
    expect(blocked.status).toBe(403)
    expect((await luc.get(`/requests/${id}`)).text.includes('/ask-again')).toBe(false)
    await here.owner('delete from blocks')
  })

  it('leaves out an end that has passed', async () => {
    const id = await asks(here, 'luc', { role: 'SV', scope: 'account', ends: '2026-12-01', reason })
    await luc.post(`/requests/${id}/withdraw`)
    await here.setClock('30 days')
    luc = await here.as('luc')
    await again(id)
    expect(Visitor.fieldOf(await form(), 'ends')).toBe('')
    await here.setClock('0 days')
  })
})
