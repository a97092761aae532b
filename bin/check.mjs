import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail } from './launch.mjs'
import { install, root, run } from './prepare.mjs'

const longestFileInLines = 300

/** Prints how long our files are; the lint rules hold the budgets of functions. */
function budgets() {
  const files = ['src', 'test', 'bin'].flatMap((directory) =>
    readdirSync(join(root, directory), { recursive: true }).map((name) => join(directory, String(name))),
  )
  const sizes = files
    .filter((path) => /\.(tsx?|mjs)$/.test(path))
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
    .sort((a, b) => b.lines - a.lines)
  const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0
  const tooLong = sizes.filter(({ lines }) => lines > longestFileInLines)
  console.log(
    `  ${sizes.length} files, median ${median} lines, longest ${sizes[0]?.lines} (${sizes[0]?.path})`,
  )
  return {
    code: tooLong.length,
    output: tooLong.map(({ path, lines }) => `${path} has ${lines} lines`).join('\n'),
  }
}

const tool = (name, ...args) => run(name, args, { capture: true })

const checks = {
  types: () => tool('tsc', '--noEmit', '-p', '.'),
  lint: () => tool('oxlint', '--type-aware', '--max-warnings', '0'),
  format: () => tool('biome', 'format', '--colors=off', '.'),
  architecture: () => tool('depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'test'),
  'dead code': () => tool('knip', '--no-progress', '--exclude', 'types'),
  budgets,
}

/** Runs every static check, prints what each found, and counts them. */
export async function check() {
  const count = { passed: 0, failed: 0 }
  for (const [name, perform] of Object.entries(checks)) {
    const from = performance.now()
    const { code, output } = await perform()
    count[code === 0 ? 'passed' : 'failed']++
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`)
    if (code !== 0) console.log(output.trim())
  }
  return count
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    install()
    process.exitCode = (await check()).failed === 0 ? 0 : 1
  } catch (error) {
    fail(error)
  }
}
