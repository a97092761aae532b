import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withToken } from '../../../test/world/api-client.ts'
import { type World, world } from '../../../test/world/world.ts'
import {
  apiAwayPath,
  apiBackPath,
  apiCalendarPath,
  apiClosedDaysPath,
  apiOpenDayPath,
  apiSettingsPath,
  apiTimesPath,
} from '../../paths/api.ts'

const acme = 'acme.example'
const settings = apiSettingsPath.to(acme)

describe('the settings of an account, by the API', () => {
  let w: World & AsyncDisposable
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.end())

  it('are read and changed by its administrators, who have seen them as they are', async () => {
    const ana = await withToken(w, 'ana')
    const { version, calendar } = JSON.parse((await ana.get(settings)).text)
    const seen = { 'If-Match': `"${version}"` }
    const week = { ...calendar, weekend: [7, 6, 6], quietFrom: '19:00', quietTo: '07:00' }
    expect((await ana.post(apiCalendarPath.to(acme), week)).status).toBe(428)
    const changed = await ana.post(apiCalendarPath.to(acme), week, seen)
    expect(changed.status).toBe(200)
    expect(JSON.parse(changed.text)).toMatchObject({ calendar: { weekend: [6, 7], quietFrom: '19:00' } })
    expect((await ana.post(apiTimesPath.to(acme), { answerWorkingDays: 3 }, seen)).status).toBe(409)
    const now = { 'If-Match': changed.headers.get('etag') ?? '' }
    const times = await ana.post(apiTimesPath.to(acme), { answerWorkingDays: 3 }, now)
    expect(JSON.parse(times.text)).toMatchObject({
      times: { answerWorkingDays: 3 },
      timesInForce: { answerWorkingDays: 3, expiryDays: 28 },
    })
    const next = { 'If-Match': times.headers.get('etag') ?? '' }
    const unfit = await ana.post(apiTimesPath.to(acme), { answerWorkingDays: 300 }, next)
    expect([unfit.status, JSON.parse(unfit.text).errors[0].pointer]).toEqual([422, '/answerWorkingDays'])
    const half = await ana.post(apiCalendarPath.to(acme), { ...week, quietTo: null }, next)
    expect(half.status).toBe(422)
  })

  it('close days and open them again', async () => {
    const ana = await withToken(w, 'ana')
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    const closed = await ana.post(apiClosedDaysPath.to(acme), { days: [{ day, name: 'The move' }] })
    expect(JSON.parse(closed.text).closedDays).toContainEqual({ day, name: 'The move' })
    const opened = await ana.post(apiOpenDayPath.to(acme), { day })
    expect(JSON.parse(opened.text).closedDays).not.toContainEqual({ day, name: 'The move' })
    expect((await ana.post(apiOpenDayPath.to(acme), { day })).status).toBe(404)
    const far = { days: [{ day: '2099-01-01', name: 'Far' }] }
    expect((await ana.post(apiClosedDaysPath.to(acme), far)).status).toBe(422)
  })

  it('do not exist for others', async () => {
    for (const who of ['vera', 'luc', 'zoe', 'carla'] as const) {
      const other = await withToken(w, who)
      expect((await other.get(settings)).status).toBe(404)
      expect((await other.post(apiOpenDayPath.to(acme), { day: '2027-01-01' })).status).toBe(404)
    }
  })

  it('say when one is away, and that one is back', async () => {
    const ana = await withToken(w, 'ana')
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const away = JSON.parse((await ana.post(apiAwayPath.to(), { until, note: 'Back soon.' })).text)
    expect(away).toMatchObject({ from: null, note: 'Back soon.' })
    expect(JSON.parse((await ana.get(apiAwayPath.to())).text)).toEqual(away)
    expect((await ana.post(apiAwayPath.to(), { until: '2020-01-01' })).status).toBe(422)
    expect(JSON.parse((await ana.post(apiBackPath.to(), {})).text).until).toBeNull()
  })
})
