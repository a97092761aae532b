import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './prepare.mjs'

/*
 * Run after `npm install` has changed the lockfile. npm leaves out the packages of other platforms that the registry
 * of the moment does not show, and then `npm ci` refuses the lockfile. Their versions are exact in the packages that
 * want them, and their names say which machine they are for.
 */
const file = join(root, 'package-lock.json')
const lockfile = JSON.parse(readFileSync(file, 'utf8'))
const { packages } = lockfile

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'wasi']
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32']

const isExact = (version) => /^\d+\.\d+\.\d+/.test(version)

function entryFor(name, version, dev) {
  const words = name.split(/[-/]/)
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  if (os.length !== 1 || cpu.length !== 1 || !isExact(version)) {
    throw new Error(
      `${name}@${version} is missing from the lockfile, and not a package for another platform.`,
    )
  }
  const libc = words.some((word) => word.startsWith('musl')) ? { libc: ['musl'] } : {}
  return { version, cpu, ...(dev ? { dev } : {}), optional: true, os: os[0] === 'wasi' ? [] : os, ...libc }
}

const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies).map(([name, version]) => ({ path, name, version, dev })),
)

/** Where Node looks for a package that one at `path` imports, nearest first. */
function placesOf(path, name) {
  const owners = path.split('node_modules/').slice(1)
  const places = owners.map(
    (_, index) => `node_modules/${[...owners.slice(0, index), name].join('node_modules/')}`,
  )
  places.push(`${path === '' ? '' : `${path}/`}node_modules/${name}`)
  return places.toReversed()
}

let added = 0
for (const { path, name, version, dev } of wanted) {
  const places = placesOf(path, name)
  const found = packages[places.find((place) => packages[place])]
  if (found && (found.version === version || !isExact(version))) continue
  const beside = places[1] ?? places[0]
  packages[packages[beside] ? places[0] : beside] = entryFor(name, version, dev)
  added++
}

const [rootEntry, ...others] = Object.entries(packages)
const sorted = others.toSorted(([a], [b]) => (a < b ? -1 : 1))
lockfile.packages = Object.fromEntries([rootEntry, ...sorted])
writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`)
console.log(`${added} packages of other platforms added`)
