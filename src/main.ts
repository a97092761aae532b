import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand, terminalSay } from './instance/commands/run.ts'
import type { Config } from './platform/config/index.ts'
import { createLog } from './platform/log.ts'
import { type Files, serve } from './serve.ts'

const here = dirname(fileURLToPath(import.meta.url))

/** The bundle has its files beside it; the sources have them in the clone. */
const files: Files = {
  migrations: existsSync(join(here, 'migrations'))
    ? join(here, 'migrations')
    : join(here, '..', 'migrations'),
  assets: existsSync(join(here, 'assets')) ? join(here, 'assets') : join(here, '..', 'dist', 'assets'),
  version: process.env.VESTIBULE_VERSION ?? '0.0.0',
}

/** Settles at the first sign that the process should end; the launcher's end is one. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, resolve)
  })
}

async function main(): Promise<number> {
  const log = (config: Config) => createLog(config.logLevel, (line) => process.stdout.write(line))
  return runCommand(process.argv.slice(2), {
    environment: process.env,
    say: terminalSay(process.env),
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    version: files.version,
    migrations: files.migrations,
    asked,
    serve: (config, prepare) => serve(config, { log: log(config), files, prepare }),
    log,
  })
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${(error instanceof Error && error.message) || String(error)}\n`)
    process.exit(1)
  },
)
