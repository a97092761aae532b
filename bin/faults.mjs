import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fail } from './launch.mjs'
import { build, install, root, run } from './prepare.mjs'

const long = join(root, 'test', 'faults', 'long')
const libraries = [
  process.env.FAKETIME_LIBRARY,
  ...['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/faketime/libfaketime.so.1`),
  '/usr/lib/faketime/libfaketime.so.1',
  '/opt/homebrew/lib/faketime/libfaketime.1.dylib',
]
const library = libraries.find((path) => path && existsSync(path))

const signals = {
  says: 'a system with Unix signals (Linux or macOS)',
  isThere: process.platform !== 'win32',
}
const fakeTime = {
  says: 'libfaketime (Debian: apt-get install libfaketime; elsewhere name its file in FAKETIME_LIBRARY)',
  isThere: library !== undefined,
}

/* What each experiment does to the program, about how long that takes, and what it needs. */
const experiments = {
  e1: { does: 'kills the program while decisions are made', minutes: 3, needs: [signals] },
  e2: { does: 'kills the database while decisions are made', minutes: 3, needs: [signals] },
  e7: { does: 'lets 64 people decide one request at once', minutes: 8, needs: [] },
  e8: { does: 'removes deciders while they decide', minutes: 4, needs: [] },
  e9: { does: 'presses Send Reminder sixteen times at once', minutes: 4, needs: [] },
  e10: { does: 'sets the clock of the program three days off', minutes: 1, needs: [fakeTime] },
  e19: { does: 'stops the program under load', minutes: 2, needs: [signals] },
  e23: { does: 'takes the mail server away for a day', minutes: 1, needs: [] },
  e25: { does: 'freezes one of two processes in the middle of its work', minutes: 6, needs: [signals] },
  access: { does: 'gives access back, or for longer, at the moment it ends', minutes: 1, needs: [] },
  applications: {
    does: 'lets people accept, withdraw and approve new accounts at once',
    minutes: 1,
    needs: [],
  },
  accounts: {
    does: 'closes and merges accounts, and shuts people out, while others are at work',
    minutes: 3,
    needs: [],
  },
  members: { does: 'adds, changes, invites and removes people at once', minutes: 2, needs: [] },
  operators: { does: 'lets the last two operators end each other at once', minutes: 1, needs: [] },
  reviews: { does: 'answers, carries out and closes reviews at once', minutes: 2, needs: [] },
  tree: {
    does: 'moves and closes virtual accounts while others do, or decide for them',
    minutes: 1,
    needs: [],
  },
  support: {
    does: 'lets support decide at the moment at which an administrator is back',
    minutes: 1,
    needs: [],
  },
  t33: { does: 'tells by the clock what is there and what is not', minutes: 3, needs: [] },
  roles: { does: 'edits a role of an account while it is given', minutes: 1, needs: [] },
  rules: { does: 'switches a rule off while it fires, and saves rules twice at once', minutes: 1, needs: [] },
  simulation: {
    does: 'lets 5,000 requests live for 400 days under schedulers that are killed',
    minutes: 40,
    needs: [],
  },
}

function list() {
  const lines = Object.entries(experiments).map(([name, { does, minutes, needs }]) => {
    const needed = needs.map(({ says }) => says).join(', ')
    return `  ${name.padEnd(10)} ${does}; about ${minutes} min${needed === '' ? '' : `; needs ${needed}`}`
  })
  return ['npm run faults -- <name> [--rounds=<number>]', ...lines].join('\n')
}

function chosen() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string' } },
  })
  const [name] = positionals
  if (name === undefined) return undefined
  const experiment = experiments[name]
  if (!experiment) throw new Error(`There is no experiment called ${name}.\n${list()}`)
  const { rounds = '' } = values
  if (rounds !== '' && !/^[1-9]\d{0,5}$/.test(rounds))
    throw new Error('--rounds takes a whole number from 1 on.')
  const missing = experiment.needs.find(({ isThere }) => !isThere)
  if (missing) throw new Error(`${name} needs ${missing.says}, which is not here.`)
  return { name, rounds }
}

try {
  const what = chosen()
  if (what === undefined) console.log(list())
  else {
    install()
    await build()
    const file = readdirSync(long).find((one) => one.startsWith(`${what.name}-`))
    const env = { FAULTS_ROUNDS: what.rounds, FAKETIME_LIBRARY: library ?? '' }
    const { code } = await run('vitest', ['run', '--project=faults', join('test', 'faults', 'long', file)], {
      env,
    })
    process.exitCode = code
  }
} catch (error) {
  fail(error)
}
