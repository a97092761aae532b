import { type Ctx, send } from '../platform/http/index.ts'

const titles = { 401: 'Sign in first', 404: 'Not found' } as const

/** An answer of the API that turns somebody away (RFC 9457). */
export function problem(c: Ctx, status: 401 | 404): Response {
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="vestibule"')
  const body = { type: 'about:blank', title: titles[status], status }
  return send(c, JSON.stringify(body), 'application/problem+json; charset=utf-8', status)
}
