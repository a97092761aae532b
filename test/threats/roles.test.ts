import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type CustomRole, reachOf } from '../../src/accounts/domain/roles.ts'
import { withToken } from '../world/api-client.ts'
import { asks, placeId } from '../world/acts.ts'
import { type CastMember, type World, world } from '../world/world.ts'
import { atTheMachine } from '../world/terminal.ts'
import { type HolderName, holders, holdsOwn, ownRoles, probes, untried } from './roles.probes.ts'
import type { Ground, Holder, Probe } from './roles.ways.ts'

const cast: Readonly<Record<HolderName, CastMember>> = {
  VV: 'luc',
  VU: 'raul',
  VA: 'vera',
  SV: 'carla',
  SU: 'dmitri',
  AG: 'zoe',
  SA: 'ana',
  SP: 'sam',
  OP: 'olga',
  'people of a part': 'lena' as CastMember,
  'papers of the account': 'hugo' as CastMember,
  'decisions of the account': 'kate' as CastMember,
  nobody: 'umbra' as CastMember,
}

let here: World
let ground: Ground
const people = new Map<HolderName, Holder>()
beforeAll(async () => {
  here = await world()
  await here.owner(`update people set address = 'umbra@umbrella.example', status = 'ACTIVE'
    where id = (select person_id from grants g join accounts a on a.id = g.account_id
      where a.identifier = 'umbrella.example' limit 1)`)
  const [own, foreign] = [
    await placeId(here, 'acme.example', 'Paris'),
    await placeId(here, 'acme.example', 'Lyon'),
  ]
  const holds = (role: string, place: string | null) =>
    here.owner(
      `insert into grants (account_id, id, person_id, role, virtual_account_id, source)
       select a.id, gen_random_uuid(), p.id, $1, $2, 'DIRECT' from accounts a, people p
       where a.identifier = 'acme.example' and p.address like $3 || '@%'`,
      [role, place, cast[role as HolderName]],
    )
  await here.owner(`update grants set revoked_at = app_now() where person_id = any($1)`, [
    [await here.idOf('luc'), await here.idOf('vera')],
  ])
  for (const role of ['VV', 'VU', 'VA'] as const) await holds(role, own)
  for (const role of ['SV', 'SU', 'AG'] as const) await holds(role, null)
  for (const [name, role] of Object.entries(ownRoles)) {
    const place = role.reach === 'VIRTUAL' ? own : null
    await holdsOwnRole(role, cast[name as HolderName], place)
  }
  for (const name of holders) {
    people.set(name, {
      page: await here.as(cast[name]),
      api: await withToken(here, cast[name]),
      command: await atTheMachine(here, cast[name]),
    })
  }
  const asker = (name: string) => name as CastMember
  await here.owner(`update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
    status_changes = status_changes + 1 where status in ('PENDING', 'INFO_REQUESTED')`)
  ground = {
    own,
    foreign,
    user: { own: await here.idOf('luc'), foreign: await here.idOf(asker('nina')) },
    request: {
      own: await asks(here, asker('yuki'), { role: 'VU', places: ['Paris Lab'] }),
      foreign: await asks(here, asker('emil'), { role: 'VU', places: ['Lyon'] }),
      whole: await asks(here, asker('nina'), { role: 'SU', scope: 'account' }),
    },
  }
})
afterAll(() => here.end())

async function holdsOwnRole(role: CustomRole, who: CastMember, place: string | null): Promise<void> {
  const { id, name, reach, actions } = role
  await here.owner(
    `with made as (
       insert into custom_roles (account_id, id, name, reach, actions)
       select a.id, $1, $2, $3, $4 from accounts a where a.identifier = 'acme.example' returning *
     ), kept as (
       insert into custom_role_versions (account_id, role_id, version, name, description, actions)
       select account_id, id, version, name, description, actions from made
     )
     insert into grants (account_id, id, person_id, role, custom_role_id, custom_actions, virtual_account_id, source)
     select account_id, gen_random_uuid(), $5, $6, id, actions, $7, 'DIRECT' from made`,
    [id, name, reach, actions, await here.idOf(who), codeOf(role), place],
  )
}

/** What the table of roles says of a try. */
function expected(name: HolderName, { action, at, channel }: Probe): boolean {
  // Whoever has the machine answers by the name of an operator, whatever an operator may do on the pages.
  if (channel === 'command') return name === 'OP'
  if (name === 'nobody') return false
  const reach = reachOf(holdsOwn(name) ? ownRoles[name] : name, action)
  return reach === 'everywhere' || (reach === 'own' && (at === 'own' || at === 'any'))
}

describe('what each role may do, by every way there is', () => {
  it('leaves no action untried', () => {
    expect(untried()).toEqual([])
  })

  it.each(holders.map((name) => ({ name })))('is what the table says: $name', async ({ name }) => {
    const holder = people.get(name)
    if (!holder) throw new Error('nobody there')
    const wrong: string[] = []
    await here.owner(`update accounts set visibility = 'LISTED' where identifier = 'acme.example'`)
    for (const probe of probes) {
      const may = await probe.try(holder, ground)
      if (may !== expected(name, probe))
        wrong.push(
          `${probe.action} by ${probe.channel} at ${probe.at}: ${probe.what}: ${may ? 'allowed' : 'refused'}`,
        )
    }
    expect(wrong).toEqual([])
  })
})
