import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { WrongConfiguration } from './config.ts'

/** The installation's key, 32 bytes and more; made once, in a file that only its owner may read. */
export function readOrMakeSecret(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim())
  if (key.length < 32) throw new WrongConfiguration('SECRET_FILE must hold at least 32 characters.')
  return key
}
