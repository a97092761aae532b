import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withToken } from '../../../test/world/api-client.ts'
import { type World, world } from '../../../test/world/world.ts'
import type { AccountId, GrantId, PersonId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { transact } from '../../platform/db/index.ts'
import { giveGrants } from '../../accounts/index.ts'
import type { Role } from '../../accounts/domain/roles.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'

let w: World
let acme: AccountId
beforeAll(async () => {
  w = await world()
  const [row] = await w.owner<{ id: AccountId }>(`select id from accounts where identifier = 'acme.example'`)
  acme = row?.id as AccountId
})
afterAll(() => w.end())

const dayInMs = 86_400_000

async function gives(personId: PersonId, role: Role, place?: VirtualAccountId): Promise<GrantId> {
  const scope = place
    ? { kind: 'VIRTUAL' as const, virtualAccountIds: [place] }
    : { kind: 'ACCOUNT' as const }
  const given = { role, scope, endsAt: new Date(Date.now() + 40 * dayInMs) }
  const giving = {
    accountId: acme,
    personId,
    given,
    source: 'DIRECT' as const,
    requestId: null,
    decisionId: null,
  }
  const by = await w.idOf('ana')
  const outcome = await transact(w.db, async (tx) => done(await giveGrants(tx, { ...giving, by })))
  return (outcome.ok ? outcome.value[0] : undefined) as GrantId
}

const path = (id: string, what: 'extend' | 'change' = 'extend') =>
  `/access/smart-accounts/acme.example/grants/${id}/${what}`

describe('somebody whose role ends', () => {
  it('asks for it to go on by one press, and holds it longer, without its old warnings, once that is approved', async () => {
    const luc = await w.as('luc')
    const id = await gives(await w.idOf('luc'), 'SV')
    const answer = await luc.post(path(id), { key: crypto.randomUUID() })
    expect(answer.location).toMatch(/^\/requests\/[0-9a-f-]{36}\/sent$/)
    const request = answer.location?.split('/')[2] ?? ''
    const [asked] = await w.owner<{ role: string; days: number; reason: string }>(
      `select ask_role as role, extract(day from ask_ends_at - app_now())::int as days, reason
       from access_requests where id = $1`,
      [request],
    )
    expect(asked?.role).toBe('SV')
    expect(asked?.days).toBeGreaterThan(76)
    expect(asked?.reason).toContain('I still need this access')
    const again = await luc.post(path(id), { key: crypto.randomUUID() })
    expect(again.location).toBe(`/requests/${request}?notice=duplicate`)
    const ana = await w.as('ana')
    const form = { version: '1', scope: 'ACCOUNT', role: 'SV', end: 'ASKED', ends: '', note: '' }
    expect((await ana.post(`/requests/${request}/approve`, form)).status).toBe(303)
    const clocks = await w.owner<{ subject: string }>(
      `select distinct subject_id as subject from clocks k join grants g on g.id = k.subject_id
       where g.person_id = $1 and k.settled_at is null`,
      [await w.idOf('luc')],
    )
    expect(clocks).toHaveLength(1)
    expect(clocks[0]?.subject).not.toBe(id)
    const answers = [await luc.post(path(id), { key: crypto.randomUUID() }), await luc.get(path(id))]
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  })

  it('says until when and why in their own words, and is told what cannot be asked', async () => {
    const zoe = await w.as('zoe')
    const [paris] = await w.owner<{ id: VirtualAccountId }>(
      `select id from virtual_accounts where account_id = $1 and name = 'Paris'`,
      [acme],
    )
    const id = await gives(await w.idOf('zoe'), 'VV', paris?.id)
    const shown = await zoe.get(path(id))
    expect(shown.text).toContain('Virtual Account Viewer for Paris')
    const wrong = await zoe.post(path(id), {
      key: crypto.randomUUID(),
      ends: '31/02/2027',
      endsTime: '',
      reason: 'no',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('ends-error')
    expect(wrong.text).toContain('reason-error')
    const soon = new Date(Date.now() + 10 * dayInMs).toISOString().slice(0, 10)
    const held = await zoe.post(path(id), { key: crypto.randomUUID(), ends: soon, endsTime: '', reason: '' })
    expect(held.status).toBe(409)
    const later = `${new Date().getUTCFullYear() + 1}-06-30`
    const sent = await zoe.post(path(id), {
      key: crypto.randomUUID(),
      ends: later,
      endsTime: '18:00',
      reason: 'The project in Paris goes on until summer.',
    })
    expect(sent.status).toBe(303)
    const [asked] = await w.owner<{ at: Date }>(
      `select ask_ends_at as at from access_requests where id = $1`,
      [sent.location?.split('/')[2]],
    )
    expect(asked?.at.toISOString()).toBe(`${later}T16:00:00.000Z`)
  })

  it('asks for another role in its place: the form is filled with what they hold', async () => {
    const raul = await w.as('raul')
    const id = await gives(await w.idOf('raul'), 'SV')
    expect((await raul.post(path(id, 'change'))).location).toBe('/requests/new/reason')
    const form = await raul.get('/requests/new/reason')
    expect(form.text).toMatch(/<option value="SV" selected/)
  })

  it('asks by the API as on the page', async () => {
    const id = await gives(await w.idOf('carla'), 'SV')
    const carla = await withToken(w, 'carla')
    const api = `/api/v1/accounts/acme.example/grants/${id}/extend`
    const sent = await carla.post(api, {}, { 'Idempotency-Key': 'once' })
    expect(sent.status).toBe(201)
    expect(JSON.parse(sent.text)).toMatchObject({ status: 'PENDING', ask: { role: 'SV' } })
    expect((await carla.post(api, {}, { 'Idempotency-Key': 'twice' })).status).toBe(409)
    expect((await (await withToken(w, 'raul')).post(api, {})).status).toBe(404)
  })

  it('is the only one for whom these pages are there', async () => {
    const id = await gives(await w.idOf('luc'), 'SU')
    const raul = await w.as('raul')
    const answers = [
      await raul.get(path(id)),
      await raul.post(path(id), {}),
      await raul.post(path(id, 'change')),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })
})
