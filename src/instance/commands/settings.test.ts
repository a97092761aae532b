import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ranIn } from '../../../test/world/terminal.ts'
import { type World, world } from '../../../test/world/world.ts'
import { timingOf } from '../../accounts/index.ts'
import type { AccountId } from '../../kernel/id.ts'

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

const ran = (typed: readonly string[], language = 'en') => ranIn(here, typed, language)

const set = (...options: string[]) => ran(['account', 'set', 'acme.example', ...options])

describe('account set', () => {
  it('shows what holds when nothing is given, and records nothing', async () => {
    const before = await here.owner(`select count(*) from events`)
    const { code, out } = await set()
    expect(code).toBe(0)
    expect(out).toContain('Days without work (1 is Monday): 6,7')
    expect(out).toContain('answerWorkingDays=5 (from above)')
    expect(await here.owner(`select count(*) from events`)).toEqual(before)
  })

  it('sets the week, closed days and numbers in one go', async () => {
    const options = `--weekend 5,6 --holidays DE-BY --quiet 20:00-07:30 --time-zone Europe/Berlin
      --number answerWorkingDays=3 --number remindAfterWorkingDays=1,2 --show-administrators RELAY`
    const days = ['--close', '2026-12-24 Christmas Eve', '--close', '2027-01-02 Bridge']
    const { code, out, err } = await set(...options.split(/\s+/), ...days)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Public holidays: DE-BY')
    expect(out).toContain('Closed: 2026-12-24 Christmas Eve')
    expect(out).toContain('remindAfterWorkingDays=1, 2')
    const { calendar, patience } = await timingOf(here.db, acme)
    expect(calendar.timeZone).toBe('Europe/Berlin')
    expect(calendar.closedDays.has('2026-12-24')).toBe(true)
    expect(patience).toMatchObject({ answerWorkingDays: 3, remindAfterWorkingDays: [1, 2] })
    expect(
      (await set('--number', 'answerWorkingDays=', '--open', '2027-01-02', '--holidays', 'none')).code,
    ).toBe(0)
    expect((await timingOf(here.db, acme)).patience.answerWorkingDays).toBe(5)
    expect((await timingOf(here.db, acme)).calendar.closedDays).toEqual(new Set(['2026-12-24']))
  })

  it.each([
    [['--weekend', '8'], '“8” are no days of the week'],
    [['--quiet', 'all night'], 'are no quiet hours'],
    [['--quiet', '25:00-07:00'], 'Enter a time from 00:00 to 23:59'],
    [['--holidays', 'XX'], 'Choose one of the places.'],
    [['--open', '2031-01-01'], '2031-01-01 is no closed day'],
    [['--close', 'Christmas'], 'Line 1 does not begin with a date'],
    [['--number', 'patience=3'], 'is no NAME=VALUE. The names are: answerWorkingDays'],
    [['--number', 'answerWorkingDays=30'], 'answerWorkingDays: Enter 20 or less.'],
  ])('answers %o with 1, a sentence, and nothing changed', async (options, sentence) => {
    const before = await here.owner(`select * from accounts where id = $1`, [acme])
    const { code, err } = await set(...options, '--show-administrators', 'NONE')
    expect(code).toBe(1)
    expect(err).toContain(sentence)
    expect(await here.owner(`select * from accounts where id = $1`, [acme])).toEqual(before)
  })

  it('speaks French, and knows no other account', async () => {
    expect((await ran(['account', 'set', 'nobody.example'], 'fr_FR')).err).toContain('nobody.example')
    const { err } = await ran(['account', 'set', 'acme.example', '--number', 'expiryDays=9'], 'fr_FR')
    expect(err).toContain('elle ne doit pas expirer avant d’être passée au support')
  })
})

describe('settings set', () => {
  it('sets numbers of all accounts, and shows them', async () => {
    expect((await ran(['settings', 'set', '--number', 'digestAbove=8'])).out).toContain('digestAbove=8\n')
    expect((await timingOf(here.db, acme)).patience.digestAbove).toBe(8)
    expect((await ran(['settings', 'set', '--number', 'digestAbove=0'])).err).toBe(
      'digestAbove: Enter 1 or more.',
    )
    expect((await ran(['settings', 'set'])).out).toContain('digestAbove=8\n')
    const events = await here.owner<{ body: string }>(
      `select body from events where type = 'installation.patience-changed'`,
    )
    expect(events.map(({ body }) => JSON.parse(body).actor)).toEqual([null])
  })

  it('names the installation, and says its language and what support may do', async () => {
    expect((await ran(['settings', 'set'])).out).toContain('name=Vestibule (from the settings file)\n')
    const options = '--language fr --support-may-decide yes --new-accounts-need-proof no'
    const set = await ran(['settings', 'set', '--name', 'Access Desk', ...options.split(' ')])
    expect(set.out).toContain('name=Access Desk\nlanguage=fr\nsupport-may-decide=yes\n')
    await ran(['person', 'add', 'noor@acme.example', '--first-name', 'Noor', '--last-name', 'Haddad'])
    const rows = await here.owner(`select locale from people where address = 'noor@acme.example'`)
    expect(rows).toEqual([{ locale: 'fr' }])
    expect((await ran(['settings', 'set', '--name', 'x'.repeat(61)], 'fr')).err).toContain('60')
    expect((await ran(['settings', 'set', '--language', 'de'])).code).toBe(2)
    const back = '--name file --language en --support-may-decide file --new-accounts-need-proof file'
    expect((await ran(['settings', 'set', ...back.split(' ')])).out).toContain(
      'support-may-decide=no (from the settings file)\n',
    )
  })
})
