import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { access, constants, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import chromium, { inflate } from '@sparticuz/chromium'

const run = promisify(execFile)

/** Where a Chromium lies, and the environment it needs. */
export type Program = { readonly path: string; readonly env: Record<string, string> }

async function cacheDirectory(): Promise<string> {
  const shared = join(import.meta.dirname, '..', '..', 'node_modules', '.cache')
  const own = join(tmpdir(), `vestibule-cache-${userInfo().uid}`)
  for (const directory of [shared, own]) {
    await mkdir(directory, { recursive: true, mode: 0o755 }).catch(() => undefined)
    const isOurs = await access(directory, constants.W_OK).then(
      () => true,
      () => false,
    )
    if (isOurs) return directory
  }
  return mkdtemp(join(tmpdir(), 'vestibule-cache-'))
}

/** The package writes into the temporary directory under fixed names, which another user may hold. */
async function within<Result>(directory: string, begin: () => Promise<Result>): Promise<Result> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = directory
  const begun = begin()
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  return begun
}

const fontsConfiguration = (directory: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${directory}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${directory}/font-cache</cachedir>
  <alias binding="same"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`

/** Slim machines lack a few libraries, which the package carries too. */
async function lacksLibraries(program: string): Promise<boolean> {
  const { stdout } = await run('ldd', [program]).catch(() => ({ stdout: '' }))
  return stdout.includes('not found')
}

async function extract(directory: string): Promise<void> {
  const archives = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
  const fresh = await mkdtemp(`${directory}-`)
  const program = await within(fresh, () => chromium.executablePath())
  if (await lacksLibraries(program)) await within(fresh, () => inflate(join(archives, 'al2023.tar.br')))
  await writeFile(join(fresh, 'fonts.conf'), fontsConfiguration(directory))
  // Whoever extracts first wins; the others use it.
  await rename(fresh, directory).catch(() => rm(fresh, { recursive: true, force: true }))
}

/** Unpacks Chromium once for this user, and says how to start it. */
export async function findChromium(): Promise<Program> {
  const given = process.env['CHROMIUM']
  if (given) return { path: given, env: {} }
  const directory = join(await cacheDirectory(), `chromium-${userInfo().uid}`)
  if (!existsSync(join(directory, 'chromium'))) await extract(directory)
  const libraries = join(directory, 'al2023', 'lib')
  const env: Record<string, string> = { FONTCONFIG_FILE: join(directory, 'fonts.conf') }
  if (existsSync(libraries)) env['LD_LIBRARY_PATH'] = libraries
  return { path: join(directory, 'chromium'), env }
}
