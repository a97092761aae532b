import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Ctx } from './context.ts'

/** The built files that pages refer to. */
export type Assets = {
  readonly css: string
  readonly js: string
  /** Answers `/assets/<name>`; undefined when there is no such file. */
  serve(c: Ctx, name: string): Response | undefined
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
}
const encodings = [
  ['zst', 'zstd'],
  ['br', 'br'],
  ['gz', 'gzip'],
] as const

/** Reads the built assets into memory: names are hashed, so browsers keep them for a year. */
export function loadAssets(folder: string): Assets {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  if (existsSync(folder)) {
    for (const name of readdirSync(folder)) {
      if (types[extname(name)] || /\.(zst|br|gz)$/.test(name))
        files.set(name, new Uint8Array(readFileSync(join(folder, name))))
    }
  }
  const named = (pattern: RegExp) => [...files.keys()].find((name) => pattern.test(name)) ?? ''
  return {
    css: `/assets/${named(/^app-[\w-]+\.css$/)}`,
    js: `/assets/${named(/^app-[\w-]+\.js$/)}`,
    serve: (c, name) => answer(c, files, name),
  }
}

function answer(
  c: Ctx,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  name: string,
): Response | undefined {
  const plain = files.get(name)
  const type = types[extname(name)]
  if (!plain || !type) return undefined
  c.header('Content-Type', type)
  c.header(
    'Cache-Control',
    /-[\w-]{8,}\./.test(name) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  )
  c.header('Vary', 'Accept-Encoding')
  const accepted = c.req.header('Accept-Encoding') ?? ''
  for (const [ending, encoding] of encodings) {
    const packed = files.get(`${name}.${ending}`)
    if (packed && new RegExp(`\\b${encoding}\\b`).test(accepted)) {
      c.header('Content-Encoding', encoding)
      return c.body(packed)
    }
  }
  return c.body(plain)
}
