import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeId } from '../../test/world/acts.ts'
import type { Visitor } from '../../test/world/visitor.ts'
import { type World, world } from '../../test/world/world.ts'
import { transact } from '../platform/db/index.ts'
import { startCarryingOut } from './carry-out/carry-out.ts'

let here: World
let ana: Visitor
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
})
afterAll(() => here.end())

const base = '/accounts/acme.example'
const chosenBy = async (who: Visitor, people: readonly string[], query = '') => {
  const all = people.length === 0 ? { who: 'all' } : {}
  const answer = await who.post(`${base}/several-users${query}`, { user: people, ...all })
  return answer.location ?? `${answer.status}`
}

/** People who were added as viewers of Paris. */
async function guests(count: number, role = 'VV') {
  const paris = await placeId(here, 'acme.example', 'Paris')
  const made: string[] = []
  for (let n = 0; n < count; n++) {
    const [row] = await here.owner<{ id: string }>(
      `with one as (
        insert into people (id, address, first_name, last_name, status, verified_at)
        values (gen_random_uuid(), 'guest-' || gen_random_uuid() || '@acme.example', 'Guest', $1, 'ACTIVE', app_now())
        returning id)
      insert into grants (account_id, id, person_id, role, virtual_account_id, source)
      select a.id, gen_random_uuid(), one.id, $2, $3, 'DIRECT' from one, accounts a where a.identifier = 'acme.example'
      returning person_id as id`,
      [`Number${n}`, role, paris],
    )
    made.push(row?.id ?? '')
  }
  return made
}

const heldBy = (people: readonly string[]) =>
  here.owner<{ role: string; endsAt: Date | null }>(
    `select role, ends_at as "endsAt" from grants where person_id = any($1) and revoked_at is null`,
    [people],
  )

const eventsAbout = async (people: readonly string[], type: string) =>
  (
    await here.owner(
      `select from events where type = $2 and (body::jsonb ->> 'subject')::uuid = any($1::uuid[])`,
      [people, type],
    )
  ).length

describe('the same done to several users', () => {
  it('is shown for each before anything is done, and done once, however often it is pressed', async () => {
    const people = await guests(3)
    const ben = await here.idOf('ben')
    const own = await here.idOf('ana')
    const path = await chosenBy(ana, [...people, ben, own])
    expect((await ana.get(path)).text).toContain('Change 5 users')
    expect((await ana.post(path, { what: 'REMOVE' })).location).toBe(path)
    const plan = (await ana.get(path)).text
    expect(plan).toContain('Everything ends')
    expect(plan).toContain('takes two people here')
    expect(plan).toContain('This is you.')
    expect(plan).toContain('Remove 3 users')
    expect(await heldBy(people)).toHaveLength(3)
    const presses = await Promise.all([1, 2, 3].map(() => ana.post(`${path}/carry-out`)))
    expect(presses.map(({ location }) => location)).toEqual([path, path, path])
    await here.settle()
    expect(await heldBy(people)).toEqual([])
    expect(await eventsAbout(people, 'member.removed')).toBe(3)
    const result = (await ana.get(path)).text
    expect(result).toContain('3 lines are done')
    expect(result).toContain('2 lines were left as they are.')
    const file = (await ana.get(`${path}/result.csv`)).text
    expect(file.split('\r\n').filter((line) => line.includes(',Done,'))).toHaveLength(3)
    expect((await ana.post(path, { what: 'REMOVE' })).location).toBe(path)
    expect((await (await here.as('ben')).get(path)).status).toBe(404)
  })

  it('gives another role, sets an end and takes it away, at the place and by the rules of the single act', async () => {
    const people = await guests(2)
    const luc = await here.idOf('luc')
    const path = await chosenBy(ana, [...people, luc])
    const wrong = await ana.post(path, { what: 'ROLE' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('href="#whichRole"')
    expect(wrong.text).toContain('href="#to"')
    await ana.post(path, { what: 'ROLE', whichRole: 'VV', to: 'VU' })
    expect((await ana.get(path)).text).toContain('Becomes: Virtual Account User for Paris')
    await ana.post(`${path}/carry-out`)
    expect((await heldBy(people)).map(({ role }) => role)).toEqual(['VU', 'VU'])
    expect(await eventsAbout(people, 'member.changed')).toBe(2)

    const again = await chosenBy(ana, people)
    const at = { what: 'END', whichEnd: 'EVERY', ends: '2031-03-31', endsTime: '' }
    const next = new Date().getUTCFullYear() + 2
    await ana.post(again, { ...at, ends: `${next}-03-31` })
    await ana.post(`${again}/carry-out`)
    expect((await heldBy(people)).every(({ endsAt }) => endsAt?.getUTCFullYear() === next)).toBe(true)
    const last = await chosenBy(ana, people)
    await ana.post(last, { what: 'NO_END', whichNoEnd: 'VU' })
    await ana.post(`${last}/carry-out`)
    expect((await heldBy(people)).map(({ endsAt }) => endsAt)).toEqual([null, null])
  })

  it('leaves whoever holds something else by then, and says so', async () => {
    const [first = '', second = ''] = await guests(2)
    const path = await chosenBy(ana, [first, second])
    await ana.post(path, { what: 'REMOVE' })
    const [grant] = await here.owner<{ id: string }>(`select id from grants where person_id = $1`, [first])
    await ana.post(`${base}/grants/${grant?.id}/change`, { role: 'SV', place: '', ends: '', endsTime: '' })
    await ana.post(`${path}/carry-out`)
    expect((await heldBy([first])).map(({ role }) => role)).toEqual(['SV'])
    expect(await heldBy([second])).toEqual([])
    expect((await ana.get(path)).text).toContain('What they hold was changed since you looked.')
  })

  it('puts a tag on all whom the list shows, and takes it off', async () => {
    const people = await guests(2)
    const made = await ana.post(`${base}/tags`, { name: 'Together' })
    const tag = /tags\/([0-9a-f-]{36})/.exec(made.location ?? '')?.[1] ?? ''
    const path = await chosenBy(ana, [], '?find=Number')
    await ana.post(path, { what: 'TAG', tag })
    await ana.post(`${path}/carry-out`)
    await here.settle()
    const carrying = () =>
      here.owner(`select from person_tags where tag_id = $1 and person_id = any($2)`, [tag, people])
    expect(await carrying()).toHaveLength(2)
    const off = await chosenBy(ana, people)
    await ana.post(off, { what: 'UNTAG', untag: tag })
    await ana.post(`${off}/carry-out`)
    expect(await carrying()).toHaveLength(0)
  })

  it('goes on behind the pages with many', async () => {
    const people = await guests(27)
    const path = await chosenBy(ana, people)
    await ana.post(path, { what: 'REMOVE' })
    await ana.post(`${path}/carry-out`)
    expect((await ana.get(path)).text).toMatch(/Changing 27 users|27 lines are done/)
    await here.settle()
    expect(await heldBy(people)).toEqual([])
    expect((await ana.get(path)).text).toContain('27 lines are done')
  })

  it('asks for the password where a role that administers is given or taken', async () => {
    const people = await guests(1, 'VA')
    const path = await chosenBy(ana, people)
    await ana.post(path, { what: 'REMOVE' })
    await here.owner(`update auth.session set "authenticatedAt" = app_now() - interval '1 hour'`)
    expect((await ana.post(`${path}/carry-out`)).location).toContain('/confirm-password')
    expect(await heldBy(people)).toHaveLength(1)
    ana = await here.as('ana')
    await ana.post(`${path}/carry-out`)
    expect(await heldBy(people)).toEqual([])
  })

  it('picks up what a press left undone when the process ended', async () => {
    const people = await guests(2)
    const path = await chosenBy(ana, people)
    await ana.post(path, { what: 'REMOVE' })
    const which = { by: await here.idOf('ana'), id: path.split('/').at(-1) ?? '' }
    const now = new Date()
    await transact(here.db, (tx) => startCarryingOut(tx, which, { now, isSure: true }))
    await here.settle()
    expect(await heldBy(people)).toHaveLength(2)
    await here.setClock('2 minutes')
    await here.settle()
    expect(await heldBy(people)).toEqual([])
    await here.setClock('0 minutes')
  })

  it('by two administrators at once happens to each person once', async () => {
    const people = await guests(8)
    const ben = await here.as('ben')
    const paths = [await chosenBy(ana, people), await chosenBy(ben, people)]
    await ana.post(paths[0] ?? '', { what: 'ROLE', whichRole: 'VV', to: 'VU' })
    await ben.post(paths[1] ?? '', { what: 'REMOVE' })
    await Promise.all([ana.post(`${paths[0]}/carry-out`), ben.post(`${paths[1]}/carry-out`)])
    await here.settle()
    const changed = await eventsAbout(people, 'member.changed')
    const removed = await eventsAbout(people, 'member.removed')
    expect(changed + removed).toBe(8)
    expect((await heldBy(people)).map(({ role }) => role)).toEqual(Array(changed).fill('VU'))
  })

  it('reaches nobody whom the list does not show, and is for nobody who may not change people', async () => {
    const vera = await here.as('vera')
    const ben = await here.idOf('ben')
    expect(await chosenBy(vera, [ben])).toContain('chosen=none')
    expect((await (await here.as('luc')).post(`${base}/several-users`, { user: [ben] })).status).toBe(404)
    const [guest = ''] = await guests(1)
    const path = await chosenBy(ana, [guest])
    expect((await vera.get(path)).status).toBe(404)
    expect((await ana.post(`${base}/several-users`, {})).location).toContain('chosen=none')
  })
})
