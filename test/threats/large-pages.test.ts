import { afterAll, beforeAll, expect, test } from 'vitest'
import { mostRoles } from '../../src/custom-roles/domain/wanted-role.ts'
import { mostTags } from '../../src/tags/domain/tags.ts'
import { type World, world } from '../world/world.ts'
import { everyRoute, filled } from './every-route.ts'
import { idsFor, lay, thingsOf } from './things-of-others.ts'

const acme = `(select id from accounts where identifier = 'acme.example')`
// 2,500 virtual accounts and 1,000 users: one line of each in a page is too much; everything else as much as an account may have, or more than anybody has.
const growth = [
  `insert into virtual_accounts (account_id, id, name, path)
     select ${acme}, id, 'Region ' || n, array[id] from (select gen_random_uuid() as id, n from generate_series(1, 60) n) r`,
  `insert into virtual_accounts (account_id, id, parent_id, name, path)
     select ${acme}, u.id, r.id, 'Unit number ' || n, array[r.id, u.id]
     from (select gen_random_uuid() as id, n from generate_series(1, 2440) n) u
     join virtual_accounts r on r.account_id = ${acme} and r.name = 'Region ' || 1 + n % 60`,
  `insert into custom_tags (account_id, id, name)
     select ${acme}, gen_random_uuid(), 'Tag number ' || n from generate_series(1, ${mostTags}) n on conflict do nothing`,
  `insert into user_groups (account_id, id, name, role)
     select ${acme}, gen_random_uuid(), 'Group number ' || n, 'SV' from generate_series(1, 300) n`,
  `insert into custom_roles (account_id, id, name, reach, actions)
     select ${acme}, gen_random_uuid(), 'Role number ' || n, 'ACCOUNT', array['see-account', 'see-virtual-accounts']
     from generate_series(1, ${mostRoles}) n`,
  `insert into people (id, address, verified_at, first_name, last_name)
     select gen_random_uuid(), 'many' || n || '@acme.example', app_now(), 'Many', 'Number ' || n
     from generate_series(1, 1000) n`,
  `insert into grants (account_id, id, person_id, role, source)
     select ${acme}, gen_random_uuid(), id, 'SU', 'DIRECT' from people where address like 'many%'`,
  `insert into accounts (id, identifier, name, type)
     select gen_random_uuid(), 'many' || n || '.example', 'Many ' || n, 'CUSTOMER' from generate_series(1, 1000) n`,
  `insert into grants (account_id, id, person_id, role, source)
     select a.id, gen_random_uuid(), p.id, 'SA', 'CREATION' from accounts a, people p
     where a.identifier like 'many%' and p.address = 'ana@acme.example'`,
]

let w: World
beforeAll(async () => {
  w = await world()
  await lay(w)
  for (const statement of growth) await w.owner(statement)
})
afterAll(() => w.end())

/** The largest pages, uncompressed, weigh what fifty rows and their actions do. */
const most = 150_000

async function idsOf(table: string): Promise<string | undefined> {
  const [row] = await w.owner<{ id: string }>(`select id from ${table} where account_id = ${acme} limit 1`)
  return row?.id
}

test('no page grows with the account it is about, nor with how many accounts there are', async () => {
  const things = await thingsOf(w, 'acme.example')
  const own: Record<string, string | undefined> = {
    tags: await idsOf('custom_tags'),
    groups: await idsOf('user_groups'),
    roles: await idsOf('custom_roles'),
    reviews: await idsOf('reviews'),
    'virtual-accounts': await idsOf('virtual_accounts'),
  }
  const [ana, olga] = [await w.as('ana'), await w.as('olga')]
  const large: string[] = []
  let shown = 0
  const pages = everyRoute(w).filter(
    ({ method, path }) => method === 'GET' && !/csv|jsonl|openapi|live/.test(path),
  )
  for (const { path } of pages) {
    const kind = Object.keys(own).find((name) => path.includes(`/${name}/:id`))
    const pending = things.requests.find(({ status: one }) => one === 'PENDING')?.id
    const [other] = idsFor(path, things)
    const id = (kind === undefined ? (path.includes('/requests/') ? pending : other) : own[kind]) ?? ''
    const place = own['virtual-accounts'] ?? ''
    const at = filled(path, { identifier: 'acme.example', id, place, person: things.people[0]?.id ?? '' })
    const { status, text } = await (path.startsWith('/operator') ? olga : ana).get(at)
    if (status === 200) shown++
    if (text.length > most) large.push(`${path} ${Math.round(text.length / 1000)} kB`)
    expect.soft(status, at).toBeLessThan(500)
  }
  expect(large).toEqual([])
  expect(shown).toBeGreaterThan(90)
})
