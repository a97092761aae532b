import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, placeId, standing } from '../../test/world/acts.ts'
import { type World, world } from '../../test/world/world.ts'
import { examine } from '../instance/doctor/examine.ts'

let here: World
let lab: string
let lyon: string
let luc: string
beforeAll(async () => {
  here = await world()
  lab = await placeId(here, 'acme.example', 'Paris Lab')
  lyon = await placeId(here, 'acme.example', 'Lyon')
  luc = await here.idOf('luc')
})
afterAll(() => here.end())

const base = '/accounts/acme.example/groups'
const fields = (name: string, role: string, place: string[]) => ({ name, role, place })
const people = 'luc@acme.example\nvera@acme.example'

/** A group with Luc and Vera in it, where a review suspends what Luc holds in these places. */
async function suspended(name: string, places: string[], without: string[]): Promise<string> {
  const ana = await here.as('ana')
  const { location } = await ana.post(`${base}/new`, fields(name, 'VV', places))
  const id = /groups\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
  await ana.post(`${base}/${id}/people`, { addresses: people })
  await here.owner(
    `update grants set suspended_at = app_now() - interval '3 days', suspended_because = 'REVIEW'
     where group_id = $1 and person_id = $2 and virtual_account_id = any($3::uuid[])`,
    [id, luc, without],
  )
  return id
}

const held = (id: string) =>
  here.owner<{ id: string; who: string; role: string; at: string | null; days: number | null }>(
    `select g.id, split_part(p.address, '@', 1) as who, g.role, g.virtual_account_id as at,
       round(extract(epoch from app_now() - g.suspended_at) / 86400)::int as days
     from grants g join people p on p.id = g.person_id
     where g.group_id = $1 and g.revoked_at is null order by who, at`,
    [id],
  )
const daysOf = async (id: string) => (await held(id)).map(({ who, at, days }) => [who, at, days])

describe('what a review has suspended of a group', () => {
  it('stays suspended when the group gives something else, and its page says so before', async () => {
    const ana = await here.as('ana')
    const id = await suspended('Narrow', [lab, lyon], [lab])
    expect((await ana.get(`${base}/${id}/change`)).text).toContain(
      'A review has suspended what 1 person holds by this group',
    )
    const request = await asks(here, 'luc', { role: 'SV', scope: 'account' })
    await ana.post(`${base}/${id}/change`, { ...fields('Narrow', 'VU', [lab, lyon]), version: '1' })
    expect(await daysOf(id)).toEqual(
      [
        ['luc', lab, 3],
        ['luc', lyon, null],
        ['vera', lab, null],
        ['vera', lyon, null],
      ].toSorted(([a, b], [c, d]) => `${a} ${b}`.localeCompare(`${c} ${d}`)),
    )
    await ana.post(`${base}/${id}/change`, { ...fields('Narrow', 'SU', []), version: '2' })
    expect(await daysOf(id)).toEqual([
      ['luc', null, 3],
      ['vera', null, null],
    ])
    expect((await standing(here, request))['status']).toBe('PENDING')
    expect(await examine(here.db)).toMatchObject({ broken: [] })
    await here.settle()
    const [toLuc, toVera] = ['luc', 'vera'].map((who) => here.mails.to(`${who}@acme.example`).at(-1)?.text)
    expect(toLuc).toContain('A review has suspended your access by this group')
    expect(toVera).not.toContain('suspended')
  })

  it('works again once somebody who could give it says so, also after the group was changed', async () => {
    const ana = await here.as('ana')
    const id = await suspended('Again', [lab], [lab])
    await ana.post(`${base}/${id}/change`, { ...fields('Again', 'VU', [lab]), version: '1' })
    const [grant] = (await held(id)).filter(({ days }) => days !== null)
    const answer = await ana.post(`/accounts/acme.example/grants/${grant?.id}/reactivate`)
    expect(answer.location).toContain('done=reactivated')
    expect((await held(id)).filter(({ days }) => days !== null)).toEqual([])
  })

  it('stays suspended for whoever is put in while they are in it, and not for who is put in anew by name', async () => {
    const ana = await here.as('ana')
    const id = await suspended('Anew', [lab], [lab])
    await ana.post(`${base}/${id}/people`, { addresses: people })
    expect(await daysOf(id)).toContainEqual(['luc', lab, 3])
    await ana.post(`${base}/${id}/people/${luc}/remove`)
    await ana.post(`${base}/${id}/people`, { addresses: 'luc@acme.example' })
    expect(await daysOf(id)).toContainEqual(['luc', lab, null])
  })
})
