import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'

/** How a PostgreSQL program is started: words before it, and the user it becomes, where it cannot be ours. */
export type Unprivileged = { readonly before: readonly string[]; readonly user?: User }

/** A user of this machine, by number. */
export type User = { readonly uid: number; readonly gid: number }

/** The program dies with us: the kernel asks it to stop fast when its parent is killed. */
const dieWithParent = ['setpriv', '--pdeathsig', 'INT', '--']

function works(words: readonly string[]): boolean {
  const [command, ...rest] = [...words, 'id', '-un']
  return spawnSync(command as string, rest, { stdio: 'ignore' }).status === 0
}

function nobody(): User {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line = lines.find((entry) => entry.startsWith('nobody:'))?.split(':')
  return { uid: Number(line?.[2] ?? 65534), gid: Number(line?.[3] ?? 65534) }
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function ownerOf(dataDir: string): User {
  const { uid, gid } = statSync(dataDir)
  return { uid, gid }
}

function asRootOrNameless(isRoot: boolean, dataDir: string, die: readonly string[]): Unprivileged {
  const owner = ownerOf(dataDir)
  if (isRoot && owner.uid !== 0) return { before: die, user: owner }
  const { uid, gid } = nobody()
  const namespace = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--', ...die]
  if (process.env['VESTIBULE_NO_USER_NAMESPACE'] !== '1' && works(namespace)) return { before: namespace }
  if (isRoot) return { before: die, user: { uid, gid } }
  throw new Error('PostgreSQL does not run for a user without a name; add a line for it to /etc/passwd.')
}

/**
 * Finds how to run PostgreSQL, which refuses to run as root and as a user without a name: as ourselves; when we are
 * root, as the owner of the data; else in a user namespace (which still reads what only we can read); else as `nobody`.
 */
export function findUnprivileged(dataDir: string): Unprivileged {
  if (process.platform === 'win32') {
    throw new Error('The embedded PostgreSQL does not run on Windows; set DATABASE_URL.')
  }
  const isRoot = process.getuid?.() === 0
  const die = process.platform === 'linux' && works(dieWithParent) ? dieWithParent : []
  return isRoot || !hasName() ? asRootOrNameless(isRoot, dataDir, die) : { before: die }
}

/** Whether a user may enter every directory above a path, and the path itself. */
export function canEnter(path: string, user: User): boolean {
  for (let at = path; ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false })
    if (found && (found.mode & (found.uid === user.uid ? 0o100 : 0o001)) === 0) return false
    if (at === dirname(at)) return true
  }
}
