import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimReason, claims, umbrellaClaims } from '../../../test/world/claims.ts'
import { type DnsServer, startDnsServer } from '../../../test/world/dns-server.ts'
import { open } from '../../../test/world/links.ts'
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

const linkTo = (address: string) => {
  const text = w.mails.to(address).at(-1)?.text ?? ''
  return /\/claim-link\?t=[\w-]{43}/.exec(text)?.[0] ?? ''
}

describe('opening a claim', () => {
  it('shows the claimant what to prove, and tells nobody yet', async () => {
    const zoe = await w.as('zoe')
    const id = await claims(zoe)
    const page = await zoe.get(`/claims/${id}`)
    expect(page.text).toContain('_vestibule.umbrella.example')
    expect(page.text).toContain('postmaster@umbrella.example')
    await w.settle()
    expect(w.mails.to('uma@umbrella.example')).toHaveLength(0)
    expect((await (await w.as('raul')).get(`/claims/${id}`)).status).toBe(404)
    expect((await (await w.as('zoe')).get('/claims')).text).toContain(`/claims/${id}`)
  })

  it('answers alike for accounts that are administered, hidden, or not there', async () => {
    const zoe = await w.as('zoe')
    const said = []
    for (const identifier of ['acme.example', 'initech.example', 'nothing.example', 'not an identifier']) {
      const answer = await zoe.post('/claims/new', { identifier, reason: claimReason })
      expect(answer.status).toBe(409)
      said.push(/claimed by you[^<]*/.exec(answer.text)?.[0])
    }
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toBeTruthy()
  })

  it('says at the field what is wrong, and keeps what was typed', async () => {
    const answer = await (await w.as('zoe')).post('/claims/new', {
      identifier: 'umbrella.example',
      reason: 'short',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Write between 10 and 1,000 characters')
    expect(answer.text).toContain('value="umbrella.example"')
  })

  it('is possible for an administered account from an address in its domain', async () => {
    const id = await claims(await w.as('raul'), 'acme.example')
    expect((await state(id))?.status).toBe('OPEN')
  })
})

describe('proving a domain', () => {
  it('by the DNS asks the server that is configured, and takes the very text of this claim', async () => {
    const zoe = await w.as('zoe')
    const id = await claims(zoe)
    const check = () => zoe.post(`/claims/${id}/check-dns`, { domain: 'umbrella.example' })
    expect((await check()).location).toContain('done=absent')
    dns.texts.set('_vestibule.umbrella.example', [`vestibule-claim=${'0'.repeat(40)}`])
    expect((await check()).location).toContain('done=absent')
    dns.silent = true
    expect((await check()).location).toContain('done=no-answer')
    expect(dns.asked).toContain('_vestibule.umbrella.example')
    const foreign = await zoe.post(`/claims/${id}/check-dns`, { domain: 'evil.example' })
    expect(foreign.status).toBe(409)
    expect(dns.asked).not.toContain('_vestibule.evil.example')
    expect((await state(id))?.status).toBe('OPEN')
    expect(
      (await (await w.as('raul')).post(`/claims/${id}/check-dns`, { domain: 'umbrella.example' })).status,
    ).toBe(404)
  })

  it('by the domain’s mailbox takes a press on the page behind the link, not its opening', async () => {
    const zoe = await w.as('zoe')
    const id = await claims(zoe)
    const sent = await zoe.post(`/claims/${id}/role-mail`, {
      mailbox: 'postmaster',
      domain: 'umbrella.example',
    })
    expect(sent.location).toContain('done=mailed')
    await w.settle()
    const stranger = w.stranger()
    const page = await open(stranger, linkTo('postmaster@umbrella.example'))
    expect(page.text).toContain('Yes, umbrella.example stands behind it')
    expect((await state(id))?.status).toBe('OPEN')
    expect((await stranger.post('/claim-link/confirm')).text).toContain('The domain is proven')
    expect(await state(id)).toEqual({ status: 'NOTICE', proof: 'ROLE_MAIL' })
    expect((await stranger.post('/claim-link/confirm')).status).toBe(410)
    const wrong = await zoe.post(`/claims/${id}/role-mail`, { mailbox: 'root', domain: 'umbrella.example' })
    expect(wrong.location).toBe(`/claims/${id}`)
  })

  it('waits for another claim that is decided first: the link says so, and stays good', async () => {
    const [zoe, luc] = [await w.as('zoe'), await w.as('luc')]
    const [first, second] = [await claims(zoe), await claims(luc)]
    await luc.post(`/claims/${second}/role-mail`, { mailbox: 'postmaster', domain: 'umbrella.example' })
    await w.settle()
    const stranger = w.stranger()
    await open(stranger, linkTo('postmaster@umbrella.example'))
    await w.owner(
      `update claims set status = 'NOTICE', proof = 'DNS', proved_at = app_now(),
         notice_ends_at = app_now() + interval '7 days' where id = $1`,
      [first],
    )
    const early = await stranger.post('/claim-link/confirm')
    expect(early.status).toBe(409)
    expect(early.text).toContain('Another claim is decided first')
    expect((await zoe.post(`/claims/${first}/withdraw`)).location).toContain('done=withdrawn')
    expect((await stranger.post('/claim-link/confirm')).text).toContain('The domain is proven')
    expect((await state(second))?.status).toBe('NOTICE')
  })

  it('by documents takes an agent, and an account that nobody administers', async () => {
    const zoe = await w.as('zoe')
    const id = await claims(zoe)
    expect((await zoe.post(`/claims/${id}/documents`)).location).toContain('done=documents')
    await w.settle()
    const [row] = await w.owner<{ id: string }>(
      `select c.id from cases c join people p on p.id = c.requester_id
       where c.cause = 'VACANT' and p.address = 'zoe@elsewhere.example' order by c.opened_at desc limit 1`,
    )
    const body = new FormData()
    body.append('proof', new Blob(['Extract of the register'], { type: 'text/plain' }), 'register.txt')
    const upload = { method: 'POST', body, headers: { Origin: w.base } }
    expect((await zoe.send(`/cases/${row?.id}/proof`, upload)).status).toBe(303)
    expect((await zoe.get(`/cases/${row?.id}`)).text).toContain('register.txt')
    expect((await (await w.as('raul')).send(`/cases/${row?.id}/proof`, upload)).status).toBe(404)
    const sam = await w.as('sam')
    expect((await sam.get(`/cases/${row?.id}`)).text).toContain('register.txt')
    expect((await zoe.post(`/claims/${id}/accept-documents`)).status).toBe(404)
    expect((await sam.get('/claims')).text).toContain(`/claims/${id}`)
    expect((await sam.post(`/claims/${id}/accept-documents`)).location).toContain('done=proven')
    expect(await state(id)).toEqual({ status: 'NOTICE', proof: 'DOCUMENTS' })
  })

  it('by documents reminds the agents every three days, until nothing was proven in time', async () => {
    const zoe = await w.as('zoe')
    const id = await claims(zoe)
    await zoe.post(`/claims/${id}/documents`)
    await w.settle()
    const told = () =>
      w.mails.to('sam@support.example').filter(({ subject }) => /needs an agent/.test(subject ?? ''))
    const before = told().length
    await w.pass('4 days')
    await w.settle()
    expect(told()).toHaveLength(before + 1)
    await w.owner(`update clocks set due_at = app_now() where subject_id = $1 and kind = 'claim.lapse'`, [id])
    await w.tick()
    expect((await state(id))?.status).toBe('LAPSED')
    const running = await w.owner('select from clocks where subject_id = $1 and settled_at is null', [id])
    expect(running).toEqual([])
  })
})

describe('the notice', () => {
  it('reaches everybody who ever held a role, and one press of any of them stops it, even of somebody disabled', async () => {
    const zoe = await w.as('zoe')
    const id = await proven(zoe)
    await w.settle()
    const mail = w.mails.to('uma@umbrella.example').at(-1)
    expect(mail?.subject).toContain('asks to administer Umbrella: you can stop it')
    expect(mail?.text).toContain(claimReason)
    const uma = w.stranger()
    const page = await open(uma, linkTo('uma@umbrella.example'))
    expect(page.text).toContain('Stop this claim')
    expect((await state(id))?.status).toBe('NOTICE')
    expect((await uma.post('/claim-link/stop')).text).toContain('The claim is stopped')
    expect((await state(id))?.status).toBe('STOPPED')
    await w.settle()
    expect(w.mails.to('zoe@elsewhere.example').at(-1)?.subject).toContain('is stopped')
    await w.pass('9 days')
    expect((await state(id))?.status).toBe('STOPPED')
  })

  it('stands as a banner in the account, with a button for those who are signed in', async () => {
    const id = await claims(await w.as('raul'), 'acme.example')
    await w.owner(
      `update claims set status = 'NOTICE', proof = 'DNS', proved_at = app_now(),
         notice_ends_at = app_now() + interval '7 days' where id = $1`,
      [id],
    )
    const ana = await w.as('ana')
    const account = await ana.get('/accounts/acme.example')
    expect(account.text).toContain('Somebody claims this account')
    expect(account.text).toContain(`/claims/${id}`)
    expect((await ana.get(`/claims/${id}`)).text).toContain('Stop this claim')
    expect((await ana.post(`/claims/${id}/stop`)).location).toContain('done=stopped')
    expect((await (await w.as('zoe')).post(`/claims/${id}/stop`)).status).toBe(404)
  })

  it('lasts a whole week, whoever presses what', async () => {
    const id = await proven(await w.as('zoe'))
    await w.settle()
    await w.pass('6 days')
    const sam = await w.as('sam')
    expect((await sam.post(`/claims/${id}/approve`)).status).toBe(409)
    expect((await state(id))?.status).toBe('NOTICE')
    await w.pass('2 days')
    expect((await state(id))?.status).toBe('WITH_SUPPORT')
    await w.settle()
    expect(w.mails.to('sam@support.example').at(-1)?.subject).toMatch(
      /^Claim VC-.* needs an agent: Umbrella$/,
    )
  })
})
