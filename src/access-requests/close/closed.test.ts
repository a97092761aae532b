import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, placeId } from '../../../test/world/acts.ts'
import { withToken } from '../../../test/world/api-client.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { askChangePath, oneChangePath } from '../../paths/account-changes.ts'
import { closeVirtualAccountPath, moveVirtualAccountPath } from '../../paths/accounts.ts'
import { erasePersonPath } from '../../paths/operator.ts'
import { userPath } from '../../paths/members.ts'

let here: World
let ana: Visitor
beforeAll(async () => {
  here = await world()
  await here.owner(`update people set locale = 'en'`)
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), next_step = null, next_step_at = null
     where status in ('PENDING', 'INFO_REQUESTED')`,
  )
  ana = await here.as('ana')
})
afterAll(() => here.end())

// Those of the demo who only have a history.
const person = (name: 'yuki' | 'emil' | 'ines') => name as CastMember
const shown = async (who: string, id: string) => {
  const page = await (await here.as(who as CastMember)).get(`/requests/${id}`)
  return { ...page, text: page.text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') }
}
const place = async (name: string) => {
  const answer = await ana.post('/accounts/acme.example/virtual-accounts/new', {
    name,
    parent: '',
    despite: '',
  })
  expect(answer.status).toBe(303)
  return placeId(here, 'acme.example', name)
}
const closes = async (id: string) => {
  const path = closeVirtualAccountPath.to('acme.example', id)
  const mark = Visitor.fieldOf((await ana.get(path)).text, 'mark') ?? ''
  expect((await ana.post(path, { mark })).status).toBe(303)
  await here.settle()
}

const receiptOfZoe = () =>
  here.mails
    .to('zoe@elsewhere.example')
    .filter(({ subject }) => subject?.includes('was sent'))
    .at(-1)?.text

describe('what was closed', () => {
  it('is still called by its name, in the request, its story and the mail about what ended', async () => {
    const id = await place('Reims')
    const asked = await asks(here, 'raul', { places: ['Reims'], role: 'VV' })
    expect((await approves(ana, asked, { scope: 'VIRTUAL', va: id, role: 'VV' })).status).toBe(303)
    // The mail about what ended waits for none about the request.
    await here.settle()
    const other = await asks(here, person('yuki'), { places: ['Reims'], role: 'VU' })
    await closes(id)
    const page = await shown('yuki', other)
    expect(page.text).toContain('Reims (closed)')
    expect(page.text).toContain('You can ask for another virtual account at any time.')
    expect((await shown('raul', asked)).text).toContain('Virtual Account Viewer for Reims (closed)')
    const [mail] = here.mails.to('raul@acme.example').slice(-1)
    expect(mail?.text).toContain('Virtual Account Viewer for Reims (closed)')
    expect(mail?.text).toContain('The virtual account was closed')
    const [news] = here.mails.to('yuki@acme.example').slice(-1)
    expect(news?.text).not.toContain('Answer expected by')
  })

  it('is not moved below something restricted in the eyes of whoever asked', async () => {
    const [below, secret] = [await place('Nantes'), await place('Project Heron')]
    await ana.post(`/accounts/acme.example/virtual-accounts/${secret}/restrict`, { restricted: 'yes' })
    const asked = await asks(here, person('emil'), { places: ['Nantes'], role: 'VV' })
    const path = moveVirtualAccountPath.to('acme.example', below)
    const mark = Visitor.fieldOf((await ana.get(`${path}?to=${secret}`)).text, 'mark') ?? ''
    expect((await ana.post(path, { to: secret, mark })).status).toBe(303)
    expect((await shown('emil', asked)).text).not.toContain('Project Heron')
    expect((await shown('ana', asked)).text).toContain('Project Heron / Nantes')
  })

  it('leads to the access when that was given directly', async () => {
    const asked = await asks(here, 'luc', { scope: 'account', role: 'SV' })
    const add = await ana.post('/accounts/acme.example/users/add', {
      addresses: 'luc@acme.example',
      role: 'SU',
      place: [],
      ends: '',
      endsTime: '',
    })
    await ana.post(add.location ?? '')
    await here.settle()
    const page = await shown('luc', asked)
    expect(page.text).toContain('You need not do anything: the access is there.')
    expect(page.text).not.toContain('Ask again')
    expect((await ana.get(userPath.to('acme.example', await here.idOf('luc')))).status).toBe(200)
  })

  it('names nobody who was erased, and nobody is called undefined', async () => {
    const asked = await asks(here, person('ines'), { scope: 'unsure' })
    const olga = await here.as('olga')
    const id = await here.idOf(person('ines'))
    const reason = 'Left the company yesterday.'
    await olga.post(`/operator/people/${id}/disable`, { reason })
    expect((await olga.post(erasePersonPath.to(id), { address: 'ines@acme.example' })).status).toBe(303)
    const page = await shown('ana', asked)
    expect(page.text).toContain('Somebody who was erased asked for access to ACME')
    expect(page.text).not.toMatch(/undefined|@invalid/)
  })

  it('goes on where its account does, for whoever asked and for whoever decides', async () => {
    await here.setClock('-5 days')
    const asked = await asks(here, 'zoe', { scope: 'account', role: 'SV' })
    await here.settle()
    expect(receiptOfZoe()).toContain('you can send a reminder from')
    await here.setClock('0 hours')
    const because = { reason: 'The two companies become one on Monday.' }
    await (await here.as('olga')).post(askChangePath.to('acme.example', 'merge'), {
      ...because,
      identifier: 'globex.example',
    })
    const [change] = await here.owner<{ id: string; version: number }>(
      'select id, version from account_changes order by id desc limit 1',
    )
    const agreed = { what: 'agree', version: String(change?.version) }
    await (await here.as('sam')).post(oneChangePath.to('acme.example', change?.id ?? ''), agreed)
    await here.settle()
    const page = await shown('zoe', asked)
    expect(page.text).toContain('your request goes on under the same reference')
    expect(page.text).not.toContain('Ask again')
    expect(receiptOfZoe()).toContain('you can send a reminder on the page of your request.')
    expect(receiptOfZoe()).not.toContain('reminder from')
    const old = await ana.get(`/requests/${asked}`)
    const api = await (await withToken(here, 'zoe')).get(`/api/v1/requests/${asked}`)
    expect(JSON.parse(api.text)).toMatchObject({
      status: 'CLOSED',
      continuedAsRequestId: old.location?.split('/')[2],
    })
    expect(old.status).toBe(303)
    const next = await shown('ana', old.location?.split('/')[2] ?? '')
    expect(next.status).toBe(200)
    expect(next.text).not.toContain('Asked before')
    expect((await (await here.as('carla')).get(`/requests/${asked}`)).location).toBe(old.location)
    expect((await (await here.as('luc')).get(`/requests/${asked}`)).status).toBe(404)
  })
})
