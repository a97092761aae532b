import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { WrongConfiguration } from './config.ts'
import { codeOf, makeFolder } from './folder.ts'

function readOrMake(file: string): string {
  try {
    if (!existsSync(file)) {
      makeFolder(dirname(file))
      const made = `${randomBytes(48).toString('base64url')}\n`
      writeFileSync(file, made, { flag: 'wx', mode: 0o600 })
    }
  } catch (error) {
    // Another process of ours was faster.
    if (codeOf(error) !== 'EEXIST')
      throw new WrongConfiguration(`SECRET_FILE cannot be written (${codeOf(error)}): ${file}.`)
  }
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new WrongConfiguration(`SECRET_FILE cannot be read (${codeOf(error)}): ${file}.`)
  }
}

/** The installation's key, 32 bytes and more; made once, in a file that only its owner may read. */
export function readOrMakeSecret(file: string): Buffer {
  const key = Buffer.from(readOrMake(file).trim())
  if (key.length < 32) throw new WrongConfiguration('SECRET_FILE must hold at least 32 characters.')
  return key
}
