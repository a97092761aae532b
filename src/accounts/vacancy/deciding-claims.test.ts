import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { claims, umbrellaClaims } from '../../../test/world/claims.ts'
import { type DnsServer, startDnsServer } from '../../../test/world/dns-server.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
let dns: DnsServer
beforeAll(async () => {
  dns = await startDnsServer()
  w = await world({ DNS_SERVER: dns.at })
  await w.owner(`update people set is_support = true where address = 'olga@operator.example'`)
})
afterAll(async () => {
  await w.end()
  await dns.stop()
})
beforeEach(() => forget())

const { forget, state, proven } = umbrellaClaims(
  () => w,
  () => dns,
)

async function afterNotice(): Promise<void> {
  await w.settle()
  await w.pass('8 days')
}

describe('deciding a claim', () => {
  it('gives what waited with support to the new administrator, and tells who else claims the account', async () => {
    const luc = await w.as('luc')
    const other = await claims(luc)
    const own = await asks(w, 'zoe', { account: 'umbrella.example', scope: 'account', role: 'SA' })
    const id = await proven(await w.as('zoe'))
    await afterNotice()
    await w.settle()
    const waiting = () =>
      w.owner<{ stage: string; status: string }>(
        `select r.stage, c.status from access_requests r join accounts a on a.id = r.account_id
         join cases c on c.account_id = r.account_id and c.request_id = r.id
         where a.identifier = 'umbrella.example' and r.status = 'PENDING' and r.id <> $1`,
        [own],
      )
    expect(await waiting()).toMatchObject([{ stage: 'WITH_SUPPORT' }])
    await (await w.as('sam')).post(`/claims/${id}/approve`)
    await (await w.as('olga')).post(`/claims/${id}/approve`)
    await w.settle()
    expect(await waiting()).toMatchObject([{ stage: 'WITH_ADMINS' }])
    expect(
      w.mails
        .to('zoe@elsewhere.example')
        .map(({ subject }) => subject)
        .join(),
    ).toContain('For you to decide')
    expect(w.mails.to('noah@umbrella.example').at(-1)?.subject).toMatch(/^With the administrators again: /)
    expect(w.mails.to('luc@acme.example').at(-1)?.subject).toBe('Umbrella is administered again')
    // What the claimant had asked for themselves is given.
    const ended = await w.owner(
      `select r.status, c.status as "case" from access_requests r join cases c on c.request_id = r.id where r.id = $1`,
      [own],
    )
    expect(ended).toEqual([{ status: 'CLOSED', case: 'RESOLVED' }])
    expect(
      w.mails
        .to('zoe@elsewhere.example')
        .map(({ text }) => text)
        .join(),
    ).toContain('given the access directly')
    expect((await state(other))?.status).toBe('OPEN')
  })

  it('takes two different agents, and then the claimant administers the account', async () => {
    const zoe = await w.as('zoe')
    const id = await proven(zoe)
    await afterNotice()
    const [sam, olga] = [await w.as('sam'), await w.as('olga')]
    expect((await sam.post(`/claims/${id}/approve`)).location).toContain('done=first')
    expect((await sam.post(`/claims/${id}/approve`)).status).toBe(409)
    expect((await state(id))?.status).toBe('WITH_SUPPORT')
    expect((await (await w.as('zoe')).post(`/claims/${id}/approve`)).status).toBe(404)
    expect((await olga.post(`/claims/${id}/approve`)).location).toContain('done=granted')
    expect((await state(id))?.status).toBe('GRANTED')
    const grants = await w.owner<{ role: string; source: string }>(
      `select g.role, g.source from grants g join claims c on c.grant_id = g.id where c.id = $1`,
      [id],
    )
    expect(grants).toEqual([{ role: 'SA', source: 'DIRECT' }])
    await w.settle()
    expect(w.mails.to('zoe@elsewhere.example').map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining('administers Umbrella now'),
    )
    expect(w.mails.to('uma@umbrella.example').at(-1)?.subject).toContain('administers Umbrella now')
    expect((await (await w.as('zoe')).get('/accounts/umbrella.example')).status).toBe(200)
    const log = await (await w.as('zoe')).get('/accounts/umbrella.example/events')
    expect(log.text).toContain('as the second of two agents')
    expect((await (await w.as('zoe')).get(`/claims/${id}`)).text).toContain('Open the account')
  })

  it('reminds the agents every three days for as long as one of them has to agree', async () => {
    const id = await proven(await w.as('zoe'))
    await afterNotice()
    await (await w.as('sam')).post(`/claims/${id}/approve`)
    await w.settle()
    const told = (who: string) =>
      w.mails.to(who).filter(({ subject }) => /needs an agent/.test(subject ?? '')).length
    const [sam, olga] = [told('sam@support.example'), told('olga@operator.example')]
    await w.pass('4 days')
    await w.settle()
    expect([told('sam@support.example') - sam, told('olga@operator.example') - olga]).toEqual([0, 1])
  })

  it('asks for a password that was typed lately', async () => {
    const id = await proven(await w.as('zoe'))
    await afterNotice()
    const sam = await w.as('sam')
    await w.owner(`update auth.session set "authenticatedAt" = app_now() - interval '6 minutes'`)
    expect((await sam.post(`/claims/${id}/approve`)).location).toContain('/confirm-password')
  })

  it('can be a no, with words for the claimant', async () => {
    const id = await proven(await w.as('zoe'))
    const sam = await w.as('sam')
    expect((await sam.post(`/claims/${id}/reject`, { answer: 'no' })).status).toBe(422)
    const answer = 'The register names somebody else.'
    expect((await sam.post(`/claims/${id}/reject`, { answer })).location).toContain('done=rejected')
    await w.settle()
    expect(w.mails.to('zoe@elsewhere.example').at(-1)?.text).toContain(answer)
    expect(w.mails.to('uma@umbrella.example').at(-1)?.text).not.toContain(answer)
  })

  it('cannot be done by the database’s application alone either', async () => {
    const id = await proven(await w.as('zoe'))
    await expect(
      w.db.updateTable('claims').set({ status: 'GRANTED' }).where('id', '=', id).execute(),
    ).rejects.toThrow('Two agents grant a claim')
  })
})
