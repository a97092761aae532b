import { expect, it } from 'vitest'
import { world } from '../../test/world/world.ts'
import { approvePath } from '../paths/decisions.ts'
import { mostVirtualAccounts } from './domain/request.ts'

it('as many virtual accounts as a form takes fit into the event that lists them; more are refused', async () => {
  await using w = await world()
  const acme = `(select id from accounts where identifier = 'acme.example')`
  await w.owner(
    `with made as (select gen_random_uuid() as id, n from generate_series(1, $1) n)
     insert into virtual_accounts (account_id, id, name, path) select ${acme}, id, 'Site ' || n, array[id] from made`,
    [mostVirtualAccounts + 1],
  )
  const places = await w.owner<{ id: string }>(
    `select id from virtual_accounts where account_id = ${acme} and name like 'Site %'`,
  )
  const [open] = await w.owner<{ id: string; version: number }>(
    `select id, version from access_requests where account_id = ${acme} and status = 'PENDING' and ask_role is null limit 1`,
  )
  const ana = await w.as('ana')
  const approve = (va: string[]) =>
    ana.post(approvePath.to(open?.id ?? ''), {
      version: String(open?.version),
      scope: 'VIRTUAL',
      va,
      role: 'VV',
      end: 'NONE',
      ends: '',
      note: 'For all of our sites.',
    })
  const ids = places.map(({ id }) => id)
  expect((await approve(ids)).status).toBe(422)
  expect((await approve(ids.slice(1))).status).toBe(303)
})
