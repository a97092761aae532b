import { afterAll, beforeAll, expect, it } from 'vitest'
import { row, sentOnMonday } from '../../../test/world/monday.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const unknown = { recipient: 550, says: '5.1.1 no such user here' }
const page = async (id: string) =>
  (await (await here.as('luc', { 'Accept-Language': 'en' })).get(`/requests/${id}`)).text

it('a request whose last administrator mail no longer reaches goes to support in the same moment', async () => {
  const id = await sentOnMonday(here)
  here.mails.fail(unknown)
  await here.pass('2 days')
  expect(await row(here, id)).toMatchObject({ stage: 'WITH_ADMINS' })
  here.mails.fail(unknown)
  await here.pass('2 days')
  expect(await row(here, id)).toMatchObject({ status: 'PENDING', stage: 'WITH_SUPPORT' })
  expect(await here.owner('select cause from cases where request_id = $1', [id])).toEqual([
    { cause: 'NOBODY_REACHABLE' },
  ])
  expect(await page(id)).toContain('/claims/new?account=acme.example')
})

it('one whose administrators are all away says that nobody will be reminded, and where it goes', async () => {
  await here.owner('update people set mail_bounced_at = null')
  const id = await sentOnMonday(here)
  const names = ['ana@acme.example', 'ben@acme.example']
  await here.owner(`update people set away_until = app_now() + interval '30 days' where address = any($1)`, [
    names,
  ])
  const said = await page(id)
  expect(said).toContain('If nobody can be reached by')
  expect(said).not.toContain('the support desk has been told')
  expect(said).not.toContain('A reminder goes to the administrators on')
  await here.pass('3 days')
  expect(await row(here, id)).toMatchObject({ stage: 'WITH_SUPPORT' })
})
