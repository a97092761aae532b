import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { claimInstallation, loadDemo } from './instance/demo/load-demo.ts'
import { readConfig, WrongConfiguration } from './platform/config/index.ts'
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

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel, (line) => process.stdout.write(line))
  const served = await serve(config, { log, files, prepare: config.demo ? loadDemo : claimInstallation })
  process.stdout.write(`Vestibule listens on ${served.platform.publicUrl}\n`)
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    served.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stop)
}

main().catch((error: unknown) => {
  if (!(error instanceof WrongConfiguration)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
