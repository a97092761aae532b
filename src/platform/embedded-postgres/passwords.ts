import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The passwords of the embedded server, made once at random and known to nobody else. */
export type Passwords = { readonly superuser: string; readonly owner: string; readonly app: string }

/** Reads the passwords of a data directory, or makes them, in a file that only its owner can read. */
export function passwordsOf(dataDir: string): Passwords {
  const file = join(dataDir, 'postgres-passwords.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Passwords
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const random = () => randomBytes(32).toString('base64url')
  const passwords = { superuser: random(), owner: random(), app: random() }
  writeFileSync(`${file}.new`, `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return passwords
}
