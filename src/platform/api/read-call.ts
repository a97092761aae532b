import { z } from 'zod'
import { en, fr } from 'zod/locales'
import { isId } from '../../kernel/id.ts'
import type { Ctx } from '../http/index.ts'
import { readJson } from './json-body.ts'
import { words } from './messages/index.ts'
import type { FieldProblem, Problem } from './problem.ts'

type Read<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

const spoken = { en: en().localeError, fr: fr().localeError }
const mostNames = 20

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function problemsIn(c: Ctx, error: z.ZodError, at: (path: readonly PropertyKey[]) => string): FieldProblem[] {
  const t = words.for(c.get('reader'))
  return error.issues.flatMap(meant).flatMap((issue) => {
    if (issue.code === 'invalid_union' && 'options' in issue) {
      const choices = (issue.options as readonly unknown[]).map((one) => JSON.stringify(one)).join(', ')
      return [{ pointer: at(issue.path), detail: t('detail.one-of', { choices }) }]
    }
    if (issue.code !== 'unrecognized_keys') return [{ pointer: at(issue.path), detail: issue.message }]
    return issue.keys.slice(0, mostNames).map((key) => {
      const name = key.slice(0, 80)
      return {
        pointer: at([...issue.path, name]),
        detail: t('detail.unknown', { name: JSON.stringify(name) }),
      }
    })
  })
}

type Issue = z.core.$ZodIssue

/** Of a value that may be one thing or another: what is wrong with it as the one that it was meant to be. */
function meant(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const branches = issue.errors.map((branch) => branch.flatMap(meant))
  const isInside = (branch: readonly Issue[]) => branch.some(({ path }) => path.length > 0)
  const isOfItsKind = (branch: readonly Issue[]) => branch.some(({ code }) => code !== 'invalid_type')
  const nearest = branches.find(isInside) ?? branches.find(isOfItsKind) ?? branches[0] ?? []
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

function invalid(errors: readonly FieldProblem[]): { ok: false; problem: Problem } {
  return { ok: false, problem: { status: 422, code: 'invalid', errors } }
}

/** The body as the schema reads it: strictly, nothing coerced. Without a schema there must be none, or an empty object. */
export function readBody(c: Ctx, schema: z.ZodObject | null): Read<unknown> {
  if (schema === null && c.get('body').length === 0) return { ok: true, value: undefined }
  const body = readJson(c)
  if (!body.ok) return body
  const parsed = (schema ?? z.strictObject({})).safeParse(body.value, {
    error: spoken[c.get('reader').locale],
  })
  return parsed.success ? { ok: true, value: parsed.data } : invalid(problemsIn(c, parsed.error, pointer))
}

/** The query as the schema reads it; a name twice, or one that nobody knows, is refused. */
export function readQuery(c: Ctx, schema: z.ZodObject): Read<unknown> {
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of new URL(c.req.url).searchParams) {
    if (name in values || name === '__proto__') {
      const detail = words.for(c.get('reader'))('detail.repeated', {
        name: JSON.stringify(name.slice(0, 80)),
      })
      return invalid([{ pointer: `?${name.slice(0, 80)}`, detail }])
    }
    values[name] = value
  }
  const parsed = schema.safeParse({ ...values }, { error: spoken[c.get('reader').locale] })
  return parsed.success
    ? { ok: true, value: parsed.data }
    : invalid(problemsIn(c, parsed.error, ([name = '']) => `?${String(name)}`))
}

/** The ids and names in the path; an id that cannot be one is not found. */
export function readParams(c: Ctx): Read<Record<string, string>> {
  const params: Record<string, string> = c.req.param()
  const isFit = Object.entries(params).every(([name, value]) => name !== 'id' || isId(value))
  return isFit ? { ok: true, value: params } : { ok: false, problem: { status: 404, code: 'not-found' } }
}

/** The version that `If-Match` names. */
export function readVersion(c: Ctx): Read<number> {
  const t = words.for(c.get('reader'))
  const header = c.req.header('If-Match')
  if (header === undefined) {
    return { ok: false, problem: { status: 428, code: 'version-missing', detail: t('detail.if-match') } }
  }
  const version = /^"([1-9][0-9]{0,8})"$/.exec(header.trim())?.[1]
  return version === undefined
    ? { ok: false, problem: { status: 400, code: 'version-shape', detail: t('detail.if-match-shape') } }
    : { ok: true, value: Number(version) }
}

/** The `Idempotency-Key`, if there is one. */
export function readKey(c: Ctx): Read<string | undefined> {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined || /^[\x21-\x7e]{1,100}$/.test(key)) return { ok: true, value: key }
  const detail = words.for(c.get('reader'))('detail.key-shape')
  return { ok: false, problem: { status: 400, code: 'key-shape', detail } }
}
