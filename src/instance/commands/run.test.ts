import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmptyWorld, emptyWorld } from '../../../test/world/empty.ts'
import { createLog } from '../../platform/log.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { commands } from './all-commands.ts'
import type { Terminal } from './command.ts'
import { runCommand, terminalSay } from './run.ts'

type Ran = { readonly code: number; readonly out: string; readonly err: string }

async function run(typed: string, environment: Record<string, string> = {}): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const never = (): never => {
    throw new Error('nothing is served here')
  }
  const terminal: Terminal = {
    environment,
    say: terminalSay(environment),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    version: '1.2.3',
    migrations: '',
    asked: never,
    serve: never,
    log: () => createLog('silent', () => {}),
  }
  const words = [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
  const code = await runCommand(words, terminal)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const names = commands.map(({ name }) => name)

describe('the command line', () => {
  it.each(names)('explains %s, in English and French', async (name) => {
    const english = await run(`${name} --help`, { LANG: 'en_GB.UTF-8' })
    const french = await run(`${name} --help`, { LANG: 'fr_FR.UTF-8' })
    expect(english.code + french.code).toBe(0)
    expect(english.out).toContain(`Usage: vestibule ${name}`)
    expect(french.out).toContain(`Utilisation\u00a0: vestibule ${name}`)
    expect(english.out.split('\n')[0]).not.toBe(french.out.split('\n')[0])
    expect(french.out).not.toMatch(/\b(NAME|ADDRESS|IDENTIFIER)\b/)
    expect((await run('--help')).out).toContain(`  ${name} `)
  })

  it('says its version, and which language it speaks', async () => {
    expect((await run('--version')).out).toBe('1.2.3')
    expect((await run('--help', { LC_ALL: 'C', LANG: 'fr_FR' })).out).toContain('Commands:')
    expect((await run('--help', { LC_MESSAGES: 'fr_CA.UTF-8', LANG: 'en_US' })).out).toContain('Commandes')
  })

  it.each([
    ['nonsense', 'There is no command “nonsense”'],
    ['account add', '--name is missing'],
    ['account add --name X --admin a@b.example', 'IDENTIFIER is missing'],
    ['account add a.example --name X --admin a@b.example --type HUGE', '--type must be one of CUSTOMER'],
    ['account add a.example b.example --name X --admin a@b.example', '“b.example” is one argument too many'],
    ['link a@b.example --loud', 'There is no option “--loud” here'],
    ['account add a.example --name', 'takes a value'],
    ['doctor --demo=yes', 'takes no value'],
    ['person erase a@b.example', 'This cannot be undone'],
    ['audit verify --head abc', '--account is missing'],
  ])('answers %s with 2 and a sentence', async (typed, sentence) => {
    const { code, err } = await run(typed)
    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })

  it('answers a wrong variable with 1 and its name', async () => {
    const { code, err } = await run('doctor', { DATABASE_URL: 'mysql://x' })
    expect(code).toBe(1)
    expect(err).toContain('DATABASE_URL')
  })

  it('says in a sentence that the database cannot be reached', async () => {
    const { code, err } = await run('doctor', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' })
    expect(code).toBe(1)
    expect(err).toBe('The database cannot be reached (ECONNREFUSED). Check DATABASE_URL.')
  })
})

describe('the commands of an installation', () => {
  let world: EmptyWorld
  const ran = (typed: string) =>
    run(typed, {
      DATABASE_URL: world.appUrl,
      DATABASE_OWNER_URL: world.ownerUrl,
      PUBLIC_URL: 'https://v.example',
    })
  beforeAll(async () => {
    world = await emptyWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  it('add people, accounts and virtual accounts by the rules of the pages', async () => {
    const add =
      'person add Ana@Acme.example --first-name Ana --last-name Costa --company ACME --country fr --locale fr'
    expect(await ran(add)).toMatchObject({ code: 0, err: '' })
    expect((await ran(add)).err).toContain('already')
    expect(await ran(`${add} --time-zone Moon/Base`)).toMatchObject({ code: 1 })
    expect((await ran('person add x --first-name A --last-name B')).err).toContain('“x” is no mail address')
    expect((await ran(`person add b@b.example --first-name A --last-name B --country XX`)).err).toContain(
      '“XX”',
    )
    expect((await ran('account add acme.example --name ACME --admin nobody@acme.example')).err).toContain(
      'Nobody active has the address nobody@acme.example',
    )
    const account =
      'account add acme.example --name ACME --admin ana@acme.example --listed --verified-domain acme.example'
    expect(await ran(account)).toMatchObject({
      code: 0,
      out: 'Added the account acme.example, administered by ana@acme.example.',
    })
    expect(await ran(account)).toMatchObject({ code: 1, err: 'There is an account acme.example already.' })
    expect((await ran('account add localhost --name X --admin ana@acme.example')).err).toContain(
      'no domain identifier',
    )
    expect(await ran('virtual-account add acme.example Paris')).toMatchObject({ code: 0 })
    expect(
      await ran('virtual-account add acme.example "Paris Lab" --parent Paris --restricted'),
    ).toMatchObject({ code: 0 })
    expect((await ran('virtual-account add acme.example Lab --parent Rome')).err).toContain('Rome')
    const rows =
      await world.owner(`select p.locale, p.company, p.country, v.restricted, cardinality(v.path) as depth
      from people p, virtual_accounts v where v.name = 'Paris Lab'`)
    expect(rows).toEqual([{ locale: 'fr', company: 'ACME', country: 'FR', restricted: true, depth: 2 }])
  })

  it('suspend and resume an account, and propose what takes two people', async () => {
    const why = '--by olga@v.example --reason "The company has asked for it."'
    expect((await ran(`account suspend acme.example ${why}`)).err).toContain('No active operator')
    await ran('person add olga@v.example --first-name Olga --last-name Op --operator')
    expect(await ran(`account suspend acme.example ${why}`)).toMatchObject({ code: 0 })
    expect((await ran(`account suspend acme.example ${why}`)).code).toBe(1)
    expect(await ran(`account resume acme.example ${why}`)).toMatchObject({ code: 0 })
    expect((await ran(`account close acme.example ${why}`)).out).toContain('Somebody else')
    expect((await ran(`account list acme.example ${why}`)).code).toBe(1)
    const changes = await world.owner(`select kind, outcome from account_changes order by id`)
    expect(changes).toEqual([
      { kind: 'SUSPEND', outcome: 'DONE' },
      { kind: 'RESUME', outcome: 'DONE' },
      { kind: 'CLOSE', outcome: null },
    ])
  })

  it('rename, move and close virtual accounts, answered for by an operator', async () => {
    const by = '--by olga@v.example'
    expect((await ran('virtual-account rename acme.example Paris Lutece')).code).toBe(2)
    expect((await ran(`virtual-account rename acme.example Rome Roma ${by}`)).err).toContain('Rome')
    expect((await ran(`virtual-account rename acme.example DEFAULT Usual ${by}`)).err).toContain('DEFAULT')
    expect((await ran(`virtual-account rename acme.example Paris Lutece ${by}`)).out).toContain('Lutece')
    expect((await ran(`virtual-account move acme.example Lutece --parent "Paris Lab" ${by}`)).err).toContain(
      'below it',
    )
    expect((await ran(`virtual-account move acme.example "Lutece / Paris Lab" ${by}`)).out).toContain(
      'Nobody',
    )
    expect((await ran(`virtual-account close acme.example Lutece ${by}`)).out).toContain('1 virtual account;')
    expect((await ran(`virtual-account close acme.example Lutece ${by}`)).err).toContain('Lutece')
  })

  it('disable, enable and join people', async () => {
    await ran('person add one@v.example --first-name One --last-name Person')
    await ran('person add two@v.example --first-name One --last-name Person')
    expect(await ran('person disable one@v.example')).toMatchObject({ code: 0 })
    expect((await ran('person disable one@v.example')).err).toContain('disabled already')
    expect(await ran('person enable one@v.example')).toMatchObject({ code: 0 })
    expect((await ran('person disable ana@acme.example')).err).toContain('--reason')
    expect((await ran('person merge one@v.example two@v.example')).code).toBe(2)
    expect(await ran('person merge one@v.example two@v.example --yes')).toMatchObject({ code: 0 })
    expect((await ran('person enable two@v.example')).code).toBe(1)
  })

  it('leave an operator, and give and take offices', async () => {
    for (const way of [
      'disable olga@v.example',
      'erase olga@v.example --yes',
      'offices olga@v.example --operator no',
    ])
      expect((await ran(`person ${way}`)).err).toBe(
        'olga@v.example is the last operator. Make somebody else an operator first.',
      )
    await ran('person add desk@v.example --first-name Des --last-name Kay --operator')
    expect((await ran('person offices desk@v.example')).code).toBe(2)
    expect((await ran('person offices desk@v.example --support maybe')).code).toBe(2)
    expect((await ran('person offices desk@v.example --support yes')).out).toContain(
      'a support agent and an operator',
    )
    expect((await ran('person offices desk@v.example --support yes')).out).toContain('so already')
    await ran('person add two-ops@v.example --first-name Two --last-name Ops')
    expect((await ran('person offices two-ops@v.example --operator yes')).out).toContain('an operator now')
    expect((await ran('person offices desk@v.example --operator no --support no')).out).toContain('no office')
    expect((await ran('person offices nobody@v.example --operator no')).err).toContain('Nobody')
    await ran('person disable desk@v.example')
    expect((await ran('person offices desk@v.example --support yes')).err).toContain('disabled')
  })

  it('take in a list from a file, unless something in it is wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vestibule-list-'))
    const file = join(folder, 'people.csv')
    writeFileSync(file, 'address,first_name,last_name\nlis@v.example,Lis,Te\nbad,B,D\n')
    const wrong = await ran(`import people ${file}`)
    expect([wrong.code, wrong.out.includes('Line 3, address:')]).toEqual([1, true])
    writeFileSync(file, 'address,first_name,last_name\nlis@v.example,Lis,Te\n')
    expect((await ran(`import people ${file} --dry-run`)).out).toContain('1 line is new')
    expect((await ran(`import people ${file}`)).out).toContain('1 line was taken in')
    expect((await ran(`import people ${file}`)).out).toContain('1 was there already')
    expect((await ran(`import shoes ${file}`)).err).toContain('people')
    expect((await ran(`import people ${folder}/none`)).code).toBe(1)
    rmSync(folder, { recursive: true })
  })

  it('print a sign-in link alone on the standard output', async () => {
    const { code, out } = await ran('link ana@acme.example')
    expect(code).toBe(0)
    expect(out).toMatch(/^https:\/\/v\.example\/link\?t=[\w-]{43}$/)
    expect(await ran('link nobody@acme.example')).toMatchObject({ code: 1, out: '' })
  })

  it('erase somebody when told to, but no last administrator', async () => {
    await ran('person add zed@acme.example --first-name Zed --last-name Zed')
    expect(await ran('person erase zed@acme.example --yes')).toMatchObject({ code: 0 })
    expect(await ran('person erase zed@acme.example --yes')).toMatchObject({ code: 1 })
    expect((await ran('person erase ana@acme.example --yes')).err).toContain(
      'An account would have no administrator without ana@acme.example: acme.example.',
    )
  })

  it('find what is wrong, and say it by their exit code', async () => {
    expect(await ran('doctor')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+ rules were checked; all of them hold\.$/),
    })
    const well = await ran('audit verify --account acme.example')
    expect(well).toMatchObject({ code: 0 })
    const head = /head is ([0-9a-f]{64})/.exec(well.out)?.[1] ?? ''
    expect(await ran(`audit verify --account acme.example --head ${head}`)).toMatchObject({ code: 0 })
    expect(await ran(`audit verify --account acme.example --head ${'0'.repeat(64)}`)).toMatchObject({
      code: 1,
    })
    expect(await ran('audit verify --account no.example')).toMatchObject({ code: 1 })
    await world.owner('alter table events disable trigger user')
    await world.owner(
      `update events set body = replace(body, 'CUSTOMER', 'HOLDING') where type = 'account.created'`,
    )
    const ill = await ran('audit verify')
    expect(ill.code).toBe(1)
    expect(ill.out).toContain('Number 1 is not what was recorded.')
    const doctor = await ran('doctor')
    expect(doctor.code).toBe(1)
    expect(doctor.out).toMatch(/^I7 {2}The event log’s chain is broken/)
  })

  it('refuse a database that was never migrated', async () => {
    await world.owner('drop table installation')
    expect(await ran('doctor')).toMatchObject({
      code: 1,
      err: 'This database is empty. Run “vestibule migrate” first.',
    })
  })
})

describe('the demo’s database', () => {
  it('is meant with --demo', async () => {
    await using world = await emptyWorld()
    await loadDemo(world, world)
    const { code, out } = await run('audit verify --demo --account acme.example', {
      DATABASE_URL: world.appUrl,
    })
    expect(code).toBe(0)
    expect(out).toMatch(/\d+ events in acme.example/)
  })
})
