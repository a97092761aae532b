import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { fail, findNode } from './launch.mjs'
import { build, install, root } from './prepare.mjs'

const out = join(root, 'node_modules', '.cache', 'vestibule-bench')

/** The parts run as processes of their own, so that measuring costs the measured nothing. */
async function bundle() {
  const parts = ['bench', 'big', 'load', 'sql', 'sink', 'hello']
  const made = await rolldown({
    input: Object.fromEntries(parts.map((name) => [name, join(root, 'bench', `${name}.ts`)])),
    cwd: root,
    platform: 'node',
    external: [/^node:/, 'pg-native', 'cloudflare:sockets'],
    transform: { target: 'node24' },
    logLevel: 'warn',
  })
  await made.write({ dir: out, format: 'esm', entryFileNames: '[name].js' })
  await made.close()
}

try {
  install()
  if (!process.env.BENCH_DIST) await build()
  await bundle()
  const env = { ...process.env, BENCH_ROOT: root, BENCH_DIST: process.env.BENCH_DIST ?? join(root, 'dist') }
  const asked = process.argv.slice(2)
  const part = asked.includes('--big') ? 'big.js' : 'bench.js'
  const { status } = spawnSync(findNode(), [join(out, part), ...asked], {
    stdio: 'inherit',
    env,
  })
  process.exitCode = status ?? 1
} catch (error) {
  fail(error)
}
