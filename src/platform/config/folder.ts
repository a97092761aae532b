import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { WrongConfiguration } from './config.ts'

/** What the system calls an error, such as EACCES. */
export function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'no code'
}

/** Makes a folder and those above it, for their owner only. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  // Node's own way to make several at once never ends where the system says that there is nothing to make them in.
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/** Makes the folder of what is kept, or says in one sentence why it cannot be. */
export function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new WrongConfiguration(
      `DATA_DIR must be a folder that can be written to (${codeOf(error)}): ${folder}.`,
    )
  }
}
