import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { placeId } from '../../../test/world/acts.ts'
import { items, type Programs, programsOf, saidOf } from '../../../test/world/programs.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
let get: Programs['get']
let post: Programs['post']

beforeAll(async () => {
  w = await world()
  const programs = await programsOf(w, ['ana', 'ben', 'vera', 'raul', 'carla', 'luc', 'zoe'])
  get = programs.get
  post = programs.post
})
afterAll(() => w.end())
beforeEach(() => w.owner('delete from limits'))

const acme = '/api/v1/accounts/acme.example'
const eventsOf = async (type: string) =>
  (await w.owner(`select 1 from events where type = $1`, [type])).length

describe('a program that manages user groups', () => {
  it('makes one, puts people in, changes it, takes them out and closes it', async () => {
    const paris = await placeId(w, 'acme.example', 'Paris')
    const wanted = { name: 'Licence team', role: 'VU', virtualAccountIds: [paris] }
    const made = await post('ana', `${acme}/groups`, wanted)
    expect([made.status, made.etag]).toEqual([201, '"1"'])
    const group = `${acme}/groups/${made.id}`
    const added = await post('ana', `${group}/members`, {
      addresses: ['LUC@acme.example ', 'nobody@acme.example'],
    })
    expect(added.body).toEqual({ added: 1, unknown: ['nobody@acme.example'] })
    const seen = await get('ana', group)
    expect([seen.etag, items(seen).map(({ address }) => address)]).toEqual(['"1"', ['luc@acme.example']])
    expect(saidOf(await post('ana', `${group}/change`, wanted))).toEqual([428, 'version-missing'])
    expect(saidOf(await post('ana', `${group}/change`, { ...wanted, name: 'Licences' }, 7))).toEqual([
      409,
      'stale-version',
    ])
    const changed = await post('ana', `${group}/change`, { ...wanted, name: 'Licences', role: 'VV' }, 1)
    expect([changed.status, changed.etag]).toEqual([200, '"2"'])
    const personId = await w.idOf('luc')
    expect((await post('ana', `${group}/members/remove`, { personId })).status).toBe(200)
    expect(saidOf(await post('ana', `${group}/members/remove`, { personId }))).toEqual([409, 'not-a-member'])
    expect((await post('ana', `${group}/close`, {})).status).toBe(200)
    expect(items(await get('ana', `${acme}/groups`)).map(({ id }) => id)).not.toContain(made.id)
    expect(await eventsOf('group.member-removed')).toBeGreaterThan(0)
  })

  it('is told where the fault lies, and gives nothing above its owner’s rights', async () => {
    const lyon = await placeId(w, 'acme.example', 'Lyon')
    const unfit = await post('ana', `${acme}/groups`, { name: ' ', role: 'SV' })
    expect([unfit.status, unfit.code, unfit.body['errors']]).toMatchObject([
      422,
      'name-unfit',
      [{ pointer: '/name' }],
    ])
    expect(
      saidOf(await post('vera', `${acme}/groups`, { name: 'Lyon', role: 'VV', virtualAccountIds: [lyon] })),
    ).toEqual([403, 'above-own-rights'])
    expect(saidOf(await post('ana', `${acme}/groups`, { name: 'Heads', role: 'SA' }))).toEqual([
      422,
      'administrators-one-by-one',
    ])
    const whole = await post('ana', `${acme}/groups`, { name: 'Readers', role: 'SV' })
    for (const who of ['vera', 'carla', 'raul'] as const)
      expect([who, (await get(who, `${acme}/groups/${whole.id}`)).status]).toEqual([who, 404])
  })
})

describe('a program that manages custom tags', () => {
  it('makes, puts on, takes off, renames and deletes', async () => {
    const made = await post('ana', `${acme}/tags`, { name: 'budget 2027' })
    const tag = `${acme}/tags/${made.id}`
    const paris = await placeId(w, 'acme.example', 'Paris')
    expect((await post('ana', `${tag}/virtual-accounts`, { virtualAccountIds: [paris] })).status).toBe(200)
    const tagged = await post('vera', `${tag}/people`, {
      addresses: ['luc@acme.example', 'ben@acme.example'],
    })
    expect(tagged.body).toEqual({ tagged: 1, unknown: ['ben@acme.example'] })
    const seen = await get('ana', tag)
    expect([seen.body['virtualAccountIds'], items(seen).length]).toEqual([[paris], 1])
    expect(saidOf(await post('ana', `${acme}/tags`, { name: 'Budget 2027' }))).toEqual([422, 'name-taken'])
    expect(saidOf(await post('vera', `${tag}/rename`, { name: 'mine' }))).toEqual([403, 'not-yours'])
    expect((await post('ana', `${tag}/rename`, { name: 'budget 2028' })).status).toBe(200)
    expect((await post('ana', `${tag}/people/remove`, { personId: await w.idOf('luc') })).status).toBe(200)
    expect((await get('raul', tag)).status).toBe(404)
    expect((await post('ana', `${tag}/delete`, {})).status).toBe(200)
    expect((await get('ana', tag)).status).toBe(404)
  })
})

describe('a program that keeps an account in order', () => {
  it('blocks somebody and takes their requests again', async () => {
    const body = { address: 'luc@acme.example', howLong: '30_DAYS', reason: 'They asked nine times a day.' }
    const set = await post('ana', `${acme}/blocks`, body)
    expect(set.status).toBe(201)
    expect(saidOf(await post('ana', `${acme}/blocks`, body))).toEqual([409, 'blocked-already'])
    expect(items(await get('ana', `${acme}/blocks`)).map(({ id }) => id)).toContain(set.id)
    expect((await get('luc', `${acme}/blocks`)).status).toBe(404)
    expect((await post('carla', `${acme}/blocks/${set.id}/lift`, {})).status).toBe(404)
    expect((await post('ana', `${acme}/blocks/${set.id}/lift`, {})).status).toBe(200)
    expect(saidOf(await post('ana', `${acme}/blocks`, { ...body, reason: 'no' }))).toEqual([
      422,
      'reason-unfit',
    ])
  })

  it('keeps texts ready, says where only people decide, and whom one may ask', async () => {
    const text = {
      purpose: 'DECLINE',
      en: { title: 'Ask Paris', text: 'Please ask the team of Paris.' },
      fr: { title: '', text: '' },
    }
    const made = await post('ana', `${acme}/prepared-texts`, text)
    const path = `${acme}/prepared-texts/${made.id}`
    expect((await post('ana', path, { ...text, en: { ...text.en, title: 'Paris' } })).status).toBe(200)
    expect(items(await get('ana', `${acme}/prepared-texts`))).toContainEqual({
      id: made.id,
      ...text,
      en: { ...text.en, title: 'Paris' },
    })
    expect((await post('vera', `${path}/remove`, {})).status).toBe(404)
    expect((await post('ana', `${path}/remove`, {})).status).toBe(200)
    const rules = await get('ana', `${acme}/rules`)
    const version = Number(rules.etag.slice(1, -1))
    const locked = await post('ana', `${acme}/rules/manual-only`, { places: [null] }, version)
    expect([locked.status, locked.body['manualOnly']]).toEqual([200, [null]])
    expect((await post('ana', `${acme}/rules/manual-only`, { places: [] }, version)).code).toBe(
      'rules-changed',
    )
    await post('ana', `${acme}/rules/manual-only`, { places: [] }, version + 1)
  })

  it('edits its properties as they were seen, and what it shows of its administrators', async () => {
    const { body } = await get('ana', acme)
    const contact = body['contact'] as { name: string; address: string } | null
    const before = {
      name: body['name'],
      contactName: contact?.name ?? '',
      contactAddress: contact?.address ?? '',
      visibility: body['visibility'],
    }
    const edited = await post('ana', `${acme}/edit`, { before, after: { contactName: 'Service desk' } })
    expect([edited.status, (edited.body['contact'] as { name: string }).name]).toEqual([200, 'Service desk'])
    expect(saidOf(await post('ana', `${acme}/edit`, { before, after: {} }))).toEqual([
      409,
      'changed-meanwhile',
    ])
    expect((await post('luc', `${acme}/edit`, { before, after: {} })).status).toBe(404)
    const setting = await get('ana', `${acme}/settings/administrators`)
    const version = Number(setting.etag.slice(1, -1))
    const relay = await post('ana', `${acme}/settings/administrators`, { show: 'RELAY', two: 'no' }, version)
    expect(relay.body).toMatchObject({ show: 'RELAY', two: 'usual', wish: { two: 'no' } })
    expect(saidOf(await post('ana', `${acme}/settings/administrators/settle`, { agree: true }))).toEqual([
      409,
      'own-proposal',
    ])
    const settled = await post('ben', `${acme}/settings/administrators/settle`, { agree: false })
    expect(settled.body['wish']).toBeNull()
  })

  it('passes messages on to administrators who are not shown, and answers them', async () => {
    const sent = await post('luc', `${acme}/messages`, { text: 'Whom can I ask about the licences?' })
    expect([sent.status, sent.body['isForYou']]).toEqual([201, false])
    const message = `/api/v1/messages/${sent.id}`
    expect((await get('zoe', message)).status).toBe(404)
    expect(items(await get('ana', `${acme}/messages`))[0]).toMatchObject({ isForYou: true, answer: null })
    expect((await post('ana', `${message}/answer`, { text: 'Ask Vera in Paris.' })).status).toBe(200)
    expect(saidOf(await post('ben', `${message}/answer`, { text: 'Ask me for them.' }))).toEqual([
      409,
      'answered',
    ])
    expect((await get('luc', message)).body['answer']).toBe('Ask Vera in Paris.')
  })
})
