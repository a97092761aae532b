import { expect, it } from 'vitest'
import { type CastMember, world } from '../../../test/world/world.ts'
import { accountChecksPath } from '../../paths/event-log.ts'
import { headsFor } from './heads.query.ts'

it('the daily mail carries the heads of the logs one answers for, which the log is verified against later', async () => {
  await using w = await world()
  const headsOf = async (who: CastMember) => {
    const person = await w.idOf(who)
    return w.db.transaction().execute((tx) => headsFor(tx, person))
  }
  const [acme] = await headsOf('ana')
  expect(acme).toMatchObject({ name: 'acme.example', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await headsOf('olga')).toMatchObject([{ name: 'installation' }])
  expect(await headsOf('zoe')).toEqual([])
  const ana = await w.as('ana')
  const kept = `acme.example: ${acme?.seq} ${acme?.hash}`
  const { location } = await ana.post(accountChecksPath.to('acme.example'), { kept })
  expect((await ana.get(location ?? '')).text).toContain('The hash that you kept is in the log.')
})
