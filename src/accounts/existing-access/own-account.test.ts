import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const list = '/access/smart-accounts'
const rowsOf = (text: string) => [...text.matchAll(/<th scope="row">/g)].length

describe("one's own access to an account", () => {
  it('shows what is held, what it allows, and what was before', async () => {
    const luc = await here.as('luc')
    const page = (await luc.get(`${list}/acme.example`)).text
    expect(page).toContain('Your access to ACME')
    expect(page).toContain('Virtual Account Viewer')
    expect(page).toContain('Given directly by Vera Lindqvist')
    expect(page).toContain('In Paris and below')
    expect(page).toContain('Ana Costa and Ben Okafor')
    expect(page).not.toContain('Manage Smart Account</a></div>')
    const id = await asks(here, 'luc', { role: 'SV', scope: 'account' })
    const asked = (await luc.get(`${list}/acme.example`)).text
    expect(asked).toContain('Open request:')
    expect(asked).toContain(`href="/requests/${id}"`)
  })

  it('names nobody where the account does not', async () => {
    await here.owner(`update accounts set show_administrators = 'RELAY' where identifier = 'acme.example'`)
    const page = (await (await here.as('luc')).get(`${list}/acme.example`)).text
    expect(page).toContain('Given directly')
    expect(page).not.toMatch(/Vera Lindqvist|Ana Costa/)
    await here.owner(`update accounts set show_administrators = 'NAMES' where identifier = 'acme.example'`)
  })

  it('looks to whoever holds nothing there as if there were no such account', async () => {
    const raul = await here.as('raul')
    const answers = await Promise.all(
      ['acme.example', 'nowhere.example', '%00'].flatMap((name) => [
        raul.get(`${list}/${name}`),
        raul.get(`${list}/${name}/leave`),
        raul.post(`${list}/${name}/leave`),
      ]),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
  })

  it('goes on from page to page when there is much of it, and keeps its place when a row is gone', async () => {
    await here.owner(
      `insert into virtual_accounts (account_id, id, parent_id, name, path)
       select a.id, made.id, null, 'Part ' || made.n, array[made.id] from accounts a,
         (select gen_random_uuid() as id, lpad(n::text, 3, '0') as n from generate_series(1, 60) n) made
       where a.identifier = 'globex.example'`,
    )
    await here.owner(
      `insert into grants (account_id, id, person_id, role, virtual_account_id, source)
       select v.account_id, gen_random_uuid(), p.id, 'VV', v.id, 'DIRECT' from virtual_accounts v, people p
       where v.name like 'Part %' and p.address like 'zoe@%'`,
    )
    const zoe = await here.as('zoe')
    const first = (await zoe.get(`${list}?sort=virtual`)).text
    expect(rowsOf(first)).toBe(50)
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = (await zoe.get(next)).text
    expect(rowsOf(second)).toBe(10)
    expect(second).toContain('Part 051')
    expect(second).not.toContain('Part 050')
    await here.owner(
      `update grants set revoked_at = app_now() where virtual_account_id =
       (select id from virtual_accounts where name = 'Part 050')`,
    )
    expect((await zoe.get(next)).text).toContain('Part 052')
    expect(rowsOf((await (await here.as('luc')).get(next)).text)).toBe(1)
  })
})

describe('leaving an account', () => {
  it('ends everything at once; the last administrator stays, and is told why', async () => {
    const zoe = await here.as('zoe')
    expect((await zoe.get(`${list}/globex.example/leave`)).text).toContain('Part 001')
    expect((await zoe.post(`${list}/globex.example/leave`)).location).toBe(`${list}?done=left`)
    expect((await zoe.get(list)).text).not.toContain('globex.example')
    const carla = await here.as('carla')
    const refused = await carla.post(`${list}/globex.example/leave`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('You cannot leave now')
    expect((await carla.get(`${list}/globex.example`)).status).toBe(200)
  })

  it('asks whoever administers for their password first', async () => {
    const ben = await here.as('ben')
    await here.owner(`update auth.session set "authenticatedAt" = app_now() - interval '6 minutes'`)
    expect((await ben.post(`${list}/acme.example/leave`)).location).toMatch(/^\/confirm-password/)
  })
})
