import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, linkFor, open } from '../../../test/world/links.ts'
import { adds, rolesOf, subjectsTo, users } from '../../../test/world/members.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { erasePersonal } from '../../people/manage-people/erase-person.store.ts'
import { transact } from '../../platform/db/index.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let here: World
let ana: Visitor
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
})
afterAll(() => here.end())

describe('an invitation', () => {
  const address = 'nora@elsewhere.example'

  it('becomes access when somebody signs up at that address', async () => {
    await adds(here, ana, { addresses: address, role: 'VV', places: ['Paris'] })
    expect(subjectsTo(here, address)).toEqual(['Invitation to ACME'])
    const nora = here.stranger()
    const url =
      /http:\/\/[^\s]+\/invitation-link\?t=[\w-]{43}/.exec(here.mails.to(address)[0]?.text ?? '')?.[0] ?? ''
    const page = await nora.get((await nora.get(url.replace(here.base, ''))).location ?? '')
    expect(page.text).toContain('Invitation to ACME')
    expect(page.text).toContain('Virtual Account Viewer for Paris')
    await nora.post('/sign-up', { firstName: 'Nora', lastName: 'Lind', address, password: goodPassword })
    await open(nora, await linkFor(here, address))
    await nora.post('/verify-address', {})
    await here.settle()
    expect(await rolesOf(here, address)).toEqual(['VV Paris'])
    expect((await nora.get('/invitation')).status).toBe(410)
  })

  it('waits for whoever is here already, in the same words, and is accepted once', async () => {
    const page = await adds(here, ana, { addresses: 'zoe@elsewhere.example', role: 'SV' })
    expect(page).toContain('Invited')
    expect(page).not.toContain('Zo')
    expect(await rolesOf(here, 'zoe@elsewhere.example')).toEqual([])
    const zoe = await here.as('zoe')
    const own = (await zoe.get('/invitations')).text
    expect(own).toContain('Smart Account Viewer for the entire Smart Account')
    expect((await zoe.get('/')).text).toContain('href="/invitations"')
    const path = /\/invitations\/[0-9a-f-]{36}/.exec(own)?.[0] ?? ''
    expect((await (await here.as('raul')).post(path, { what: 'accept' })).status).toBe(409)
    const both = await Promise.all([
      zoe.post(path, { what: 'accept' }),
      (await here.as('zoe')).post(path, { what: 'accept' }),
    ])
    // Whoever presses twice has what they wanted, once.
    expect(both.map(({ location }) => location)).toEqual(Array(2).fill('/invitations?done=accepted'))
    expect(await rolesOf(here, 'zoe@elsewhere.example')).toEqual(['SV'])
  })

  it('is withdrawn, or sent again a day later, and lapses after two weeks', async () => {
    await adds(here, ana, { addresses: 'late@new.example', role: 'SV' })
    const list = (await ana.get(`${users}/invitations`)).text
    const id = async () =>
      (await here.owner<{ id: string }>(`select id from invitations where address = 'late@new.example'`))[0]
        ?.id ?? ''
    expect(list).toContain('late@new.example')
    expect((await ana.post(`${users}/invitations/${await id()}/again`)).status).toBe(429)
    await here.setClock('2 days')
    ana = await here.as('ana')
    expect((await ana.post(`${users}/invitations/${await id()}/again`)).status).toBe(303)
    await here.settle()
    expect(here.mails.to('late@new.example')).toHaveLength(2)
    await here.setClock('17 days')
    ana = await here.as('ana')
    expect((await ana.get(`${users}/invitations`)).text).not.toContain('late@new.example')
    await here.setClock('0 seconds')
    ana = await here.as('ana')
    expect((await ana.post(`${users}/invitations/${await id()}/withdraw`)).status).toBe(303)
    expect(await id()).toBe('')
  })

  it('gives nothing once whoever sent it could no longer give it', async () => {
    await here.owner(
      `with made as (insert into auth."user" (id, name, email) values (gen_random_uuid(), 'Quin', 'quin@far.example') returning id)
       insert into people (id, address, verified_at) select id, 'quin@far.example', app_now() from made`,
    )
    const vera = await here.as('vera')
    const page = await adds(here, vera, { addresses: 'quin@far.example', role: 'VV', places: ['Paris'] })
    expect(page).toContain('Invited')
    await here.owner(
      `update grants set revoked_at = app_now() where role = 'VA' and person_id = (select id from people where address = 'vera@acme.example')`,
    )
    const [row] = await here.owner<{ id: string }>(
      `select id from invitations where address = 'quin@far.example'`,
    )
    const quin = await here.as('quin' as CastMember)
    const answer = await quin.post(`/invitations/${row?.id ?? ''}`, { what: 'accept' })
    expect(answer.status).toBe(409)
  })

  it('does not lift what a review suspended after it was sent; adding them again does', async () => {
    const address = 'carla@globex.example'
    const carla = await here.as('carla')
    await adds(here, ana, { addresses: address, role: 'SV' })
    await here.owner(
      `insert into grants (account_id, id, person_id, role, source, suspended_at, suspended_because)
       select a.id, gen_random_uuid(), $1, 'SV', 'DIRECT', app_now(), 'REVIEW' from accounts a
       where a.identifier = 'acme.example'`,
      [await here.idOf('carla')],
    )
    const [sent] = await here.owner<{ id: string }>(`select id from invitations where address = $1`, [
      address,
    ])
    const path = `/invitations/${sent?.id ?? ''}`
    expect((await carla.post(path, { what: 'accept' })).status).toBe(409)
    await ana.post(`${users}${path}/withdraw`)
    await adds(here, ana, { addresses: address, role: 'SV' })
    const held = await here.owner(
      `select suspended_at is null as works from grants where person_id = $1 and role = 'SV' and revoked_at is null
         and account_id = (select id from accounts where identifier = 'acme.example')`,
      [await here.idOf('carla')],
    )
    expect(held).toEqual([{ works: true }])
  })
})

describe('somebody who is erased', () => {
  it('is named in no invitation and in no list of people any more', async () => {
    await adds(here, ana, { addresses: 'mia@partner-works.example, paul@contractor.example', role: 'SV' })
    for (const address of ['mia@partner-works.example', 'paul@contractor.example']) {
      const [row] = await here.owner<{ id: PersonId }>('select id from people where address = $1', [address])
      await transact(here.db, async (tx) => {
        await erasePersonal(tx, { id: row?.id as PersonId, address, by: null })
        return done(null)
      })
      for (const table of ['invitations', 'member_batch_lines', 'mails', 'events']) {
        const text = JSON.stringify(await here.owner(`select * from ${table}`))
        expect([table, text.includes(address)]).toEqual([table, false])
      }
      const left = await here.owner(
        'select 1 from invitations where address_hash = sha256($1::bytea) and settled_at is null',
        [address],
      )
      expect(left).toEqual([])
    }
  })
})

describe('the list of users', () => {
  it('shows one row for each person, by role, place and end, and never more than one may see', async () => {
    const page = (await ana.get(users)).text
    expect(page).toContain('Add people')
    expect((page.match(/emil@acme\.example/g) ?? []).length).toBe(1)
    const only = (await ana.get(`${users}?only=outside`)).text
    expect(only).toContain('zoe@elsewhere.example')
    expect(only).not.toContain('emil@acme.example')
    expect((await ana.get(`${users}?role=SA`)).text).not.toContain('zoe@elsewhere.example')
    const file = await ana.get('/accounts/acme.example/users.csv')
    expect(file.text.split('\r\n')[0]).toContain('Name,Address,Role')
    expect(file.text).toContain('ana@acme.example')
    expect((await (await here.as('raul')).get(users)).status).toBe(404)
    const sam = await (await here.as('sam')).get(users)
    expect(sam.status).toBe(200)
    expect(sam.text).not.toContain('Add people')
  })
})
