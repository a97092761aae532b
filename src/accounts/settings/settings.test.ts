import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import type { AccountId } from '../../kernel/id.ts'
import { transact } from '../../platform/db/index.ts'
import { patienceNames } from '../domain/patience-settings.ts'
import { changeAccountPatience } from './change-patience.ts'
import { timingOf } from './timing.query.ts'

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
beforeEach(() =>
  here.owner(
    `update accounts set weekend = '{6,7}', holiday_country = '', holiday_region = '', quiet_from = null,
    quiet_to = null, patience = '{}', show_administrators = 'NAMES', two_for_administrator = null where id = $1`,
    [acme],
  ),
)

const settings = '/accounts/acme.example/settings'
const english = { 'Accept-Language': 'en' }

async function eventsOf(type: string): Promise<{ actor: string | null; facts: Record<string, unknown> }[]> {
  const rows = await here.owner<{ body: string }>(
    `select body from events where account_id = $1 and type = $2 order by seq`,
    [acme, type],
  )
  return rows.map(({ body }) => JSON.parse(body))
}

async function versionOf(visitor: Visitor, path: string): Promise<string> {
  return Visitor.fieldOf((await visitor.get(path)).text, 'version') ?? ''
}

async function week(visitor: Visitor, changes: Record<string, string | string[]> = {}) {
  const version = await versionOf(visitor, settings)
  const usual = { timeZone: 'Europe/Paris', weekend: ['6', '7'], country: '', quietFrom: '', quietTo: '' }
  return visitor.post(settings, { version, ...usual, ...changes })
}

async function times(visitor: Visitor, changes: Record<string, string> = {}) {
  const path = `${settings}/times`
  const empty = Object.fromEntries(patienceNames.map((name) => [name, '']))
  return visitor.post(path, { version: await versionOf(visitor, path), ...empty, ...changes })
}

describe('the settings of an account', () => {
  it('are there for its administrators, and for nobody else', async () => {
    for (const path of [settings, `${settings}/times`, `${settings}/administrators`]) {
      expect((await (await here.as('ana')).get(path)).status, path).toBe(200)
      for (const who of ['raul', 'vera', 'sam', 'olga'] as const) {
        expect((await (await here.as(who)).get(path)).status, `${who} ${path}`).toBe(404)
      }
    }
    expect((await (await here.as('ana')).get('/accounts/acme.example')).text).toContain(`href="${settings}"`)
    expect((await (await here.as('vera')).get('/accounts/acme.example')).text).not.toContain(settings)
  })
})

describe('the week', () => {
  it('is changed with its holidays, and recorded with what was before', async () => {
    const ana = await here.as('ana')
    const answer = await week(ana, {
      weekend: ['5', '6'],
      country: 'FR',
      quietFrom: '20:00',
      quietTo: '07:30',
    })
    expect(answer.location).toBe(`${settings}?done=saved`)
    const { calendar } = await timingOf(here.db, acme)
    expect(calendar).toMatchObject({ weekend: [5, 6], quietHours: { from: '20:00', to: '07:30' } })
    const year = new Date().getUTCFullYear()
    expect(calendar.closedDays.has(`${year}-07-14`)).toBe(true)
    expect(calendar.closedDays.has(`${year + 2}-12-25`)).toBe(true)
    expect((await eventsOf('account.calendar-changed')).at(-1)).toMatchObject({
      actor: await here.idOf('ana'),
      facts: {
        what: 'WEEK',
        before: { weekend: [6, 7], country: '' },
        after: { weekend: [5, 6], country: 'FR' },
      },
    })
  })

  it('offers the parts of a country once it is chosen, and forgets them with another country', async () => {
    const ana = await here.as('ana')
    await week(ana, { country: 'DE' })
    expect((await ana.get(settings)).text).toContain('>Bayern<')
    expect((await week(ana, { country: 'DE', region: 'BY' })).status).toBe(303)
    expect((await timingOf(here.db, acme)).calendar.closedDays.has('2027-01-06')).toBe(true)
    expect((await week(ana, { country: 'FR', region: 'BY' })).status).toBe(303)
    const [row] = await here.owner(`select holiday_country, holiday_region from accounts where id = $1`, [
      acme,
    ])
    expect(row).toEqual({ holiday_country: 'FR', holiday_region: '' })
  })

  it.each([
    ['no working day', { weekend: ['1', '2', '3', '4', '5', '6', '7'] }, 'at least one working day'],
    ['half of the quiet hours', { quietFrom: '20:00' }, 'Enter both times'],
    ['quiet hours that are no times', { quietFrom: '25:00', quietTo: '07:00' }, 'from 00:00 to 23:59'],
    ['quiet hours all day', { quietFrom: '08:00', quietTo: '07:00' }, 'at least 4 hours'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'one of the time zones'],
    ['an unknown country', { country: 'XX' }, 'one of the places'],
  ])('with %s stays as it was', async (_what, changes, message) => {
    const answer = await week(await here.as('ana', english), changes)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    expect((await timingOf(here.db, acme)).calendar).toMatchObject({ weekend: [6, 7], quietHours: null })
  })

  it('changed by somebody else meanwhile is shown again', async () => {
    const ana = await here.as('ana', english)
    const version = await versionOf(ana, settings)
    await week(await here.as('ben'), { weekend: ['7'] })
    const answer = await week(ana, { version, weekend: ['5'] })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Somebody else has changed this since you opened the page')
    expect((await timingOf(here.db, acme)).calendar.weekend).toEqual([7])
  })

  it('that is saved without a change is no event', async () => {
    const ana = await here.as('ana')
    await week(ana)
    const before = (await eventsOf('account.calendar-changed')).length
    expect((await week(ana)).location).toBe(`${settings}?done=unchanged`)
    expect(await eventsOf('account.calendar-changed')).toHaveLength(before)
  })
})

describe('closed days', () => {
  it('come one a line, are shown, and are opened again', async () => {
    const ana = await here.as('ana', english)
    const next = new Date().getUTCFullYear() + 1
    const days = `${next}-12-24 Christmas <Eve>\n\n31/12/${next} – Last day`
    expect((await ana.post(`${settings}/closed-days`, { days })).location).toBe(`${settings}?added=2`)
    const page = await ana.get(settings)
    expect(page.text).toContain('Christmas &lt;Eve&gt;')
    expect(page.text).toContain(`31 December ${next}`)
    expect((await timingOf(here.db, acme)).calendar.closedDays).toEqual(
      new Set([`${next}-12-24`, `${next}-12-31`]),
    )
    expect((await ana.post(`${settings}/closed-days/${next}-12-31/open`)).status).toBe(303)
    expect((await ana.post(`${settings}/closed-days/${next}-12-31/open`)).status).toBe(404)
    expect((await timingOf(here.db, acme)).calendar.closedDays).toEqual(new Set([`${next}-12-24`]))
    const recorded = (await eventsOf('account.calendar-changed')).map(({ facts }) => facts).slice(-2)
    expect(recorded).toEqual([
      { what: 'CLOSED', days: [`${next}-12-24`, `${next}-12-31`] },
      { what: 'OPENED', days: [`${next}-12-31`] },
    ])
  })

  it.each([
    ['', 'at least one day'],
    ['Christmas', 'Line 1 does not begin with a date'],
    ['2026-02-30 Nothing', 'Line 1 does not begin with a date'],
    ['2099-01-01 Far', 'Line 1 is too far away'],
    ['2027-01-02', 'Line 1 needs a name'],
  ])('typed as “%s” are refused with what was typed', async (days, message) => {
    const answer = await (await here.as('ana', english)).post(`${settings}/closed-days`, { days })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    expect(answer.text).toContain(days)
  })
})

describe('waiting times', () => {
  it('are changed number by number, held together, and recorded', async () => {
    const ana = await here.as('ana', english)
    const answer = await times(ana, {
      answerWorkingDays: '3',
      remindAfterWorkingDays: '1, 2',
      expiryWarningDays: '0',
    })
    expect(answer.location).toBe(`${settings}/times?done=saved`)
    const { patience } = await timingOf(here.db, acme)
    expect(patience).toMatchObject({
      answerWorkingDays: 3,
      remindAfterWorkingDays: [1, 2],
      expiryWarningDays: [],
    })
    expect((await eventsOf('account.patience-changed')).at(-1)?.facts).toEqual({
      before: { answerWorkingDays: null, remindAfterWorkingDays: null, expiryWarningDays: null },
      after: { answerWorkingDays: 3, remindAfterWorkingDays: [1, 2], expiryWarningDays: [] },
    })
    const log = (await ana.get('/accounts/acme.example/events')).text
    expect(log).toContain(
      'changed how long requests wait: Answer expected within (working days): not set → 3',
    )
    const page = (await ana.get(`${settings}/times`)).text
    expect(Visitor.fieldOf(page, 'remindAfterWorkingDays')).toBe('1, 2')
    expect(page).toContain('For a request sent now:')
  })

  it.each([
    [{ answerWorkingDays: 'three' }, 'answerWorkingDays', 'Enter whole numbers.'],
    [{ answerWorkingDays: '0' }, 'answerWorkingDays', 'Enter 1 or more.'],
    [{ answerWorkingDays: '15' }, 'escalateAfterWorkingDays', 'Enter more than 15'],
    [{ remindAfterWorkingDays: '3, 2' }, 'remindAfterWorkingDays', 'from the smallest to the largest'],
    [{ expiryWarningDays: '21, 28' }, 'expiryWarningDays', 'Each number must be below 28'],
  ])('of %o are refused at the field', async (typed, field, message) => {
    const answer = await times(await here.as('ana', english), typed)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(new RegExp(`id="${field}-error"[^]{0,600}${message}`))
    expect((await timingOf(here.db, acme)).patience.answerWorkingDays).toBe(5)
  })

  it('that were typed when the session ended are still there after signing in again', async () => {
    const ana = await here.as('ana')
    const page = `${settings}/times`
    const version = await versionOf(ana, page)
    const empty = Object.fromEntries(patienceNames.map((name) => [name, '']))
    await here.owner(`update auth.session set "expiresAt" = app_now() where "userId" = $1`, [
      await here.idOf('ana'),
    ])
    const answer = await ana.post(page, { version, ...empty, digestAbove: '17' })
    expect(answer.location).toMatch(/^\/sign-in/)
    const again = await here.as('ana')
    expect(Visitor.fieldOf((await again.get(page)).text, 'digestAbove')).toBe('17')
    expect(Visitor.fieldOf((await again.get(page)).text, 'digestAbove')).toBe('')
  })

  it('changed by two at once are changed by one of them', async () => {
    const changer = async (who: 'ana' | 'ben') => ({ personId: await here.idOf(who), now: new Date() })
    const by = await Promise.all([changer('ana'), changer('ben')])
    for (let round = 0; round < 10; round++) {
      const [row] = await here.owner<{ version: number }>(
        `select settings_version as version from accounts where id = $1`,
        [acme],
      )
      const outcomes = await Promise.all(
        by.map((one, i) =>
          transact(here.db, (tx) =>
            changeAccountPatience(tx, one, {
              account: acme,
              own: { digestAbove: 10 + 2 * round + i },
              version: row?.version ?? 0,
            }),
          ),
        ),
      )
      expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    }
  })
})

describe('the form of a week', () => {
  it('says all that is wrong at once', async () => {
    const wrong = {
      timeZone: 'Nowhere/Here',
      weekend: ['1', '2', '3', '4', '5', '6', '7'],
      quietFrom: '20:00',
    }
    const answer = await week(await here.as('ana'), wrong)
    expect(answer.status).toBe(422)
    for (const field of ['timeZone', 'weekend', 'quietFrom'])
      expect(answer.text).toContain(`href="#${field}"`)
  })

  it('says which of the closed days cannot be read, all of them', async () => {
    const typed = { days: '24 December, Eve\n2026-12-25, Christmas\n2026-12-26' }
    const answer = await (await here.as('ana')).post(`${settings}/closed-days`, typed)
    expect(answer.status).toBe(422)
    for (const line of ['Line 1', 'Line 3']) expect(answer.text).toContain(line)
  })
})
