import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'

/** How a PostgreSQL program is started: words before it, and the user it becomes, where it cannot be ours. */
export type Unprivileged = {
  readonly before: readonly string[]
  readonly user?: { readonly uid: number; readonly gid: number }
}

/** The program dies with us: the kernel asks it to stop fast when its parent is killed. */
const dieWithParent = ['setpriv', '--pdeathsig', 'INT', '--']

function works(words: readonly string[]): boolean {
  const [command, ...rest] = [...words, 'id', '-un']
  return spawnSync(command as string, rest, { stdio: 'ignore' }).status === 0
}

function nobody(): { uid: number; gid: number } {
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

/**
 * Finds how to run PostgreSQL, which refuses to run as root and as a user without a name: as ourselves, else in a
 * user namespace (which still reads what only we can read), else, when we are root, as `nobody`.
 */
export function findUnprivileged(): Unprivileged {
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded PostgreSQL does not run on Windows; give the address of a server in DATABASE_URL.',
    )
  }
  const isRoot = process.getuid?.() === 0
  const die = process.platform === 'linux' && works(dieWithParent) ? dieWithParent : []
  if (!isRoot && hasName()) return { before: die }
  const { uid, gid } = nobody()
  const namespace = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--', ...die]
  if (process.env['VESTIBULE_NO_USER_NAMESPACE'] !== '1' && works(namespace)) return { before: namespace }
  if (isRoot) return { before: die, user: { uid, gid } }
  throw new Error('PostgreSQL does not run for a user without a name; add a line for it to /etc/passwd.')
}

/** Whether any user of this machine may enter every directory above a path and read there. */
export function isOpenToOthers(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    const mode = statSync(at, { throwIfNoEntry: false })?.mode
    if (mode !== undefined && (mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}
