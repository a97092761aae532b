import { existsSync } from 'node:fs'
import { mailboxPath } from '../../paths/instance.ts'
import { linkPath } from '../../paths/people.ts'
import { issueFirstOperatorLink } from '../../people/index.ts'
import { type Config, readConfig } from '../../platform/config/index.ts'
import { transact } from '../../platform/db/index.ts'
import { mailLeaves } from '../../platform/mailer/index.ts'
import { migrate as migrateDatabase } from '../../platform/migrations/migrate.ts'
import { folderOf, openStore } from '../../platform/store.ts'
import { demoPassword, people, signInAs } from '../demo/cast.ts'
import { claimInstallation, loadDemo } from '../demo/load-demo.ts'
import { tellHeadsDaily } from '../heads/tell-heads.ts'
import type { Command, Running, Terminal } from './command.ts'

const quietForMs = 1_000

/** Starts, says where and for whom, and runs until it is asked to end. */
export async function start(terminal: Terminal, config: Config): Promise<number> {
  const { say } = terminal
  // A real installation's standard output is its log.
  const line = config.demo ? terminal.out : terminal.err
  const makesDatabase = config.databaseUrl === null && !existsSync(folderOf(config))
  const starting = say(makesDatabase ? 'start.progress' : 'start.again')
  const progress = setTimeout(() => line(starting), quietForMs)
  const asked = terminal.asked()
  const running = await terminal
    .serve(config, config.demo ? loadDemo : claimInstallation)
    .finally(() => clearTimeout(progress))
  for (const sentence of await welcome(terminal, config, running)) line(sentence)
  const heads = config.demo ? undefined : tellHeadsDaily(running.platform)
  await asked
  heads?.stop()
  await running.stop()
  return 0
}

async function welcome(terminal: Terminal, config: Config, running: Running): Promise<string[]> {
  const { say, version } = terminal
  const { publicUrl } = running.platform
  const ready = ['', say('start.ready', { version, url: publicUrl })]
  return config.demo
    ? [...ready, ...welcomeToDemo(terminal, config, publicUrl)]
    : [...ready, ...(await welcomeForReal(terminal, config, running))]
}

function welcomeToDemo({ say }: Terminal, config: Config, publicUrl: string): string[] {
  const width = Math.max(...signInAs.map((key) => people[key].address.length))
  return [
    say('start.demo'),
    '',
    say('start.sign-in', { password: demoPassword }),
    ...signInAs.map((key) => `  ${people[key].address.padEnd(width)}  ${say(`demo.${key}`)}`),
    '',
    config.smtpUrl === null
      ? say('start.mailbox', { url: `${publicUrl}${mailboxPath.to()}` })
      : say('start.mails-go'),
    say('start.stop', { folder: folderOf(config) }),
  ]
}

async function welcomeForReal({ say }: Terminal, config: Config, running: Running): Promise<string[]> {
  const { db, publicUrl } = running.platform
  const lines: string[] = []
  const link = await transact(db, issueFirstOperatorLink)
  if (link.ok) lines.push(say('start.operator'), `  ${publicUrl}${linkPath.to(link.value)}`)
  if (!(await mailLeaves({ config, db }))) lines.push(say('start.mail-waits'))
  if (!running.twoRoles) lines.push(say('start.one-role'))
  if (publicUrl.startsWith('http:')) lines.push(say('start.plain'))
  return lines
}

/** `vestibule serve` */
export const serve: Command = {
  name: 'serve',
  takes: [],
  options: {},
  about: 'about.serve',
  run: (terminal) => start(terminal, readConfig(terminal.environment, { demo: false })),
}

/** `vestibule demo` */
export const demo: Command = {
  name: 'demo',
  takes: [],
  options: {},
  about: 'about.demo',
  run: (terminal) => start(terminal, readConfig(terminal.environment, { demo: true })),
}

/** `vestibule migrate` */
export const migrate: Command = {
  name: 'migrate',
  takes: [],
  options: { demo: {} },
  about: 'about.migrate',
  async run(terminal, given) {
    const config = readConfig(terminal.environment, given.has('demo') ? { demo: true } : { demo: false })
    const store = await openStore(config, terminal.log({ ...config, logLevel: 'warn' }))
    try {
      const { ownerUrl, appRole } = store
      const ran = await migrateDatabase({ ownerUrl, appRole, folder: terminal.migrations })
      terminal.out(terminal.say('done.migrated', { n: ran.length }))
      return 0
    } finally {
      await store.stop()
    }
  },
}
