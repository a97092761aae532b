import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountChanges } from '../../test/world/account-changes.ts'
import { asks, placeId, standing } from '../../test/world/acts.ts'
import { type World, world } from '../../test/world/world.ts'
import { examine } from '../instance/doctor/examine.ts'

let w: World
const before = async () => {
  w = await world()
}
const after = async () => {
  await w.settle()
  expect((await examine(w.db)).broken).toEqual([])
  await w.end()
}

const { ask, agree, account } = accountChanges(() => w)

describe('making an account a part of another one', () => {
  beforeAll(before)
  afterAll(after)

  it('moves people, parts and requests without giving anybody more', async () => {
    const request = await asks(w, 'raul', { role: 'VV', places: ['Paris'] })
    const paris = await placeId(w, 'acme.example', 'Paris')
    const [desk] = await w.owner<{ id: string; version: number }>(
      `select id, version from custom_roles where name = 'Licence desk'`,
    )
    const wanted = await asks(w, 'luc', { role: `${desk?.id}.${desk?.version}`, places: ['Lyon'] })
    // Of the same name, but something else.
    await w.owner(
      `with made as (
         insert into custom_roles (account_id, id, name, reach, actions)
         select id, gen_random_uuid(), 'licence desk', 'VIRTUAL', '{see-account,see-virtual-accounts}' from accounts
         where identifier = 'globex.example' returning *
       )
       insert into custom_role_versions (account_id, role_id, version, name, description, actions)
       select account_id, id, version, name, description, actions from made`,
    )
    await ask('sam', 'acme.example', 'merge', { identifier: 'globex.example' })
    expect((await agree('olga', 'acme.example')).location).toContain('done=done')
    expect(await account('acme.example')).toMatchObject({ status: 'CLOSED', into: 'globex.example' })
    const { id } = (await account('globex.example')) ?? { id: '' }
    const held = await w.owner<{ who: string; role: string; place: string }>(
      `select split_part(p.address, '@', 1) as who, g.role, v.name as place from grants g
       join people p on p.id = g.person_id join virtual_accounts v on v.account_id = g.account_id and v.id = g.virtual_account_id
       where g.account_id = $1 and g.revoked_at is null order by 1, 2, 3`,
      [id],
    )
    expect(held).toContainEqual({ who: 'ana', role: 'VA', place: 'ACME' })
    expect(held).toContainEqual({ who: 'vera', role: 'VA', place: 'Paris' })
    expect(held).toContainEqual({ who: 'luc', role: 'VV', place: 'Paris' })
    const [copy] = await w.owner<{ id: string; status: string; places: string[]; same: boolean }>(
      `select n.id, n.status, n.ask_virtual_account_ids as places, n.reference = o.reference as same
       from access_requests n join access_requests o on o.id = $1 where n.account_id = $2 and n.previous_request_id = $1`,
      [request, id],
    )
    const carried = await w.owner(
      `select split_part(p.address, '@', 1) as who, v.name as place, g.role, c.name, g.custom_actions = c.actions as same,
         g.custom_actions @> o.actions and o.actions @> g.custom_actions as "asBefore"
       from grants g join custom_roles c on c.account_id = g.account_id and c.id = g.custom_role_id
       join custom_roles o on o.id = $2 join people p on p.id = g.person_id
       join virtual_accounts v on v.account_id = g.account_id and v.id = g.virtual_account_id
       where g.account_id = $1 and g.revoked_at is null`,
      [id, desk?.id],
    )
    const name = 'Licence desk (ACME)'
    expect(carried).toEqual([{ who: 'nina', place: 'Lyon', role: 'CV', name, same: true, asBefore: true }])
    const [goesOn] = await w.owner<{ id: string; name: string }>(
      `select r.id, c.name from access_requests r join custom_roles c on c.id = r.ask_custom_role_id
       where r.account_id = $1 and r.previous_request_id = $2`,
      [id, wanted],
    )
    expect(goesOn?.name).toBe(name)
    expect((await (await w.as('luc')).get(`/requests/${goesOn?.id}`)).text).toContain(name)
    expect((await standing(w, request)).status).toBe('CLOSED')
    expect(copy).toMatchObject({ status: 'PENDING', places: [paris], same: true })
    expect((await (await w.as('vera')).get(`/requests/${copy?.id}`)).status).toBe(200)
    await w.settle()
    const mail = w.mails.to('raul@acme.example').find(({ subject }) => subject?.startsWith('Close'))
    expect(mail?.text).toContain('s’y poursuit')
    const [whole] = await w.owner<{ whole: boolean }>(
      'select bool_and(hash = event_hash(previous_hash, seq, occurred_at, account_id, body)) as whole from events',
    )
    expect(whole?.whole).toBe(true)
    expect((await (await w.as('raul')).get('/requests')).text).not.toContain('undefined')
    expect((await (await w.as('ana')).get('/accounts/acme.example')).text).toContain('globex.example')
    expect((await (await w.as('raul')).get('/accounts/acme.example')).status).toBe(404)
  })
})
