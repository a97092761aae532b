import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, findRunning, startEmbedded } from './index.ts'

const root = mkdtempSync(join(tmpdir(), 'vestibule-test-'))
const dataDir = join(root, 'data')
const cluster = join(dataDir, 'postgres')
const running: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dataDir, log: () => {}, ballast: false })
  running.push(server)
  return server
}

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** A process of its own that starts the server, says so, and waits to be killed. */
async function startElsewhere(): Promise<ChildProcess> {
  const program = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {}, ballast: false })
    console.log('up'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  if (child.stdout) await once(child.stdout, 'data')
  return child
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of running.splice(0)) await server.stop()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the embedded PostgreSQL', () => {
  it('gives two roles that are no superusers, to one database that the owner owns', async () => {
    const { owner, app } = await start()
    const who = `SELECT current_user AS me, rolsuper AS super, pg_get_userbyid(datdba) AS owner
                 FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`
    expect(await ask(owner.url, who)).toEqual([
      { me: 'vestibule_owner', super: false, owner: 'vestibule_owner' },
    ])
    expect(await ask(app.url, who)).toEqual([{ me: 'vestibule_app', super: false, owner: 'vestibule_owner' }])
    await expect(ask(app.url, 'CREATE TABLE public.mine ()')).rejects.toThrow('permission denied')
  })

  it('listens on no network and only in a directory that nobody else can enter', async () => {
    const { app } = await start()
    expect(await ask(app.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect(statSync(app.host).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'postgres-passwords.json')).mode & 0o777).toBe(0o600)
    await expect(ask(app.url.replace(app.password, 'guess'), 'SELECT 1')).rejects.toThrow('password')
    const wide = readFileSync(join(cluster, 'pg_hba.conf'), 'utf8')
    expect(wide.trim()).toBe('local all all scram-sha-256')
  })

  it('keeps data over a stop, and leaves no socket and no lock behind', async () => {
    const first = await start()
    await ask(first.owner.url, 'CREATE TABLE kept AS SELECT 42 AS n')
    await first.stop()
    expect(existsSync(first.app.host)).toBe(false)
    expect(readdirSync(dataDir).filter((name) => name.includes('lock'))).toEqual([])
    const second = await start()
    expect(await ask(second.owner.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }])
  })

  it('refuses a second Vestibule on the same data in one sentence, and says where the first one listens', async () => {
    const first = await start()
    await expect(start()).rejects.toThrow(/^Another Vestibule \(process \d+\) already uses the data in .*\.$/)
    expect(findRunning(dataDir)?.app.url).toBe(first.app.url)
    await first.stop()
    expect(findRunning(dataDir)).toBeUndefined()
  })

  it('comes back on the same address when its server is killed', async () => {
    const server = await start()
    const exits: unknown[] = []
    server.onExit((exit) => exits.push(exit.signal))
    process.kill(server.pid(), 'SIGKILL')
    await expect.poll(() => ask(server.app.url, 'SELECT 1 AS n').catch(() => [])).toEqual([{ n: 1 }])
    expect(exits).toEqual(['SIGKILL'])
  })

  it('starts again after the process before it was killed with its server', async () => {
    const child = await startElsewhere()
    const postmaster = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    const socketDir = findRunning(dataDir)?.app.host ?? ''
    child.kill('SIGKILL')
    process.kill(postmaster, 'SIGKILL')
    await once(child, 'exit')
    await start()
    expect(existsSync(socketDir)).toBe(false)
  })

  it('stops the server that a killed process left behind, and takes its place', async () => {
    const child = await startElsewhere()
    const postmaster = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(postmaster, 'SIGSTOP')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const starting = start()
    await sleep(100)
    process.kill(postmaster, 'SIGCONT')
    const server = await starting
    expect(server.pid()).not.toBe(postmaster)
    expect(await ask(server.app.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
  })

  it('is not blocked by a pid file whose number now belongs to another process', async () => {
    await (await start()).stop()
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n\n\n 0 0\nready\n`)
    expect(await ask((await start()).app.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
  })

  it('works where the path of the temporary directory is too long for a socket', async () => {
    const before = process.env['TMPDIR']
    const long = join(root, 'x'.repeat(60), 'y'.repeat(60))
    mkdirSync(long, { recursive: true })
    process.env['TMPDIR'] = long
    try {
      expect(await ask((await start()).app.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    }
  })
})
