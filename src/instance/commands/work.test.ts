import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withToken } from '../../../test/world/api-client.ts'
import { ranIn } from '../../../test/world/terminal.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const by = ['--by', 'olga@operator.example']
const ran = (...typed: string[]) => ranIn(here, typed)
const act = (name: string, ...rest: string[]) => ran(...name.split(' '), ...rest, ...by)

describe('an operator at the machine', () => {
  it('hides an account, and lists what it consists of', async () => {
    expect((await act('account hide', 'globex.example')).out).toContain('globex.example is hidden')
    expect(await here.owner(`select visibility from accounts where identifier = 'globex.example'`)).toEqual([
      { visibility: 'RESTRICTED' },
    ])
    const places = (await ran('virtual-account', 'list', 'acme.example')).out.split('\n')
    expect(places).toContain('Paris / Paris Lab')
    const json = JSON.parse((await ran('virtual-account', 'list', 'acme.example', '--json')).out)
    expect(json).toContainEqual(expect.objectContaining({ name: 'DEFAULT', isDefault: true }))
  })

  it('looks at accounts, people, what waits and the logs', async () => {
    expect((await ran('account', 'find', '--find', 'acme')).out).toMatch(
      /^acme\.example {2}ACTIVE {2}CUSTOMER/,
    )
    expect((await ran('account', 'find', '--status', 'CLOSED')).out).toBe('There is none.')
    expect((await ran('account', 'check')).out).toContain('umbrella.example: no administrator')
    expect((await ran('person', 'find', '--show', 'operators')).out).toContain(
      'olga@operator.example  ACTIVE',
    )
    expect(JSON.parse((await ran('person', 'find', '--find', 'luc', '--json')).out)).toHaveLength(1)
    await act('account close', 'umbrella.example', '--reason', 'Nobody has worked there for years.')
    expect((await ran('account', 'changes')).out).toMatch(/umbrella\.example {2}CLOSE {2}until 20/)
    expect((await ran('job', 'list')).out).toBe('There is none.')
    for (const of of [[], ['--account', 'umbrella.example']]) {
      const { out } = await ran('audit', 'export', ...of)
      const file = join(mkdtempSync(join(tmpdir(), 'vestibule-log-')), 'events.jsonl')
      writeFileSync(file, `${out}\n`)
      const verified = await ran('audit', 'verify', '--file', file)
      expect([verified.code, verified.err]).toEqual([0, ''])
    }
    expect((await ran('audit', 'export', '--account', 'nobody.example')).code).toBe(1)
  })

  it('sees the support desk, keeps notes, and gives requests back once somebody can be reached', async () => {
    const listed = (await ran('case', 'list')).out
    const [, reference = '', request = ''] =
      /(SC-\S+) {2}OPEN {2}NOBODY_REACHABLE .*umbrella\.example {2}(AR-\S+)/.exec(listed) ?? []
    expect(JSON.parse((await ran('case', 'list', '--json')).out)).toContainEqual(
      expect.objectContaining({ reference }),
    )
    const note = ['--text', 'The register names Grace Liu.']
    expect((await act('case note', reference.toLowerCase(), ...note)).out).toContain(reference)
    const kept = await here.owner(`select room from case_messages where text = $1`, [note[1]])
    expect(kept).toEqual([{ room: 'INTERNAL' }])
    expect((await act('case note', reference, '--text', 'no')).err).toContain('10 to 4,000')
    expect((await act('case note', 'SC-0000-0000', ...note)).err).toContain('no case')
    expect((await act('request hand-back', request)).err).toContain('can be reached')
    expect((await ran('claim', 'list', '--show', 'open')).out).toBe('There is none.')
  })

  it('publishes agreements and retires them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vestibule-agreement-'))
    const [en, fr] = [join(folder, 'en.txt'), join(folder, 'fr.txt')]
    writeFileSync(en, 'Whoever administers this account looks after it.')
    writeFileSync(fr, 'Qui administre ce compte en prend soin.')
    const options = (from: string, textEn = en) => [
      '--title-en',
      'Care',
      '--title-fr',
      'Soin',
      '--text-en',
      textEn,
      '--text-fr',
      fr,
      '--from',
      from,
    ]
    for (const day of ['soon', '2020-01-01'])
      expect((await act('agreement publish', ...options(day))).err).toContain('Choose a day')
    expect((await act('agreement publish', ...options('2027-01-01', join(folder, 'none')))).code).toBe(1)
    const published = await act('agreement publish', ...options('2027-01-01'))
    const id = /of (\S+)\.$/.exec(published.out)?.[1] ?? ''
    expect((await act('agreement publish', ...options('2027-06-01'), '--of', id)).out).toContain('version 2')
    expect((await ran('agreement', 'list')).out).toContain(`${id}, version 2: Care, required from 2027-06-01`)
    expect((await act('agreement retire', id)).code).toBe(0)
    expect((await act('agreement publish', ...options('2027-07-01'), '--of', id)).err).toContain('retired')
  })

  it('works off the queue of new accounts, but never their own', async () => {
    const zoe = await withToken(here, 'zoe')
    const asked = await zoe.post('/api/v1/new-accounts', {
      identifier: 'elsewhere.example',
      name: 'Elsewhere',
      type: 'CUSTOMER',
      reason: 'We need an account for our own house.',
      insists: 'Nobody else of our house has one.',
    })
    const { reference } = JSON.parse(asked.text) as { reference: string }
    expect((await ran('new-account', 'list')).out).toContain(reference)
    expect((await act('new-account ask', reference, '--note', 'no')).err).toContain('10 to 1,000')
    expect((await act('new-account decline', 'NA-NONE-NONE', '--note', 'There is one already.')).code).toBe(1)
    const declined = await act(
      'new-account decline',
      reference,
      '--note',
      'There is one already, ask its people.',
    )
    expect([declined.code, declined.out]).toEqual([0, 'Declined.'])
    expect((await act('new-account approve', reference)).err).toContain('Nothing was done')
  })

  it('sends mails again and retries work', async () => {
    const mails = JSON.parse((await ran('mail', 'list', '--json')).out) as { id: string }[]
    expect(mails.length).toBeGreaterThan(0)
    const [line] = (await ran('mail', 'list', '--show', 'accepted')).out.split('\n')
    expect(line).toBeTruthy()
    expect((await act('mail send-again', '--mail', 'x')).err).toContain('no id of a mail')
    expect((await act('mail send-again', '--mail', mails[0]?.id ?? '')).code).toBe(0)
    expect((await act('job retry')).out).toBe('Nothing had been given up.')
    expect((await ran('job', 'retry', '--by', 'ana@acme.example')).err).toContain('No active operator')
  })
})
