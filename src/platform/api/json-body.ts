import type { Ctx } from '../http/index.ts'
import type { Problem } from './problem.ts'
import { words } from './messages/index.ts'

/** How deep a body may nest: an object in an object is two. */
const deepest = 5

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g
const utf8 = new TextDecoder('utf-8', { fatal: true })

type Found =
  | { readonly found: 'depth' }
  | { readonly found: 'character' }
  | { readonly found: 'repeated' | 'unknown'; readonly name: string }

// PostgreSQL keeps neither of them in a text.
function isUnfit(token: string): boolean {
  const text = token.startsWith('"') ? (JSON.parse(token) as string) : ''
  return text.includes('\u0000') || !text.isWellFormed()
}

type Names = Set<string> | null

function flawOf(name: string, names: Names | undefined): Found | undefined {
  if (names?.has(name)) return { found: 'repeated', name }
  names?.add(name)
  return name === '__proto__' ? { found: 'unknown', name } : undefined
}

// The text is valid JSON already, so that its tokens can be told apart without a grammar.
function flawIn(text: string): Found | undefined {
  const open: Names[] = []
  let last = ''
  for (const [token] of text.matchAll(tokens)) {
    step(open, token)
    const flaw = token === ':' ? flawOf(JSON.parse(last) as string, open.at(-1)) : undefined
    if (flaw) return flaw
    if (isUnfit(token)) return { found: 'character' }
    if (open.length > deepest) return { found: 'depth' }
    last = token
  }
  return undefined
}

function step(open: Names[], token: string): void {
  if (token === '{') open.push(new Set())
  else if (token === '[') open.push(null)
  else if (token === '}' || token === ']') open.pop()
}

function detailOf(flaw: Found, t: ReturnType<typeof words.for>): string {
  if (flaw.found === 'depth') return t('detail.depth', { most: deepest })
  if (flaw.found === 'character') return t('detail.character')
  return t(`detail.${flaw.found}`, { name: JSON.stringify(flaw.name.slice(0, 80)) })
}

/** The JSON of a body, or what is wrong with it: not JSON, a name twice in one object, nested too deep, a character that no text may hold. */
export function readJson(c: Ctx): { ok: true; value: unknown } | { ok: false; problem: Problem } {
  const t = words.for(c.get('reader'))
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return { ok: false, problem: { status: 415, code: 'json-only' } }
  let text: string
  let value: unknown
  try {
    text = utf8.decode(c.get('body'))
    value = JSON.parse(text)
  } catch {
    return { ok: false, problem: { status: 400, code: 'not-json', detail: t('detail.json') } }
  }
  const flaw = flawIn(text)
  if (!flaw) return { ok: true, value }
  const detail = detailOf(flaw, t)
  return { ok: false, problem: { status: 422, code: 'invalid', errors: [{ pointer: '', detail }] } }
}
