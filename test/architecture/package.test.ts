import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './fixture.ts'

type Listing = { files: { path: string }[] }
type Manifest = {
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
const allowed = [
  /^package\.json$/,
  /^LICENSE$/,
  /^README\.md$/,
  /^bin\/(vestibule|launch)\.mjs$/,
  /^dist\/[\w.-]+\.(js|txt)$/,
  /^dist\/assets\//,
  /^dist\/migrations\/[\w-]+\.sql$/,
  /^dist\/docs\/(fr\/)?[a-z]+\.md$/,
]

function packed(): string[] {
  const options = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const answer = JSON.parse(execFileSync('npm', args, options)) as Listing[] | Record<string, Listing>
  return Object.values(answer).flatMap(({ files }) => files.map(({ path }) => path))
}

describe('the package', () => {
  it('holds the bundle, the command and the terms, and neither tests nor sources nor secrets', () => {
    const unwanted = packed().filter((path) => !allowed.some((pattern) => pattern.test(path)))
    expect(unwanted).toEqual([])
    expect(packed()).toEqual(expect.arrayContaining(['LICENSE', 'bin/launch.mjs', 'bin/vestibule.mjs']))
  })

  it('pins every version exactly', () => {
    const ranges = { ...manifest.devDependencies, ...manifest.optionalDependencies }
    expect(
      Object.entries(ranges).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    ).toEqual([])
  })
})

type Locked = { version?: string; optionalDependencies?: Record<string, string> }

describe('the lockfile', () => {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> }

  it('names no host', () => {
    expect(text).not.toContain('"resolved": "http')
  })

  it('wants what package.json wants', () => {
    const { devDependencies, optionalDependencies } = manifest
    expect(packages['']).toMatchObject({ devDependencies, optionalDependencies })
  })

  it('holds the packages of every platform, without which npm ci refuses it (bin/complete-lockfile.mjs)', () => {
    const wanted = Object.values(packages).flatMap((entry) =>
      Object.entries(entry.optionalDependencies ?? {}),
    )
    const paths = Object.keys(packages)
    const missing = wanted.filter(
      ([name, version]) =>
        !paths.some((path) => path.endsWith(`node_modules/${name}`) && packages[path]?.version === version),
    )
    expect(missing.filter(([, version]) => /^\d/.test(version))).toEqual([])
  })
})
