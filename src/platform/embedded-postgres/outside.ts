import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A directory of its own for the files of a data directory that `nobody` cannot enter: PostgreSQL refuses to run as
 * root, and a root-only directory keeps out everybody else.
 */
export function outsideOf(dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const directory = join('/var/lib/vestibule', name)
  mkdirSync(directory, { recursive: true, mode: 0o755 })
  return directory
}
