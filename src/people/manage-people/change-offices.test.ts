import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import type { PersonId } from '../../kernel/id.ts'
import { transact } from '../../platform/db/index.ts'
import { changeOffices } from './change-offices.ts'
import { disablePerson } from './disable-person.ts'

let w: World
let olga: PersonId
let luc: PersonId
beforeAll(async () => {
  w = await world()
  olga = await w.idOf('olga')
  luc = await w.idOf('luc')
})
afterAll(() => w.end())

const by = (personId: PersonId, typedPassword = true) => ({ personId, typedPassword })
const change = (
  who: Parameters<typeof changeOffices>[1],
  person: PersonId,
  wanted: Parameters<typeof changeOffices>[2]['wanted'],
) => transact(w.db, (tx) => changeOffices(tx, who, { person, wanted }))
const officesOf = (id: PersonId) =>
  w.owner('select is_support as support, is_operator as operator from people where id = $1', [id])

describe('offices', () => {
  it('are given and taken at once, recorded, and told to the person and the other operators', async () => {
    expect((await change(by(luc), olga, { support: true })).ok).toBe(false)
    expect(await change(by(olga, false), luc, { operator: true })).toEqual({
      ok: false,
      refusal: 'recent-sign-in-needed',
    })
    const visitor = await w.as('luc')
    expect((await visitor.get('/operator')).status).toBe(404)
    expect((await change(by(olga), luc, { operator: true })).ok).toBe(true)
    expect((await visitor.get('/operator')).status).toBe(200)
    const vera = await w.idOf('vera')
    expect((await change(by(olga), vera, { support: true })).ok).toBe(true)
    expect((await change(null, vera, { support: false })).ok).toBe(true)
    expect(await change(null, vera, { support: false })).toEqual({ ok: true, value: null })
    await w.settle()
    expect(w.mails.to('luc@acme.example').map(({ subject }) => subject)).toHaveLength(3)
    expect(w.mails.to('luc@acme.example')[0]?.text).toMatch(/operator|exploitant/)
    expect(w.mails.to('olga@operator.example').map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/Vera/),
    ])
    expect(w.mails.to('vera@acme.example')).toHaveLength(2)
    const log = (await (await w.as('olga')).get('/operator/events')).text
    expect(log).toContain('none any more')
    expect(log).toContain('now operator')
    expect((await change(by(olga), luc, { operator: false })).ok).toBe(true)
    expect((await visitor.get('/operator')).status).toBe(404)
  })

  it('are not given to whoever is disabled, and the last operator keeps theirs', async () => {
    const raul = await w.idOf('raul')
    await transact(w.db, (tx) => disablePerson(tx, null, raul))
    expect(await change(by(olga), raul, { support: true })).toEqual({ ok: false, refusal: 'not-active' })
    expect(await change(by(olga), olga, { operator: false })).toEqual({ ok: false, refusal: 'oneself' })
    expect(await change(null, olga, { operator: false })).toEqual({ ok: false, refusal: 'last-operator' })
  })

  it('leave one of two operators who take each other’s away at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      await w.owner('update people set is_operator = true where id = any($1)', [[olga, luc]])
      const both = await Promise.all([
        change(by(olga), luc, { operator: false }),
        change(by(luc), olga, { operator: false }),
      ])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'not-operator' })
      const held = [...(await officesOf(olga)), ...(await officesOf(luc))]
      expect(held.filter((offices) => (offices as { operator: boolean }).operator)).toHaveLength(1)
    }
  })
})
