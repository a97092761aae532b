import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, placeId } from '../../../test/world/acts.ts'
import { withToken } from '../../../test/world/api-client.ts'
import { ruleFields, rulesVersion } from '../../../test/world/rule-form.ts'
import type { Fields, Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { newId } from '../../kernel/id.ts'

let here: World
let ana: Visitor
let luc: Visitor
let paris: string
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
  luc = await here.as('luc')
  paris = await placeId(here, 'acme.example', 'Paris')
}, 60_000)
afterAll(() => here.end())

const roles = '/accounts/acme.example/roles'
const rules = '/accounts/acme.example/rules'
const deciding = ['see-people', 'change-people', 'see-requests', 'decide-requests']
let serial = 0
const makes = async (action: string[], name = `Desk ${++serial}`): Promise<string> => {
  const fields = { name, description: '', reach: 'VIRTUAL', action }
  return /roles\/([0-9a-f-]{36})/.exec((await ana.post(`${roles}/new`, fields)).location ?? '')?.[1] ?? ''
}
const changes = (who: Visitor, id: string, action: string[], more: Fields = {}) =>
  who.post(`${roles}/${id}/change`, {
    version: '1',
    mark: '',
    name: `Desk ${++serial}`,
    description: '',
    action,
    ...more,
  })
const rule = async (who: Visitor, fields: Fields) =>
  who.post(`${rules}/new`, {
    ...ruleFields,
    version: await rulesVersion(who, 'acme.example'),
    step: 'save',
    ...fields,
  })
const standing = async (id: string) => {
  const [row] = await here.owner(
    `select r.status, d.role, d.custom_role_version as version, g.custom_actions as actions
     from access_requests r left join decisions d on d.request_id = r.id and d.final
     left join grants g on g.request_id = r.id where r.id = $1`,
    [id],
  )
  return row
}
const withdraws = (who: Visitor, id: string) => who.post(`/requests/${id}/withdraw`, {})
const form = async (who: Visitor) => {
  await who.post('/requests/new', { identifier: 'acme.example' })
  return (await who.get('/requests/new/reason')).text
}
const sends = (who: Visitor, role: string, more: Fields = {}) =>
  who.post('/requests/new/reason', {
    account: 'acme.example',
    key: newId(),
    reason: 'I answer for the licences of Paris from Monday on.',
    scope: 'virtual',
    virtualAccount: [paris],
    named: '',
    role,
    ends: '',
    ...more,
  })

describe('somebody who holds something in the account', () => {
  it('asks for one of its own roles; who decides reads what it may do, and gives just that', async () => {
    const id = await makes(['see-people'], 'Licence desk Paris')
    const shown = await form(luc)
    expect(shown).toContain(`value="${id}.1"`)
    expect(shown).toContain('Licence desk Paris')
    const sent = await sends(luc, `${id}.1`)
    const request = /requests\/([0-9a-f-]{36})/.exec(sent.location ?? '')?.[1] ?? ''
    expect((await luc.get(`/requests/${request}`)).text).toContain('Licence desk Paris')
    const seen = (await ana.get(`/requests/${request}`)).text
    expect(seen).toContain('Licence desk Paris for Paris')
    expect((await ana.get('/accounts/acme.example/requests')).text).toContain('Licence desk Paris')
    expect((await ana.get(`/requests/${request}/approve`)).text).toMatch(
      /Licence desk Paris\s*<span[^>]*>[^<]*Asked for/,
    )
    await here.settle()
    expect(here.mails.to('ana@acme.example').at(-1)?.text).toContain('Licence desk Paris')
    const given = { role: `${id}.1`, scope: 'VIRTUAL', va: [paris], end: 'NONE', note: '' }
    expect((await approves(ana, request, given)).status).toBe(303)
    expect(await standing(request)).toMatchObject({ status: 'APPROVED', role: 'CV', version: 1 })
    expect((await ana.get('/accounts/acme.example/events')).text).toContain('Licence desk Paris')
    await here.owner(`update grants set revoked_at = app_now() where custom_role_id = $1`, [id])
  })

  it('is told when the role changed or went meanwhile, and what was asked stays what it was', async () => {
    const id = await makes(['see-people'], 'Counter')
    await changes(ana, id, ['see-people', 'see-event-log'], { name: 'Counter two' })
    const late = await sends(luc, `${id}.1`)
    expect([late.status, late.text.includes('was changed while you were choosing')]).toEqual([409, true])
    expect(late.text).toContain(`value="${id}.2" selected`)
    const request = await asks(here, 'luc', { role: `${id}.2`, places: ['Paris'] })
    await changes(ana, id, ['see-people'], { version: '2', name: 'Counter three' })
    const page = (await ana.get(`/requests/${request}`)).text
    expect([page.includes('Counter two for Paris'), page.includes('Counter three for Paris')]).toEqual([
      true,
      false,
    ])
    expect(page).toContain('It was changed since: “Counter three” is given as it is now.')
    expect(page).toContain('Read the event log')
    const old = { scope: 'VIRTUAL', va: [paris], end: 'NONE', note: '' }
    expect((await approves(ana, request, { ...old, role: `${id}.2` })).status).toBe(409)
    // What it is now is less than what was asked for, so it takes a word.
    expect((await approves(ana, request, { ...old, role: `${id}.3` })).status).toBe(422)
    await ana.post(`${roles}/${id}/retire`, {})
    expect(
      (await approves(ana, request, { ...old, role: `${id}.3`, note: 'As agreed with you.' })).status,
    ).toBe(409)
    expect((await luc.get(`/requests/${request}/amend`)).status).toBe(200)
    expect((await luc.get(`/requests/${request}`)).text).toContain('The account no longer gives this role')
    await withdraws(luc, request)
    expect((await sends(luc, `${id}.3`)).status).toBe(409)
  })

  it('asks by the API, and amends; whoever holds nothing learns of no role', async () => {
    const id = await makes(['see-people'])
    const robot = await withToken(here, 'luc')
    const body = {
      account: 'acme.example',
      reason: 'I answer for the licences of Paris from Monday on.',
      scope: { kind: 'VIRTUAL', virtualAccountIds: [paris] },
      role: { custom: id, version: 1 },
    }
    await luc.post('/requests/new', { identifier: 'acme.example' })
    const made = await robot.post('/api/v1/requests', body, { 'Idempotency-Key': newId() })
    expect(made.status).toBe(201)
    const answer = JSON.parse(made.text) as { id: string; ask: unknown }
    expect(answer.ask).toMatchObject({ role: { custom: id, version: 1 } })
    const request = answer.id
    const amended = await luc.post(`/requests/${request}/amend`, {
      version: '1',
      reason: body.reason,
      scope: 'virtual',
      virtualAccount: [paris],
      named: '',
      role: 'VA',
      ends: '',
    })
    expect(amended.status).toBe(303)
    expect((await luc.get(`/requests/${request}`)).text).toContain(`Desk ${serial}`)
    await withdraws(luc, request)
    const raul = await here.as('raul')
    expect(await form(raul)).not.toContain(id)
    const known = await sends(raul, `${id}.1`)
    const unknown = await sends(raul, `${newId()}.1`)
    expect([known.status, unknown.status]).toEqual([409, 409])
  })
})

describe('a rule that gives a role of the account’s own', () => {
  it('gives it as it is, to whoever leaves the role open; the rehearsal and the list say its name', async () => {
    const id = await makes(['see-people'], 'Licence desk Lyon')
    const shown = await rule(ana, { giveRole: `${id}.1`, step: 'rehearse' })
    expect([shown.status, shown.text.includes('gets Licence desk Lyon')]).toEqual([200, true])
    expect((await rule(ana, { giveRole: `${id}.1` })).location).toBe(`${rules}?done=saved`)
    expect((await ana.get(rules)).text).toContain('gets Licence desk Lyon')
    expect((await ana.get(`${roles}/${id}`)).text).toContain('A rule gives it.')
    const raul = await here.as('raul')
    await form(raul)
    const request = /requests\/([0-9a-f-]{36})/.exec((await sends(raul, '')).location ?? '')?.[1] ?? ''
    // Where nobody outside sees virtual accounts by a list, what is asked is left to people.
    expect(await standing(request)).toMatchObject({ status: 'APPROVED', role: 'CV', version: 1 })
    expect((await raul.get(`/requests/${request}`)).text).toContain('Licence desk Lyon')

    // Widening it is giving it to whom the rule approves: for nobody who could not give it there themselves.
    const vera = await here.as('vera')
    expect((await changes(vera, id, ['see-people', 'see-event-log'])).status).toBe(403)
    const power = await changes(ana, id, deciding)
    expect([power.status, power.text.includes('no rule gives power over others')]).toEqual([409, true])

    await here.owner(`update grants set revoked_at = app_now() where custom_role_id = $1`, [id])
    expect((await ana.get(`${roles}/${id}/retire`)).text).toContain('From now on a person decides')
    expect((await ana.post(`${roles}/${id}/retire`, {})).status).toBe(303)
    expect((await ana.get(rules)).text).toContain('was retired: a person decides')
    await here.settle()
    expect(here.mails.to('ben@acme.example').at(-1)?.subject).toContain('A person decides again')
    await here.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
    const left = /requests\/([0-9a-f-]{36})/.exec((await sends(raul, '')).location ?? '')?.[1] ?? ''
    expect(await standing(left)).toMatchObject({ status: 'PENDING' })
    await withdraws(raul, left)
    expect((await ana.post(`${roles}/${id}/bring-back`, {})).status).toBe(303)
    const again = /requests\/([0-9a-f-]{36})/.exec((await sends(raul, '')).location ?? '')?.[1] ?? ''
    expect(await standing(again)).toMatchObject({ status: 'APPROVED' })
    await here.owner(`update grants set revoked_at = app_now() where custom_role_id = $1`, [id])
    await here.owner('delete from rules')
  })

  it('is refused at its field: with power over others, edited meanwhile, gone', async () => {
    const powerful = await makes(deciding)
    expect((await ana.get(`${rules}/new`)).text).not.toContain(`"${powerful}.1"`)
    const wrong = await rule(ana, { giveRole: `${powerful}.1` })
    expect([wrong.status, wrong.text.includes('gives no role that gives power')]).toEqual([422, true])
    const id = await makes(['see-people'])
    await changes(ana, id, ['see-people', 'see-event-log'])
    const old = await rule(ana, { giveRole: `${id}.1` })
    expect([old.status, old.text.includes('was changed since you chose it')]).toEqual([422, true])
    expect((await rule(ana, { giveRole: `${newId()}.1` })).text).toContain('Nobody gives this role any more')
    expect((await rule(ana, { giveRole: `${id}.2`, give: 'ACCOUNT' })).text).toContain('not given there')
  })
})
