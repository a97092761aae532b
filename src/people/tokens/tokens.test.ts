import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import { type Env, json } from '../../platform/http/index.ts'
import { bearer } from '../who.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const wanted = { name: 'Nightly report', scopes: ['requests:read', 'events:read'], days: '30' }

async function makeToken(): Promise<{ token: string; visitor: Awaited<ReturnType<World['as']>> }> {
  const visitor = await w.as('zoe')
  const page = await visitor.post('/profile/tokens/new', wanted)
  return { visitor, token: /vst_[0-9A-Za-z]{8}_[0-9A-Za-z]{49}/.exec(page.text)?.[0] ?? '' }
}

/** What a route that takes tokens answers. */
async function use(
  token: string,
): Promise<{ status: number; body: { scopes?: string[]; address?: string } }> {
  const who = bearer(w.platform)
  const app = new Hono<Env>().get('/api/me', async (c) => {
    const caller = await who(c)
    return caller instanceof Response ? caller : json(c, { scopes: caller.scopes, address: caller.address })
  })
  const answer = await app.request('/api/me', { headers: { Authorization: `Bearer ${token}` } })
  return { status: answer.status, body: (await answer.json()) as { scopes?: string[] } }
}

describe('a personal access token', () => {
  it('is shown once, kept as a hash only, and opens what it was made for', async () => {
    const { visitor, token } = await makeToken()
    const used = await use(token)
    expect(used.status).toBe(200)
    expect(used.body).toEqual({ scopes: ['requests:read', 'events:read'], address: 'zoe@elsewhere.example' })
    const list = (await visitor.get('/profile/tokens')).text
    expect(list).toContain('Nightly report')
    expect(list).toContain(token.slice(0, 12))
    expect(list).not.toContain(token)
    for (const table of ['personal_tokens', 'events', 'jobs', 'mails'])
      expect(JSON.stringify(await w.owner(`select * from ${table}`))).not.toContain(token)
    await w.settle()
    expect(w.mails.to('zoe@elsewhere.example').at(-1)?.subject).toBe('A personal access token was made')
  })

  it('gives nothing when it is wrong in any sign, taken back, too old, or its person disabled', async () => {
    const { visitor, token } = await makeToken()
    const changed = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`
    expect((await use(changed)).status).toBe(401)
    await w.owner(`update people set status = 'DISABLED' where address like 'zoe@%'`)
    expect((await use(token)).status).toBe(401)
    await w.owner(`update people set status = 'ACTIVE' where address like 'zoe@%'`)
    await w.setClock('31 days')
    expect((await use(token)).status).toBe(401)
    await w.setClock('0 seconds')
    expect((await use(token)).status).toBe(200)
    const again = await w.as('zoe')
    const ids = [
      ...(await again.get('/profile/tokens')).text.matchAll(/\/profile\/tokens\/([0-9a-f-]{36})\/revoke/g),
    ]
    for (const [, id] of ids) expect((await visitor.post(`/profile/tokens/${id}/revoke`)).status).toBe(303)
    expect((await use(token)).status).toBe(401)
  })

  it('of somebody else cannot be taken back', async () => {
    await makeToken()
    const [row] = await w.owner<{ id: string }>('select id from personal_tokens where revoked_at is null')
    const raul = await w.as('raul')
    expect((await raul.post(`/profile/tokens/${row?.id}/revoke`)).status).toBe(404)
    expect((await raul.post('/profile/tokens/nonsense/revoke')).status).toBe(404)
  })

  it.each([
    { ...wanted, name: '' },
    { ...wanted, scopes: [] },
    { ...wanted, scopes: ['everything'] },
    { ...wanted, days: '3650' },
  ])('is not made of %o', async (form) => {
    const zoe = await w.as('zoe')
    expect((await zoe.post('/profile/tokens/new', form)).status).toBe(422)
  })

  it('never lends its power to a cookie: with a token beside it, a session counts for nothing', async () => {
    const zoe = await w.as('zoe')
    expect((await zoe.get('/profile', { Authorization: 'Bearer nonsense' })).status).toBe(303)
  })
})
