import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ruleFields, rulesVersion } from '../../../test/world/rule-form.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await w.owner(`insert into virtual_accounts (account_id, id, name, path)
    select a.id, u.id, 'Unit ' || u.n, array[u.id] from accounts a,
      (select gen_random_uuid() as id, n from generate_series(1, 150) n) u where a.identifier = 'acme.example'`)
})
afterAll(() => w.end())

const rules = '/accounts/acme.example/rules'
const reviews = '/accounts/acme.example/reviews/new'

describe('in an account with many virtual accounts', () => {
  it('a rule names them, and the one whose rule it is', async () => {
    const ana = await w.as('ana')
    const fields = {
      ...ruleFields,
      version: await rulesVersion(ana, 'acme.example'),
      place: 'Unit 7',
      where: 'VIRTUAL',
      role: ['VV'],
      whereNames: 'unit 7\n',
      step: 'save',
    }
    const wrong = await ana.post(`${rules}/new`, {
      ...fields,
      whereNames: 'Unit 7\nUnit 700',
      place: 'Nowhere',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('of this name: Unit 700')
    expect(wrong.text).toContain('of this name: Nowhere')
    expect((await ana.post(`${rules}/new`, fields)).location).toContain('done=saved')
    const list = (await ana.get(rules)).text
    expect(list).toContain('Unit 7')
    expect(list).not.toContain('Unit 70<')
  })

  it('people are blocked, only people decide, and a review is started by name', async () => {
    const ana = await w.as('ana')
    const block = {
      address: 'zoe@initech.example',
      howLong: '90_DAYS',
      reason: 'Asks every other day again.',
      va: [],
    }
    const unknown = await ana.post(`${rules}/blocks`, { ...block, names: 'Unit 700' })
    expect([unknown.status, unknown.text.includes('Unit 700')]).toEqual([422, true])
    const version = await rulesVersion(ana, 'acme.example')
    const lock = await ana.post(`${rules}/manual-only`, { version, locked: [], names: 'Unit 9\nUnit 10' })
    expect(lock.location).toContain('done=locked')
    const no = await ana.post(`${rules}/manual-only`, { version, locked: [], names: 'Unit 700' })
    expect([no.status, no.text.includes('Unit 700')]).toEqual([422, true])
    const started = await ana.post(reviews, { what: 'PLACE', role: '', place: 'Paris' })
    expect(started.location).toContain('done=started')
    expect((await ana.post(reviews, { what: 'PLACE', role: '', place: 'Unit 700' })).status).toBe(422)
  })
})
