import { randomBytes } from 'node:crypto'
import { open, realpath, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const mebibyte = 1024 * 1024
const sizeInMebibytes = 64
const enoughInMebibytes = 32

async function ballastOf(cluster: string): Promise<string> {
  return join(dirname(await realpath(join(cluster, 'pg_wal'))), 'vestibule-ballast')
}

async function freeMebibytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory)
  return (bavail * bsize) / mebibyte
}

/** Keeps 64 MiB beside the write-ahead log that can be given up; does nothing when the volume is already tight. */
export async function keepBallast(cluster: string): Promise<void> {
  const path = await ballastOf(cluster)
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size >= sizeInMebibytes * mebibyte || (await freeMebibytes(dirname(path))) < 4 * sizeInMebibytes) return
  const file = await open(path, 'w', 0o600)
  try {
    // Random, since some file systems store zeros and repetitions for nothing.
    for (let written = 0; written < sizeInMebibytes; written++) await file.write(randomBytes(mebibyte))
  } finally {
    await file.close()
  }
}

/** Gives the ballast up when the log's volume is full, so that the server can start; says whether it did. */
export async function dropBallastWhenFull(cluster: string): Promise<boolean> {
  const path = await ballastOf(cluster)
  const present = await stat(path).then(
    () => true,
    () => false,
  )
  if (!present || (await freeMebibytes(dirname(path))) >= enoughInMebibytes) return false
  await rm(path, { force: true })
  return true
}
