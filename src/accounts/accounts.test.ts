import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks } from '../../test/world/acts.ts'
import { type World, world } from '../../test/world/world.ts'
import { transact } from '../platform/db/index.ts'
import { addAccount } from './add-account/add-account.ts'
import { addVirtualAccount } from './add-virtual-account/add-virtual-account.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const initech = {
  identifier: ' HTTPS://New.Example/ ',
  name: 'New',
  type: 'CUSTOMER',
  visibility: 'LISTED',
  timeZone: 'Europe/Paris',
  verifiedDomains: ['new.example'],
  administrator: 'ANA@acme.example',
} as const

describe('existing access', () => {
  it('is empty at first and leads to asking', async () => {
    const page = await (await here.as('raul')).get('/access/smart-accounts')
    expect(page.text).toContain('Vous n’avez encore aucun accès')
    for (const path of ['/new-account', '/requests/new', '/accounts', '/learn'])
      expect(page.text, path).toContain(`href="${path}"`)
  })

  it('lists every role with where it comes from, sorted, filtered, and as a file without formulas', async () => {
    const id = await asks(here, 'raul', { places: ['Paris Lab'], role: 'VU', ends: '2027-03-31' })
    await here.owner(`update virtual_accounts set name = '=HYPERLINK("x")' where name = 'Paris Lab'`)
    await approves(await here.as('ana'), id, {
      scope: 'VIRTUAL',
      va: (await here.owner<{ id: string }>(`select id from virtual_accounts where name like '=HYP%'`)).map(
        (row) => row.id,
      ),
      role: 'VU',
      end: 'ASKED',
    })
    await here.owner(
      `insert into grants (account_id, id, person_id, role, source)
       select a.id, '0190cccc-0000-7000-8000-000000000001', p.id, 'SV', 'DIRECT' from accounts a, people p
       where a.identifier = 'globex.example' and p.address = 'raul@acme.example'`,
    )
    const raul = await here.as('raul')
    const rows = async (query: string) =>
      [
        ...(await raul.get(`/access/smart-accounts${query}`)).text.matchAll(
          /<th scope="row">.*?>([a-z.]+)<\/bdi>/g,
        ),
      ].map(([, domain]) => domain)
    expect(await rows('')).toEqual(['acme.example', 'globex.example'])
    expect(await rows('?order=down')).toEqual(['globex.example', 'acme.example'])
    expect(await rows('?sort=until')).toEqual(['acme.example', 'globex.example'])
    expect(await rows('?find=lecteur')).toEqual(['globex.example'])
    expect(await rows('?find=PARIS')).toEqual(['acme.example'])
    expect(await rows('?find=nothing')).toEqual([])
    const file = await raul.get('/access/smart-accounts.csv')
    expect(file.headers.get('Content-Disposition')).toContain('attachment')
    expect(file.text).toContain('Domaine du compte Smart')
    expect(file.text).not.toMatch(/(^|,)"?=/m)
  })

  it('shows nothing that has ended', async () => {
    await here.setClock('200 days')
    const raul = await here.as('raul')
    const page = await raul.get('/access/smart-accounts')
    expect(page.text).not.toContain('>acme.example</bdi>')
    expect(page.text).toContain('globex.example')
    await here.setClock('0 days')
  })
})

describe('the users of an account', () => {
  it('are found by name, address and role', async () => {
    const ana = await here.as('ana')
    const people = async (query: string) =>
      [
        ...(await ana.get(`/accounts/acme.example/users${query}`)).text.matchAll(
          />([a-z]+@[a-z.]+)<\/bdi><\/p><\/th>/g,
        ),
      ].map(([, address]) => address)
    expect(await people('')).toContain('luc@acme.example')
    expect(await people('?find=LINDQ')).toEqual(['vera@acme.example'])
    expect(await people('?find=%25')).toEqual([])
    expect(await people('?role=SA')).toEqual(['ana@acme.example', 'ben@acme.example'])
  })
})

describe('an operator', () => {
  it('adds an account with its DEFAULT virtual account and its first administrator', async () => {
    const added = await transact(here.db, (tx) => addAccount(tx, null, initech))
    expect(added).toMatchObject({ ok: true, value: { identifier: 'new.example' } })
    const page = await (await here.as('ana')).get('/accounts/new.example')
    const parts = await (await here.as('ana')).get('/accounts/new.example/virtual-accounts')
    expect(parts.text).toContain('DEFAULT')
    expect(page.text).toContain('Only one person administers this account')
    const part = { account: 'new.example', name: 'North', parent: 'default' }
    expect(await transact(here.db, (tx) => addVirtualAccount(tx, null, part))).toMatchObject({ ok: true })
    expect(await transact(here.db, (tx) => addVirtualAccount(tx, null, part))).toMatchObject({
      refusal: { code: 'name-taken' },
    })
  })

  it('hears what is wrong with an account that cannot be added', async () => {
    const tries = [
      [{ identifier: 'acme.example' }, 'identifier-taken'],
      [{ identifier: '127.1' }, 'identifier-unfit'],
      [{ name: ' ' }, 'name-unfit'],
      [{ name: 'a\u202eb' }, 'name-unfit'],
      [{ timeZone: 'Mars/Olympus' }, 'zone-unknown'],
      [{ verifiedDomains: ['no dots'] }, 'domain-unfit'],
      [{ administrator: 'nobody@acme.example' }, 'unknown-person'],
    ] as const
    for (const [change, code] of tries) {
      const asked = { ...initech, identifier: 'other.example', ...change }
      const added = await transact(here.db, (tx) => addAccount(tx, null, asked))
      expect(added, code).toMatchObject({ ok: false, refusal: { code } })
    }
  })
})

describe('home', () => {
  it('says what waits, what one waits for, what one holds', async () => {
    const ana = await (await here.as('ana')).get('/')
    expect(ana.text).toContain('Hello, Ana')
    expect(ana.text).toContain('Waiting for you')
    const zoe = await (await here.as('zoe')).get('/')
    expect(zoe.text).not.toContain('Waiting for you')
    await asks(here, 'zoe')
    expect((await (await here.as('zoe')).get('/')).text).toContain('answer expected by')
  })
})
