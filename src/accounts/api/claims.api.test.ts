import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withSession } from '../../../test/world/api-client.ts'
import { type DnsServer, startDnsServer } from '../../../test/world/dns-server.ts'
import { items, type Programs, programsOf, saidOf } from '../../../test/world/programs.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
let dns: DnsServer
let programs: Programs
beforeAll(async () => {
  dns = await startDnsServer()
  w = await world({ DNS_SERVER: dns.at })
  await w.owner(`update people set is_support = true where address = 'olga@operator.example'`)
  programs = await programsOf(w, ['zoe', 'sam', 'raul', 'luc'])
  await w.owner(`update personal_tokens set expires_at = expires_at + interval '1 month'`)
}, 60_000)
afterAll(async () => {
  await w.end()
  await dns.stop()
})

const reason = 'I run the network of Umbrella since Uma has left us.'
const open = (who: 'zoe' | 'luc', text = reason) =>
  programs.post(who, '/api/v1/claims', { account: 'umbrella.example', reason: text })

describe('a program that claims an account', () => {
  it('opens, proves and reads a claim, which agents then decide on its page', async () => {
    const { get, post } = programs
    expect(saidOf(await open('zoe', 'short'))).toEqual([422, 'invalid'])
    const made = await open('zoe')
    expect([made.status, made.body['status']]).toEqual([201, 'OPEN'])
    expect(saidOf(await open('zoe'))).toEqual([409, 'claim-open-already'])
    const at = `/api/v1/claims/${made.id}`
    expect((await get('raul', at)).status).toBe(404)
    const domain = 'umbrella.example'
    expect(saidOf(await post('zoe', `${at}/check-dns`, { domain }))).toEqual([409, 'record-absent'])
    expect(saidOf(await post('zoe', `${at}/check-dns`, { domain: 'evil.example' }))).toEqual([
      409,
      'other-domain',
    ])
    expect((await post('luc', `${at}/check-dns`, { domain })).status).toBe(404)
    const [record] = made.body['records'] as { name: string; value: string }[]
    dns.texts.set(record?.name ?? '', [record?.value ?? ''])
    const proven = await post('zoe', `${at}/check-dns`, { domain })
    expect(proven.body).toMatchObject({ status: 'NOTICE', proof: 'DNS', proofDomain: domain, records: [] })
    expect(items(await get('zoe', '/api/v1/claims'))).toHaveLength(1)
    expect(saidOf(await post('sam', `${at}/approve`, {}))).toEqual([403, 'recent-sign-in-needed'])
    await w.settle()
    await w.pass('8 days')
    const waiting = items(await get('sam', '/api/v1/support/claims'))
    expect(waiting.map(({ id }) => id)).toEqual([made.id])
    expect((await get('zoe', '/api/v1/support/claims')).status).toBe(404)
    const refused = await programs.as('sam').post(`${at}/approve`, {})
    expect(refused.text).toContain('do it on the page')
    const [sam, olga] = [await withSession(w, 'sam'), await withSession(w, 'olga')]
    expect((await post(sam, `${at}/approve`, {})).body).toMatchObject({ status: 'WITH_SUPPORT', agreed: 1 })
    expect(saidOf(await post(sam, `${at}/approve`, {}))).toEqual([409, 'approved-already'])
    expect((await post(olga, `${at}/approve`, {})).body).toMatchObject({ status: 'GRANTED', agreed: 2 })
    await w.setClock('0 seconds')
  })

  it('is stopped, rejected and taken back by whoever may, and by nobody else', async () => {
    const { post } = programs
    await w.owner(`delete from grants where person_id = $1 and role = 'SA'`, [await w.idOf('zoe')])
    await w.owner('delete from limits')
    const made = await open('luc')
    const at = `/api/v1/claims/${made.id}`
    expect((await post('raul', `${at}/stop`, {})).status).toBe(404)
    expect((await post('zoe', `${at}/reject`, { answer: 'The register names somebody else.' })).status).toBe(
      404,
    )
    expect((await post('luc', `${at}/documents`, {})).body['documentsAt']).not.toBeNull()
    expect((await post('luc', `${at}/accept-documents`, {})).status).toBe(404)
    expect((await post('sam', `${at}/accept-documents`, {})).body).toMatchObject({ proof: 'DOCUMENTS' })
    const said = { answer: 'The register names somebody else.' }
    expect((await post('sam', `${at}/reject`, said)).body).toMatchObject({ status: 'REJECTED', ...said })
    expect(saidOf(await post('luc', `${at}/withdraw`, {}))).toEqual([409, 'over'])
    const again = await open('luc')
    expect((await post('luc', `/api/v1/claims/${again.id}/withdraw`, {})).body['status']).toBe('WITHDRAWN')
  })
})
