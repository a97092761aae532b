import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants as os } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const { platform, arch, execPath, versions } = process

/** The Node 24 that comes as a dependency; else the one that runs this, when it is new enough. */
export function findNode() {
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`
  try {
    const directory = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    const path = join(directory, 'bin', platform === 'win32' ? 'node.exe' : 'node')
    accessSync(path, constants.X_OK)
    return path
  } catch {
    const [major, minor] = versions.node.split('.').map(Number)
    if (major > 24 || (major === 24 && minor >= 7)) return execPath
  }
  throw new Error(`Vestibule needs Node 24.7 or newer on ${platform} ${arch}; this is Node ${versions.node}.`)
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return ''
  }
}

/** A killed npm leaves its shell and us behind, holding the port: when one of the two above us goes, we go too. */
function whenNpmDies(stop) {
  if (!process.env.npm_command) return
  const above = () => `${process.ppid} ${parentOf(process.ppid)}`
  const first = above()
  setInterval(() => above() === first || stop(), 500).unref()
}

/** Runs the server's bundle on Node 24 in this process's place: same terminal, same signals, same end. */
export function launch(args) {
  const bundle = fileURLToPath(new URL('../dist/vestibule.js', import.meta.url))
  if (!existsSync(bundle)) throw new Error('Vestibule is not built yet; “npm start” does it.')
  // The channel closes when this process is killed, which tells the server to stop too.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  // A heap that grows by less is cleaned all the time; one arena for all threads keeps 15 MB from lying about unused.
  const flags = ['--max-semi-space-size=16', '--heap-growing-percent=40']
  const env = { MALLOC_ARENA_MAX: '1', ...process.env }
  const child = spawn(findNode(), [...flags, bundle, ...args], { stdio, env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl-C to both of us.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  }
  whenNpmDies(() => child.kill('SIGTERM'))
  child.once('error', (error) => fail(error))
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (os.signals[signal] ?? 0)))
}

/** Ends with one sentence instead of a stack of calls. */
export function fail(error) {
  console.error(error.message)
  process.exit(1)
}
