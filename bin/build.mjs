import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { root, run } from './prepare.mjs'

const dist = join(root, 'dist')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

function removeFormerServer() {
  mkdirSync(dist, { recursive: true })
  for (const name of readdirSync(dist)) if (name !== 'assets') rmSync(join(dist, name), { recursive: true })
}

async function bundleServer() {
  const bundle = await rolldown({
    input: { vestibule: join(root, 'src', 'main.ts') },
    cwd: root,
    platform: 'node',
    external: [/^node:/, 'pg-native', 'cloudflare:sockets'],
    transform: {
      target: 'node24',
      define: { 'process.env.VESTIBULE_VERSION': JSON.stringify(version) },
    },
    logLevel: 'warn',
  })
  const { output } = await bundle.write({ dir: dist, format: 'esm', entryFileNames: '[name].js' })
  await bundle.close()
  return output.flatMap((chunk) => chunk.moduleIds ?? [])
}

function copyMigrations() {
  cpSync(join(root, 'migrations'), join(dist, 'migrations'), { recursive: true })
}

/** What people learn from, in every language. */
function copyGuides() {
  for (const folder of ['', 'fr']) {
    for (const name of ['requesters', 'administrators', 'support']) {
      const file = join(folder, `${name}.md`)
      if (existsSync(join(root, 'docs', file))) cpSync(join(root, 'docs', file), join(dist, 'docs', file))
    }
  }
}

/** What is bundled keeps its authors' terms beside it. */
function writeLicences(modules) {
  const packages = new Set()
  for (const id of modules) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/').replace(/^\0/, ''))
    if (found) packages.add(found[1])
  }
  const texts = [...packages]
    .toSorted((a, b) => a.localeCompare(b))
    .map((directory) => {
      const about = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
      const file = readdirSync(directory).find((name) => /^(licen[cs]e|copying)/i.test(name))
      const text = file ? readFileSync(join(directory, file), 'utf8').trim() : ''
      return `${about.name} ${about.version} (${about.license})\n\n${text}\n`
    })
  writeFileSync(join(dist, 'third-party-licences.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`))
}

removeFormerServer()
const [assets, modules] = await Promise.all([run('vite', ['build', '--logLevel', 'warn']), bundleServer()])
if (assets.code !== 0) process.exit(assets.code)
copyMigrations()
copyGuides()
writeLicences(modules)
