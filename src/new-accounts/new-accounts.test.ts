import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  accepts,
  applies as appliesFor,
  provesBy,
  reason,
  stateOf,
  wanted,
} from '../../test/world/new-accounts.ts'
import { type DnsServer, startDnsServer } from '../../test/world/dns-server.ts'
import { Visitor } from '../../test/world/visitor.ts'
import { type World, world } from '../../test/world/world.ts'

let w: World
let dns: DnsServer
beforeAll(async () => {
  dns = await startDnsServer()
  w = await world({ DNS_SERVER: dns.at })
})
afterAll(async () => {
  await w.end()
  await dns.stop()
})
beforeEach(async () => {
  await w.setClock('0 seconds')
  await w.owner('delete from limits')
  await w.owner(
    `update account_applications set status = 'WITHDRAWN', action = null, settled_at = app_now(),
       submitted_at = app_now() - interval '9 days' where settled_at is null`,
  )
  await w.owner(`update account_applications set submitted_at = app_now() - interval '9 days'`)
  dns.texts.clear()
})

const applies = (visitor: Visitor, changes?: Record<string, string>) => appliesFor(visitor, changes)
const state = (id: string) => stateOf(w, id)
const prove = (visitor: Visitor, id: string, domain: string) => provesBy(dns, visitor, { id, domain })

describe('one’s own organisation', () => {
  it('has its account when the domain is proven and the agreement accepted', async () => {
    const zoe = await w.as('zoe')
    const id = await applies(zoe)
    expect(await state(id)).toMatchObject({ status: 'CHECKING', checks: ['UNPROVEN'] })
    expect((await zoe.post(`/new-account/${id}/check-dns`)).location).toContain('done=absent')
    expect((await zoe.get('/')).text).toContain(`href="/new-account/${id}"`)
    await prove(zoe, id, 'fresh.example')
    expect((await state(id))?.status).toBe('AWAITING_NOMINEE')
    await w.settle()
    expect((await zoe.get('/')).text).toContain('You are asked to accept what the new account agrees to')
    expect((await accepts(await w.as('raul'), id)).status).toBe(404)
    expect((await accepts(zoe, id)).location).toContain('done=accepted')
    const [account] = await w.owner<{ id: string; status: string; visibility: string; domains: string[] }>(
      `select id, status, visibility, verified_domains as domains from accounts where identifier = 'fresh.example'`,
    )
    expect(account).toMatchObject({ status: 'ACTIVE', visibility: 'RESTRICTED', domains: ['fresh.example'] })
    const grants = await w.owner(`select role, source from grants where account_id = $1`, [account?.id])
    expect(grants).toEqual([{ role: 'SA', source: 'CREATION' }])
    const places = await w.owner(`select name from virtual_accounts where account_id = $1`, [account?.id])
    expect(places).toEqual([{ name: 'DEFAULT' }])
    expect((await (await w.as('zoe')).get('/accounts/fresh.example')).status).toBe(200)
    await w.settle()
    const mails = w.mails.to('zoe@elsewhere.example').map(({ subject }) => subject)
    expect(mails.at(-1)).toBe('The account Fresh Foods is there')
    expect(mails.filter((subject) => subject?.includes('accept to open'))).toHaveLength(1)
  })

  it('goes to an operator without a proof, and stays restricted until there is one', async () => {
    const zoe = await w.as('zoe')
    const id = await applies(zoe, { identifier: 'slow.example', name: 'Slow Foods' })
    await w.settle()
    expect(w.mails.to('olga@operator.example').at(-1)?.subject).toContain(
      'New account to look at: Slow Foods',
    )
    const olga = await w.as('olga')
    expect((await olga.get('/operator/applications')).text).toContain(`/new-account/${id}`)
    expect((await olga.get('/')).text).toMatch(
      /href="\/operator\/applications"[^>]*>\d+ new accounts? to look at/,
    )
    expect((await zoe.get('/')).text).not.toContain('to look at')
    expect((await olga.post(`/new-account/${id}/approve`, { version: '1' })).location).toContain('approved')
    expect((await olga.get(`/new-account/${id}`)).text).toContain('It waits for zoe@elsewhere.example')
    expect((await accepts(zoe, id)).location).toContain('done=accepted')
    const domains = async () =>
      (await w.owner(`select verified_domains as d from accounts where identifier = 'slow.example'`))[0]
    expect(await domains()).toEqual({ d: [] })
    await prove(zoe, id, 'slow.example')
    expect(await domains()).toEqual({ d: ['slow.example'] })
  })

  it('is sent once, however often the form is', async () => {
    const luc = await w.as('luc')
    const fields = wanted({ identifier: 'twice.example', name: 'Twice' })
    const preview = await luc.post('/new-account', fields)
    const key = Visitor.fieldOf(preview.text, 'key') ?? ''
    const said = 'Our legal entity differs from ACME and pays apart.'
    const both = await Promise.all(
      [1, 2].map(() => luc.post('/new-account/preview', { ...fields, key, insists: said })),
    )
    expect(new Set(both.map(({ location }) => location)).size).toBe(1)
    const other = await luc.post('/new-account/preview', { ...fields, key, name: 'Other', insists: said })
    expect(other.status).toBe(409)
    const again = await luc.post('/new-account/preview', { ...fields, key: '', insists: said })
    expect(again.location).toContain('done=already')
  })

  it('takes three open ones at most, and nobody whose address is not verified', async () => {
    const zoe = await w.as('zoe')
    for (const n of [1, 2, 3]) await applies(zoe, { identifier: `n${n}.example`, name: `Number ${n}` })
    const fourth = await zoe.post('/new-account/preview', {
      ...wanted({ identifier: 'n4.example', name: 'Number four' }),
      key: '',
    })
    expect(fourth.status).toBe(409)
    expect(fourth.text).toContain('Withdraw one first')
  })
})

describe('what there is already', () => {
  it('is offered when it may be seen, and never when it is hidden', async () => {
    const zoe = await w.as('zoe')
    const alike = await zoe.post('/new-account', wanted({ identifier: 'acrne.example', name: 'Something' }))
    expect(alike.text).toContain('Request access instead: ACME')
    const same = await zoe.post('/new-account', wanted({ identifier: 'ACME.example', name: 'Something' }))
    expect(same.text).toContain('belongs to an account')
    expect(same.text).not.toContain('name="key"')
    for (const changes of [
      { identifier: 'initech.example', name: 'Elsewhere Trade' },
      { identifier: 'lnitech.example', name: 'Elsewhere Trade' },
      { identifier: 'other.example', name: 'INITECH' },
      { identifier: 'nothing.example', name: 'Elsewhere Trade' },
    ]) {
      const hidden = await zoe.post('/new-account', wanted(changes))
      expect(hidden.text.includes('There is something like it'), changes.identifier).toBe(false)
      expect(hidden.text).toContain('name="key"')
    }
  })

  it('goes to the operator without a word when it is hidden, and with the reasons for a new one when it is not', async () => {
    const zoe = await w.as('zoe')
    const hidden = await applies(zoe, { identifier: 'initech.example', name: 'Elsewhere Trade' })
    expect((await state(hidden))?.checks).toEqual(['UNPROVEN', 'TAKEN'])
    const page = await zoe.get(`/new-account/${hidden}`)
    expect(page.text).not.toMatch(/Identifier not free|Initech/)
    const olga = await w.as('olga')
    expect((await olga.get(`/new-account/${hidden}`)).text).toContain('Identifier not free')
    expect((await olga.post(`/new-account/${hidden}/approve`, { version: '1' })).status).toBe(409)
    const fields = wanted({ identifier: 'acme-lab.example', name: 'ACME' })
    const refused = await zoe.post('/new-account/preview', { ...fields, key: '' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Say why it must be a new one')
    const insists = 'The lab is a company of its own.'
    const shown = await applies(zoe, { identifier: 'acme-lab.example', name: 'ACME', insists })
    expect((await state(shown))?.checks).toEqual(['UNPROVEN', 'LOOK_ALIKE'])
    expect((await olga.get(`/new-account/${shown}`)).text).toContain(insists)
  })
})

describe('somebody else as administrator', () => {
  const forLuc = { whose: 'OTHER', nominee: 'LUC@acme.example', identifier: 'luc.example', name: 'Luc & Cie' }

  it('is asked by mail, sees who asks and what, and can say no with a reason', async () => {
    const zoe = await w.as('zoe')
    const id = await applies(zoe, { ...forLuc, insists: 'Luc runs a company of his own.' })
    expect((await (await w.as('luc')).get(`/new-account/${id}`)).status).toBe(404)
    const olga = await w.as('olga')
    expect((await olga.post(`/new-account/${id}/approve`, { version: '1' })).status).toBe(303)
    await w.settle()
    const mail = w.mails.to('luc@acme.example').at(-1)
    expect(mail?.subject).toContain('names you to administer Luc & Cie')
    const link = /\/application-link\?t=[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? ''
    const stranger = w.stranger()
    expect((await stranger.get(link)).location).toBe('/application-link/nomination')
    const door = await stranger.get('/application-link/nomination')
    expect(door.text).toContain('Sign in with the address')
    expect(door.text).not.toMatch(/Luc &|Zoé|fresh/)
    const raul = await w.as('raul')
    await raul.get(link)
    expect((await raul.get('/application-link/nomination')).text).not.toContain('Luc &amp; Cie')
    const luc = await w.as('luc')
    await luc.get(link)
    expect((await luc.get('/application-link/nomination')).location).toBe(`/new-account/${id}`)
    const page = await luc.get(`/new-account/${id}`)
    expect(page.text).toContain('Will you administer Luc &amp; Cie?')
    expect(page.text).toContain(reason)
    expect((await luc.post(`/new-account/${id}/refuse`, { reason: 'no' })).status).toBe(422)
    const no = 'I have left that company, ask Nina.'
    expect((await luc.post(`/new-account/${id}/refuse`, { reason: no })).status).toBe(303)
    expect(await state(id)).toMatchObject({ status: 'ACTION_NEEDED' })
    expect((await luc.get(`/new-account/${id}`)).status).toBe(404)
    await w.settle()
    expect(w.mails.to('zoe@elsewhere.example').at(-1)?.text).toContain(no)
    expect((await zoe.get(`/new-account/${id}`)).text).toContain(no)
    const changed = await zoe.post(`/new-account/${id}/nominee`, { nominee: 'nina@acme.example' })
    expect(changed.location).toContain('done=nominated')
    // What an operator had approved for one nominee is looked at again for another.
    expect(await state(id)).toMatchObject({ status: 'CHECKING' })
    expect((await luc.get('/application-link/nomination')).status).toBe(410)
  })

  it('is reminded by hand and by the clock, and the requester is warned before it lapses', async () => {
    const zoe = await w.as('zoe')
    const id = await applies(zoe, { ...forLuc, insists: 'Luc runs a company of his own.' })
    await (await w.as('olga')).post(`/new-account/${id}/approve`, { version: '1' })
    await w.settle()
    expect((await zoe.post(`/new-account/${id}/remind`)).status).toBe(409)
    const before = w.mails.to('luc@acme.example').length
    await w.setClock('3 days')
    expect((await (await w.as('zoe')).post(`/new-account/${id}/remind`)).location).toContain('reminded')
    await w.setClock('61 days')
    await w.tick()
    await w.settle()
    expect(w.mails.to('luc@acme.example').length - before).toBe(4)
    expect(w.mails.to('zoe@elsewhere.example').at(-1)?.subject).toContain('your request lapses on')
    await w.setClock('91 days')
    await w.tick()
    await w.setClock('91 days 2 minutes')
    await w.tick()
    expect((await state(id))?.status).toBe('EXPIRED')
    await w.settle()
    expect(w.mails.to('zoe@elsewhere.example').at(-1)?.subject).toBe('The request for Luc & Cie has lapsed')
  })
})

describe('an operator', () => {
  it('asks for a change, which is sent again and looked at again', async () => {
    const zoe = await w.as('zoe')
    const id = await applies(zoe, { identifier: 'edit.example', name: 'Edit' })
    await prove(zoe, id, 'edit.example')
    expect((await state(id))?.status).toBe('AWAITING_NOMINEE')
    const insists = 'It is a house of its own.'
    const other = await applies(zoe, { identifier: 'hold.example', name: 'Hold', type: 'HOLDING', insists })
    await prove(zoe, other, 'hold.example')
    expect(await state(other)).toMatchObject({ status: 'CHECKING', checks: ['HOLDING', 'UNPROVEN'] })
    const olga = await w.as('olga')
    const { version } = (await state(other)) ?? { version: 0 }
    const note = 'Please use the domain of the parent company.'
    expect((await olga.post(`/new-account/${other}/ask`, { version: '1', askNote: note })).status).toBe(409)
    const asked = await olga.post(`/new-account/${other}/ask`, { version: String(version), askNote: note })
    expect(asked.location).toContain('done=asked')
    await w.settle()
    expect(w.mails.to('zoe@elsewhere.example').at(-1)?.text).toContain(note)
    const form = await zoe.get(`/new-account/${other}/edit`)
    expect(form.text).toContain(note)
    expect(form.text).toContain(insists)
    const fields = {
      ...wanted({ identifier: 'parent.example', name: 'Hold', type: 'HOLDING' }),
      insists: '',
      version: Visitor.fieldOf(form.text, 'version') ?? '',
    }
    const wrong = await zoe.post(`/new-account/${other}/edit`, { ...fields, reason: 'x' })
    expect(wrong.status).toBe(422)
    expect((await zoe.post(`/new-account/${other}/edit`, fields)).location).toContain('done=resubmitted')
    expect(await state(other)).toMatchObject({
      status: 'CHECKING',
      checks: ['HOLDING', 'UNPROVEN', 'CHANGED'],
      proof: null,
    })
    const declined = await olga.post(`/new-account/${other}/decline`, {
      version: String((await state(other))?.version),
      declineNote: 'This group has its account already, ask there.',
    })
    expect(declined.location).toContain('done=declined')
    const late = { version: '1', declineNote: 'Somebody else says no.' }
    expect((await (await w.as('sam')).post(`/new-account/${other}/decline`, late)).status).toBe(404)
    expect((await olga.post(`/new-account/${other}/decline`, late)).status).toBe(409)
  })

  it('decides nothing about an account they asked for, whatever the code above says', async () => {
    const olga = await w.as('olga')
    const id = await applies(olga, { identifier: 'olga.example', name: 'Olga' })
    expect((await olga.post(`/new-account/${id}/approve`, { version: '1' })).status).toBe(409)
    await expect(
      w.owner(
        `update account_applications set cleared_by = requester_id, cleared_at = app_now() where id = $1`,
        [id],
      ),
    ).rejects.toThrow('Nobody clears their own application')
  })
})

describe('the domain’s mailbox', () => {
  it('proves it by a press on the page behind the link, not by its opening', async () => {
    const zoe = await w.as('zoe')
    const id = await applies(zoe, { identifier: 'post.example', name: 'Post' })
    expect((await zoe.post(`/new-account/${id}/role-mail`, { mailbox: 'postmaster' })).status).toBe(303)
    await w.settle()
    const text = w.mails.to('postmaster@post.example').at(-1)?.text ?? ''
    const link = /\/application-link\?t=[\w-]{43}/.exec(text)?.[0] ?? ''
    const stranger = w.stranger()
    await stranger.get(link)
    expect((await stranger.get('/application-link/confirm')).text).toContain(
      'Yes, post.example stands behind',
    )
    expect((await state(id))?.proof).toBeNull()
    expect((await stranger.post('/application-link/confirm')).text).toContain('The domain is proven')
    expect(await state(id)).toMatchObject({ status: 'AWAITING_NOMINEE', proof: 'ROLE_MAIL' })
    expect((await stranger.post('/application-link/confirm')).status).toBe(410)
  })
})
