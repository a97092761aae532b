import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

const acme = '/accounts/acme.example'
const edit = `${acme}/edit`

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

async function formOf(visitor: Visitor) {
  const { text } = await visitor.get(edit)
  const field = (name: string) => (Visitor.fieldOf(text, name) ?? '').replaceAll('&quot;', '"')
  return { name: field('name'), contactName: '', contactAddress: '', before: field('before') }
}

describe('the properties of an account', () => {
  it('are seen by everybody who holds a role in it, and by nobody else', async () => {
    for (const who of ['ana', 'vera', 'luc', 'sam', 'olga'] as const) {
      const { status, text } = await (await here.as(who)).get(acme)
      expect(status, who).toBe(200)
      expect(text, who).toContain('acme.example')
    }
    for (const path of [acme, edit]) expect((await (await here.as('zoe')).get(path)).status).toBe(404)
  })

  it('do not show who administers it to members of an account that keeps that to itself', async () => {
    await here.owner(`update accounts set show_administrators = 'NONE' where identifier = 'acme.example'`)
    const luc = await (await here.as('luc')).get(acme)
    expect(luc.text).not.toContain('Ana Costa')
    expect(luc.text).toMatch(/2 (people administer|personnes administrent)/)
    expect((await (await here.as('vera')).get(acme)).text).toContain('Ana Costa')
    await here.owner(`update accounts set show_administrators = 'NAMES' where identifier = 'acme.example'`)
  })

  it('name nobody as an administrator who is disabled, but to those who see its people', async () => {
    const isDisabled = (status: string) =>
      here.owner('update people set status = $1 where id = $2', [status, benId])
    const benId = await here.idOf('ben')
    await isDisabled('DISABLED')
    expect((await (await here.as('luc')).get(acme)).text).not.toContain('Ben Okafor')
    expect((await (await here.as('ana')).get(acme)).text).toContain('Ben Okafor')
    await isDisabled('ACTIVE')
    expect((await (await here.as('luc')).get(acme)).text).toContain('Ben Okafor')
  })

  it('show the tabs that one may open, and no other', async () => {
    const tabsOf = async (who: 'ana' | 'luc' | 'vera') => {
      const { text } = await (await here.as(who)).get(acme)
      return [...text.matchAll(/href="\/accounts\/acme\.example\/([a-z-]+)"/g)].map(([, tab]) => tab)
    }
    expect(await tabsOf('ana')).toEqual(expect.arrayContaining(['users', 'requests', 'settings']))
    expect(await tabsOf('vera')).not.toContain('settings')
    expect(new Set(await tabsOf('luc'))).toEqual(new Set(['virtual-accounts']))
  })

  it('are edited by whoever may, and by nobody else', async () => {
    for (const who of ['vera', 'luc', 'sam'] as const) {
      const visitor = await here.as(who)
      expect((await visitor.get(edit)).status, who).toBe(404)
      expect((await visitor.post(edit, { before: '["ACME","","","LISTED"]' })).status, who).toBe(404)
    }
  })

  it('keep what was typed when somebody else was first, or a field is wrong', async () => {
    const ana = await here.as('ana')
    const form = await formOf(ana)
    const wrong = await ana.post(edit, {
      ...form,
      name: '',
      contactAddress: 'no address',
      contactName: 'Desk',
    })
    expect(wrong.status).toBe(422)
    expect(Visitor.fieldOf(wrong.text, 'contactAddress')).toBe('no address')
    expect(Visitor.fieldOf(wrong.text, 'contactName')).toBe('Desk')
    const stale = await ana.post(edit, { ...form, before: '["Other","","","LISTED"]', name: 'ACME Group' })
    expect(stale.status).toBe(409)
    expect(Visitor.fieldOf(stale.text, 'name')).toBe('ACME Group')
    expect((await ana.post(edit, form)).location).toBe(`${acme}?done=unchanged`)
  })

  it('get a name that another account has when that was said and is meant; of a hidden one nothing is said', async () => {
    const ana = await here.as('ana')
    const names = new Map(
      (await here.owner<{ identifier: string; name: string }>('select identifier, name from accounts')).map(
        (one) => [one.identifier, one.name],
      ),
    )
    const listed = names.get('globex.example') ?? ''
    const renamed = async (name: string, despite = '') =>
      ana.post(edit, { ...(await formOf(ana)), name, despite })
    const alike = `${listed.toUpperCase()} Ltd.`
    const asked = await renamed(alike)
    expect(asked.status).toBe(409)
    expect(Visitor.fieldOf(asked.text, 'despite')).toBe(listed)
    expect(Visitor.fieldOf(asked.text, 'name')).toBe(alike)
    expect((await renamed(alike, listed)).location).toBe(`${acme}?done=saved`)
    await here.owner(`update accounts set visibility = 'RESTRICTED' where identifier = 'globex.example'`)
    await renamed('ACME')
    expect((await renamed(alike)).location).toBe(`${acme}?done=saved`)
    await renamed('ACME')
    await here.owner(`update accounts set visibility = 'LISTED' where identifier = 'globex.example'`)
    expect((await ana.get(`${acme}/events`)).text).not.toContain('looks like another')
    const log = await (await here.as('olga')).get('/operator/events')
    expect(
      log.text.match(/gave ACME \(acme\.example\) a name that looks like another account/g)?.length,
    ).toBe(2)
  })

  it('name a contact, who is asked first and then told when an answer is late', async () => {
    const ana = await here.as('ana')
    const form = await formOf(ana)
    const named = { ...form, name: 'ACME Group', contactName: 'Desk', contactAddress: 'desk@acme.example' }
    expect((await ana.post(edit, named)).location).toBe(`${acme}?done=saved`)
    expect((await ana.get(acme)).text).toContain('Not confirmed yet')
    await here.settle()
    const asked = here.mails.to('desk@acme.example')
    expect(asked).toHaveLength(1)
    const link = /\/account-contact\?t=[\w.-]+/.exec(asked[0]?.text ?? '')?.[0] ?? ''
    const stranger = here.stranger()
    expect((await stranger.get(link)).text).toContain('Contact of ACME Group')
    expect((await ana.get(acme)).text).toContain('Not confirmed yet')
    expect((await stranger.get(`${link}x`)).status).toBe(410)
    expect((await stranger.post(link)).status).toBe(200)
    expect((await ana.get(acme)).text).not.toContain('Not confirmed yet')

    await asks(here, 'raul')
    await here.pass('8 days')
    const told = here.mails.to('desk@acme.example').at(-1)
    expect(told?.text).toContain('A request for access to ACME Group was to be answered by')
    expect(told?.text).not.toContain('Raul')
  })

  it('make the account restricted, and only a request makes it listed again', async () => {
    const ana = await here.as('ana')
    const form = await formOf(ana)
    const hidden = {
      ...form,
      contactName: 'Desk',
      contactAddress: 'desk@acme.example',
      visibility: 'RESTRICTED',
    }
    expect((await ana.post(edit, hidden)).status).toBe(303)
    const again = await formOf(ana)
    const listed = {
      ...again,
      contactName: 'Desk',
      contactAddress: 'desk@acme.example',
      visibility: 'LISTED',
    }
    expect((await ana.post(edit, listed)).status).toBe(422)
    const log = await ana.get(`${acme}/events`)
    expect(log.text).toContain('let only its own people find the account')
    expect(log.text).toContain('gave the account another name')
    expect(log.text).toContain('named a contact for the account')
  })
})

describe('the list of accounts', () => {
  it('finds, pages and counts for somebody with two thousand of them, in three queries', async () => {
    const ben = await here.idOf('ben')
    await here.owner(
      `with made as (
         insert into accounts (id, identifier, name, type)
         select gen_random_uuid(), 'branch-' || n || '.example', 'Branch ' || lpad(n::text, 4, '0'), 'CUSTOMER'
         from generate_series(1, 2000) n returning id
       )
       insert into grants (account_id, id, person_id, role, source)
       select id, gen_random_uuid(), $1, 'SA', 'DIRECT' from made`,
      [ben],
    )
    const visitor = await here.as('ben')
    const first = await visitor.get('/accounts')
    expect(first.text).toContain('Branch 0001')
    const next = /href="([^"]*after=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await visitor.get(next)).text).toContain('Branch 0060')
    const found = await visitor.get('/accounts?find=branch-1777')
    expect(found.text).toContain('Branch 1777')
    expect(found.text).not.toContain('Branch 0001')
    const lines = here.log.map((line) => JSON.parse(line) as { message: string; queries?: number })
    expect(lines.findLast(({ message }) => message === 'answered')?.queries).toBeLessThanOrEqual(3)
    expect((await visitor.get('/accounts?find=nothing-like-it')).text).toContain('No account of yours fits')
  })

  it('is offered on an account’s pages, the last visited first', async () => {
    const visitor = await here.as('ben')
    await visitor.get('/accounts/branch-1777.example')
    await visitor.get('/accounts/branch-33.example')
    const { text } = await visitor.get(acme)
    const menu = /<details class="menu accounts"[^]*?<\/details>/.exec(text)?.[0] ?? ''
    expect(menu).toContain('/accounts/branch-1777.example')
    expect(menu.indexOf('branch-1777')).toBeLessThan(menu.indexOf('branch-1.example'))
    // Far from the first of the list, and called by its name all the same.
    expect(menu).toContain('Branch 0033')
    expect(menu).toContain('More accounts')
    const alone = await (await here.as('ana')).get(acme)
    expect(alone.text).not.toContain('<details class="menu accounts"')
  })

  it('never calls an account by its name that is theirs no more', async () => {
    const menuOf = async (who: 'ben' | 'luc') =>
      /<details class="menu accounts"[^]*?<\/details>/.exec((await visits[who].get(acme)).text)?.[0] ?? ''
    const visits = { ben: await here.as('ben'), luc: await here.as('luc') }
    await here.owner(
      `insert into grants (account_id, id, person_id, role, source)
       select a.id, gen_random_uuid(), p.id, 'SA', 'DIRECT' from accounts a, people p
       where a.identifier in ('branch-1.example', 'branch-33.example') and p.id = any($1)`,
      [[await here.idOf('luc'), await here.idOf('carla')]],
    )
    for (const who of ['ben', 'luc'] as const) {
      await visits[who].get('/accounts/branch-33.example')
      expect(await menuOf(who)).toContain('Branch 0033')
      await here.owner(
        `update grants set revoked_at = app_now() where person_id = $1 and account_id =
           (select id from accounts where identifier = 'branch-33.example')`,
        [await here.idOf(who)],
      )
      await here.owner(`update accounts set name = 'Renamed since' where identifier = 'branch-33.example'`)
      expect(await menuOf(who)).not.toMatch(/Branch 0033|Renamed since/)
      await here.owner(`update accounts set name = 'Branch 0033' where identifier = 'branch-33.example'`)
    }
    // Whoever has few is not even offered it.
    expect(await menuOf('luc')).not.toContain('branch-33.example')
    expect(await menuOf('luc')).toContain('Branch 0001')
  })
})
