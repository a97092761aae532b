import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { withToken } from '../../../test/world/api-client.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

describe('the API', () => {
  const path = '/api/v1/accounts/acme.example/rules'
  const rule = {
    conditions: {
      who: { kind: 'DOMAINS', domains: ['ACME.example'] },
      roles: ['SV'],
      where: { kind: 'ANY' },
      duration: { kind: 'ANY' },
    },
    outcome: { kind: 'APPROVE', role: 'ASKED', scope: 'ASKED', days: 30 },
  }

  it('reads and changes rules by their version, through the same door', async () => {
    const ana = await withToken(here, 'ana')
    const empty = await ana.get(path)
    const first = Number(JSON.parse(empty.headers.get('ETag') ?? ''))
    const seen = (later: number) => ({ 'If-Match': `"${first + later}"` })
    const added = await ana.post(path, { act: 'ADD', ...rule }, seen(0))
    expect(added.status).toBe(200)
    const id = (JSON.parse(added.text) as { rules: { id: string }[] }).rules.at(-1)?.id
    const asked = await asks(here, 'raul', { role: 'SV', scope: 'account' })
    const [request] = await here.owner<{ status: string }>(
      'select status from access_requests where id = $1',
      [asked],
    )
    expect(request?.status).toBe('APPROVED')
    const stale = await ana.post(path, { act: 'REMOVE', id }, seen(0))
    expect([stale.status, stale.text.includes('rules-changed')]).toEqual([409, true])
    const off = await ana.post(path, { act: 'SWITCH_OFF', id }, seen(1))
    expect((JSON.parse(off.text) as { rules: unknown[] }).rules.at(-1)).toMatchObject({
      enabled: false,
      version: 2,
    })
    const unproven = { ...rule, conditions: { ...rule.conditions, who: { kind: 'ANYBODY' } } }
    const wrong = await ana.post(path, { act: 'WRITE', id, ...unproven }, seen(2))
    expect([wrong.status, wrong.text.includes('/conditions/who')]).toEqual([422, true])
    expect((await ana.post(path, { act: 'WRITE', id }, seen(2))).status).toBe(422)
    for (const who of ['raul', 'sam', 'carla'] as const) {
      const other = await withToken(here, who)
      expect([who, (await other.get(path)).status]).toEqual([who, 404])
      expect((await other.post(path, { act: 'REMOVE', id }, seen(2))).status).toBe(404)
    }
    const reader = await withToken(here, 'ana', ['requests:read'])
    expect((await reader.post(path, { act: 'REMOVE', id }, seen(2))).status).toBe(403)
  })
})
