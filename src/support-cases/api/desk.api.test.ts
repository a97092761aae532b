import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withSession } from '../../../test/world/api-client.ts'
import { items, type Programs, programsOf, saidOf } from '../../../test/world/programs.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
let programs: Programs
let one: { case: string; request: string }
beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'vestibule-test-')), 'settings.json')
  writeFileSync(file, JSON.stringify({ supportMayDecide: true }))
  w = await world({ SETTINGS_FILE: file })
  await w.owner(`update people set is_support = true where address = 'olga@operator.example'`)
  programs = await programsOf(w, ['sam', 'olga', 'raul', 'ana'])
  const [row] = await w.owner<{ case: string; request: string }>(
    `select id as case, request_id as request from cases where cause = 'NOBODY_REACHABLE'`,
  )
  one = row as typeof one
}, 60_000)
afterAll(() => w.end())

describe('a program of the support desk', () => {
  it('lists, answers, notes, takes and resolves cases, which nobody else does', async () => {
    const { get, post } = programs
    const listed = items(await get('sam', '/api/v1/support/cases'))
    expect(listed.map(({ id }) => id)).toContain(one.case)
    for (const who of ['raul', 'ana'] as const)
      expect((await get(who, '/api/v1/support/cases')).status).toBe(404)
    const at = `/api/v1/cases/${one.case}`
    const note = { room: 'INTERNAL', text: 'The register of companies names Grace Liu.' }
    expect((await post('raul', `${at}/answer`, note)).status).toBe(404)
    expect((await post('sam', `${at}/answer`, note)).status).toBe(200)
    const seen = (await get('sam', at)).body['messages'] as { id: string; room: string; text: string }[]
    expect(seen.at(-1)).toMatchObject({ room: 'INTERNAL', text: note.text })
    const answer = { room: 'REQUESTER', text: 'Please send the extract of the register.' }
    expect(saidOf(await post('olga', `${at}/answer`, answer))).toEqual([409, 'case-changed'])
    const after = seen.filter(({ room }) => room === 'REQUESTER').at(-1)?.id
    const answered = await post('olga', `${at}/answer`, { ...answer, after })
    expect(answered.body['status']).toBe('WAITING_REQUESTER')
    const from = await w.idOf('sam')
    expect(saidOf(await post('olga', `${at}/assign`, { to: 'ME' }))).toEqual([409, 'assigned-to-another'])
    expect((await post('olga', `${at}/assign`, { to: 'ME', from })).status).toBe(200)
    expect(saidOf(await post('raul', `/api/v1/requests/${one.request}/hand-back`, {}))).toEqual([
      404,
      'not-found',
    ])
    expect(saidOf(await post('sam', `/api/v1/requests/${one.request}/hand-back`, {}))).toEqual([
      409,
      'nobody-reachable',
    ])
  })

  it('proposes and confirms a decision by two agents, each with a password typed just now', async () => {
    const { get, post } = programs
    const at = `/api/v1/requests/${one.request}/support-decision`
    const endsAt = new Date(Date.now() + 30 * 86_400_000).toISOString()
    const given = { verdict: 'APPROVE', role: 'SV', scope: { kind: 'ACCOUNT' }, endsAt }
    const body = {
      decision: given,
      note: 'You see the account until then.',
      grounds: 'The register names her.',
    }
    expect((await post('raul', at, body, 1)).status).toBe(404)
    const sam = await withSession(w, 'sam')
    expect(saidOf(await post(sam, at, body, 1))).toEqual([422, 'proof-needed'])
    const file = new FormData()
    file.set('proof', new Blob(['Extract of the register'], { type: 'text/plain' }), 'register.txt')
    const agent = await w.as('sam')
    await agent.send(`/cases/${one.case}/proof`, { method: 'POST', body: file, headers: { Origin: w.base } })
    expect(saidOf(await post('sam', at, body, 1))).toEqual([403, 'recent-sign-in-needed'])
    const power = { ...body, decision: { ...given, role: 'SA' } }
    expect(saidOf(await post(sam, at, power, 1))).toEqual([403, 'beyond-support'])
    expect(saidOf(await post(sam, at, body, 7))).toEqual([409, 'stale-version'])
    expect((await post(sam, at, body, 1)).body['stage']).toBe('WITH_SUPPORT')
    const proposal = await get('olga', at)
    expect(proposal.body).toMatchObject({ proofs: 1, isYours: false, decision: { role: 'SV' } })
    const proposalId = proposal.id
    expect(saidOf(await post(sam, `${at}/confirm`, { proposalId }))).toEqual([403, 'second-agent-needed'])
    expect(saidOf(await post('olga', `${at}/confirm`, { proposalId }))).toEqual([
      403,
      'recent-sign-in-needed',
    ])
    const olga = await withSession(w, 'olga')
    expect((await post(olga, `${at}/confirm`, { proposalId })).body['status']).toBe('APPROVED')
    expect(saidOf(await post(olga, `${at}/drop`, {}))).toEqual([409, 'proposal-gone'])
    expect((await get('sam', at)).status).toBe(404)
  })
})
