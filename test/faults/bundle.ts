import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '../..')

/** A guard taken out of the program, to prove that a test would notice: `from` must be in the file. */
export type Sabotage = { readonly file: string; readonly from: string; readonly to: string }

/** Bundles the server, as it is or sabotaged, into a folder of its own. */
export async function bundle(
  sabotages: readonly Sabotage[] = [],
): Promise<{ program: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'vestibule-bundle-'))
  const left = new Set(sabotages)
  const built = await rolldown({
    input: { vestibule: join(root, 'src/main.ts') },
    cwd: root,
    platform: 'node',
    external: [/^node:/, 'pg-native', 'cloudflare:sockets'],
    transform: { target: 'node24', jsx: { runtime: 'automatic', importSource: '#jsx' } },
    logLevel: 'silent',
    plugins: [
      {
        name: 'sabotage',
        load(id) {
          const mine = sabotages.filter(({ file }) => id === join(root, file))
          if (mine.length === 0) return null
          let code = readFileSync(id, 'utf8')
          for (const sabotage of mine) {
            if (!code.includes(sabotage.from)) throw new Error(`${sabotage.file} holds no ${sabotage.from}`)
            code = code.replaceAll(sabotage.from, sabotage.to)
            left.delete(sabotage)
          }
          return code
        },
      },
    ],
  })
  await built.write({ dir: folder, format: 'esm', entryFileNames: '[name].js' })
  await built.close()
  if (left.size > 0) throw new Error(`not in the program: ${[...left].map(({ file }) => file).join(', ')}`)
  cpSync(join(root, 'migrations'), join(folder, 'migrations'), { recursive: true })
  if (existsSync(join(root, 'dist/assets')))
    cpSync(join(root, 'dist/assets'), join(folder, 'assets'), { recursive: true })
  return {
    program: join(folder, 'vestibule.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
