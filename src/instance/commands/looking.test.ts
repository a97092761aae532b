import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { ranIn } from '../../../test/world/terminal.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { transact } from '../../platform/db/index.ts'
import { startImport } from '../import/take-in.ts'
import { countInsights } from '../insights/count-insights.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const by = ['--by', 'olga@operator.example']
const ran = (typed: string, ...rest: string[]) => ranIn(here, [...typed.split(' '), ...rest])
const act = (typed: string, ...rest: string[]) => ran(typed, ...rest, ...by)

describe('an operator at the machine', () => {
  it('sees one account, one person, what waits and every head', async () => {
    expect((await ran('account show initech.example')).out).toContain('Initech  initech.example')
    expect((await ranIn(here, ['account', 'show', 'acme.example'], 'fr')).out).toContain('comptes virtuels')
    const ana = (await ran('person show ana@acme.example')).out
    expect(ana).toMatch(/^ana@acme\.example {2}ACTIVE {2}Ana Costa/)
    expect(ana).toContain('Smart Account Administrator')
    expect((await ran('person show nobody@acme.example')).err).toContain('Nobody')
    await asks(here, 'raul')
    expect((await ran('request list acme.example')).out).toMatch(/^AR-\S+ {2}PENDING .* raul@acme\.example$/m)
    const heads = (await ran('audit heads')).out.split('\n')
    expect(heads[0]).toMatch(/^installation {2}\d+ {2}[0-9a-f]{64}$/)
    expect(heads).toContainEqual(expect.stringMatching(/^acme\.example {2}/))
  })

  it('prints what is counted of an account, and of all once the server has counted', async () => {
    const of = (await ran('insights --account acme.example --chart roles')).out
    expect(of).toMatch(/^Users by role\n {2}Role {2}People\n {2}Licence desk {2}1$/m)
    expect((await ran('insights --account nobody.example')).code).toBe(1)
    expect((await ran('insights --days 7')).code).toBe(2)
    expect((await ran('insights')).err).toContain('Nothing is counted yet')
    await countInsights(here.db)
    expect(JSON.parse((await ran('insights --json')).out)).toHaveProperty('slowest')
  })

  it('edits what an account says of itself, and takes a name like another only when told to', async () => {
    const edit = (...rest: string[]) => act('account edit acme.example', ...rest)
    expect((await edit('--contact-name', 'Desk', '--contact-address', 'nowhere')).err).toContain('address')
    expect((await edit('--contact-name', 'Desk', '--contact-address', 'desk@acme.example')).out).toBe(
      'Changed 2 properties of acme.example.',
    )
    expect((await edit('--contact-name', 'Desk')).out).toContain('so already')
    expect((await edit('--name', 'lnitech')).code).toBe(0)
    await here.owner(`update accounts set visibility = 'LISTED' where identifier = 'initech.example'`)
    expect((await edit('--name', 'ACME')).code).toBe(0)
    const alike = await edit('--name', 'GIobex Partners')
    expect([alike.code, alike.err]).toEqual([1, expect.stringContaining('--despite')])
    expect((await edit('--name', 'GIobex Partners', '--despite')).code).toBe(0)
  })

  it('takes no requests from somebody for a while, and takes them again', async () => {
    const block = (...rest: string[]) => act('block add acme.example', ...rest, '--for', '90_DAYS')
    const why = ['--reason', 'They asked nine times a day.']
    expect((await block('luc@acme.example', '--reason', 'no')).err).toContain('10 to 1,000')
    expect((await block('nobody@acme.example', ...why)).err).toContain('Nobody with this address')
    expect((await block('luc@acme.example', ...why)).code).toBe(0)
    expect((await block('luc@acme.example', ...why)).err).toContain('blocked already')
    const [id = ''] = (await ran('block list acme.example')).out.split('  ')
    const listed = async () => (await ran('block list acme.example')).out.includes('luc@acme.example')
    expect(await listed()).toBe(true)
    expect((await act('block lift globex.example', id)).code).toBe(1)
    expect((await act('block lift acme.example', id)).code).toBe(0)
    expect(await listed()).toBe(false)
  })

  it('refuses what others asked for a whole account, and takes back only what they asked themselves', async () => {
    await here.owner(
      `update account_changes set settled_at = app_now(), outcome = 'LAPSED' where settled_at is null`,
    )
    const why = ['--reason', 'The company has asked for it.']
    const waiting = async () => (await ran('account changes')).out.split('  ')[0] ?? ''
    await act('account retype acme.example HOLDING', ...why)
    const id = await waiting()
    expect((await act('account-change refuse', id, ...why)).err).not.toBe('')
    expect((await act('account-change withdraw', id)).code).toBe(0)
    expect((await act('account-change withdraw', id)).err).toContain('No change with the id')
    await ran('person offices sam@support.example --operator yes')
    await ran('account retype acme.example HOLDING --by sam@support.example', ...why)
    const theirs = await waiting()
    expect((await act('account-change withdraw', theirs)).err).toContain('did not ask for it')
    expect((await act('account-change refuse', theirs, ...why)).code).toBe(0)
  })

  it('answers for what the machine alone could do, but not for what they do to themselves', async () => {
    expect((await act('person disable luc@acme.example')).code).toBe(0)
    const [row] = await here.owner(
      `select actor_id as actor, body::jsonb ->> 'channel' as channel from events
       where type = 'person.disabled' order by seq desc limit 1`,
    )
    expect(row).toEqual({ actor: await here.idOf('olga'), channel: 'command-line' })
    const log = (await (await here.as('olga')).get('/operator/events')).text
    expect(log).toContain('Olga Nilsen, at the command line')
    for (const way of ['disable', 'erase', 'offices'])
      expect(
        (
          await act(
            `person ${way} olga@operator.example`,
            ...(way === 'erase' ? ['--yes'] : []),
            ...(way === 'offices' ? ['--operator', 'no'] : []),
          )
        ).err,
      ).toContain('cannot do this to themselves')
    expect((await ran('person enable luc@acme.example --by ana@acme.example')).err).toContain('No active')
  })

  it('tries the mail, and takes in or drops a list that was sent to a page', async () => {
    expect((await act('mail test')).out).toContain('olga@operator.example')
    await here.settle()
    expect(here.mails.to('olga@operator.example' satisfies `${CastMember}@${string}`).length).toBeGreaterThan(
      0,
    )
    const [id = ''] = (await ran('mail list --show accepted')).out.split('  ')
    expect((await ran('mail show', id)).out).toMatch(/ACCEPTED\n {2}\S+ {2}ACCEPTED/)
    expect((await ran('mail show x')).err).toContain('no id of a mail')
    const send = async (address: string) => {
      const content = Buffer.from(`address,first_name,last_name\n${address},Li,Te\nbad,B,D\n`)
      const started = await transact(here.db, (tx) => startImport(tx, null, { kind: 'PEOPLE', content }))
      return started.ok ? started.value : ''
    }
    const applied = await ran('import apply', await send('li@hooli.example'))
    expect([applied.code, applied.out]).toEqual([1, expect.stringContaining('Line 3')])
    expect(await here.owner(`select 1 from people where address = 'li@hooli.example'`)).toHaveLength(1)
    const dropped = await send('le@hooli.example')
    expect((await ran('import drop', dropped)).code).toBe(0)
    expect((await ran('import apply', dropped)).code).toBe(1)
    expect((await ran('import drop x')).err).toContain('no list x')
    expect((await ran('import list')).out).toContain(dropped)
  })
})
