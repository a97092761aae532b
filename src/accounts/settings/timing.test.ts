import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import type { AccountId } from '../../kernel/id.ts'
import { plainCalendar } from '../domain/calendar.ts'
import { defaultPatience } from '../domain/patience-settings.ts'
import { patienceOf, timingOf } from './timing.query.ts'

let here: World
let acme: AccountId
beforeAll(async () => {
  here = await world()
  const [row] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  acme = row?.id as AccountId
})
afterAll(() => here.end())

describe('an account that has said nothing', () => {
  it('works from Monday to Friday in its own zone, with the usual numbers', async () => {
    const { calendar, patience } = await timingOf(here.db, acme)
    expect(calendar).toEqual(plainCalendar(calendar.timeZone))
    expect(patience).toEqual(defaultPatience)
  })
})

describe('an account with a calendar and numbers of its own', () => {
  beforeAll(async () => {
    await here.owner(`update accounts set weekend = '{5,6}', holiday_country = 'FR', quiet_from = '20:00',
      quiet_to = '07:30', patience = '{"answerWorkingDays": 3}' where id = '${acme}'`)
    await here.owner(`insert into closed_days values ('${acme}', '2026-12-24', 'Fête')`)
    await here.owner(`insert into public_holidays values
      ('FR', '', extract(year from app_now())::int, '{2026-12-25}', '{}'),
      ('FR', 'ALS', extract(year from app_now())::int, '{2026-12-26}', '{}'),
      ('FR', '', extract(year from app_now())::int + 9, '{2035-12-25}', '{}')`)
    await here.owner(
      `insert into installation_settings (patience) values ('{"answerWorkingDays": 4, "digestAbove": 9}')`,
    )
  })

  it('works on other days than its weekend, its closed days and the holidays of its place', async () => {
    const { calendar } = await timingOf(here.db, acme)
    expect(calendar.weekend).toEqual([5, 6])
    expect([...calendar.closedDays].toSorted()).toEqual(['2026-12-24', '2026-12-25'])
    expect(calendar.quietHours).toEqual({ from: '20:00', to: '07:30' })
  })

  it('follows its own numbers, then those of the installation, then the usual ones', async () => {
    expect(await patienceOf(here.db, acme)).toEqual({
      ...defaultPatience,
      answerWorkingDays: 3,
      digestAbove: 9,
    })
  })
})
