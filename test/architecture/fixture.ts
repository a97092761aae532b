import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The directory of this clone. */
export const root = join(import.meta.dirname, '..', '..')

/** A small tree outside the clone, with our own configuration of the tools. */
export type Fixture = { readonly directory: string; readonly remove: () => void }

/** Writes a tree of files (path to content) beside copies of the named configuration files. */
export function fixture(files: Readonly<Record<string, string>>, configuration: readonly string[]): Fixture {
  const directory = mkdtempSync(join(tmpdir(), 'vestibule-fixture-'))
  for (const name of configuration) cpSync(join(root, name), join(directory, name))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), content)
  }
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'))
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) }
}

/** Runs a tool of node_modules; gives what it printed, whatever its exit code. */
export function tool(name: string, args: readonly string[], directory: string): Promise<string> {
  return new Promise((settle) => {
    const options = { cwd: directory, maxBuffer: 64 * 1024 * 1024 }
    execFile(join(root, 'node_modules', '.bin', name), args, options, (_error, stdout) => settle(stdout))
  })
}
