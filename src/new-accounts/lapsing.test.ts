import { afterAll, beforeAll, expect, it } from 'vitest'
import { applies, stateOf } from '../../test/world/new-accounts.ts'
import { type World, world } from '../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

it('what no operator looks at is told to them before it lapses, and never to somebody who was not asked', async () => {
  const zoe = await w.as('zoe')
  const who = { whose: 'OTHER', nominee: 'luc@acme.example', insists: 'Luc runs them by himself.' }
  const id = await applies(zoe, { ...who, identifier: 'orchards.example', name: 'Orchards' })
  await (await w.as('olga')).post(`/new-account/${id}/approve`, { version: '1' })
  await w.settle()
  await zoe.post(`/new-account/${id}/nominee`, { nominee: 'nina@acme.example' })
  expect((await stateOf(w, id))?.status).toBe('CHECKING')
  // Nothing else is to happen in all that time.
  await w.owner('delete from clocks where subject_id <> $1', [id])
  for (const after of ['61 days', '81 days', '91 days', '91 days 2 minutes']) {
    await w.setClock(after)
    await w.tick()
    await w.settle()
  }
  expect((await stateOf(w, id))?.status).toBe('EXPIRED')
  const told = (who: string) => w.mails.to(who).filter(({ subject }) => subject?.includes('Orchards'))
  expect(told('nina@acme.example')).toEqual([])
  const again = told('olga@operator.example').filter(({ subject }) =>
    subject?.startsWith('Not looked at yet'),
  )
  expect(again).toHaveLength(2)
  const warnings = told('zoe@elsewhere.example').filter(({ subject }) => subject?.includes('lapses on'))
  expect(warnings[0]?.text).toContain('The operators are told again.')
})
