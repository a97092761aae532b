import type { Hono } from 'hono'
import { type Env, seeOther } from '../platform/http/index.ts'
import { ownPathOr } from './domain/next-path.ts'

/**
 * Gives every form that has no page at its own address a way to the page above it: whoever had to sign in again comes
 * back by the address they sent the form to. Called once, when all routes are there.
 */
export function leadBack(app: Hono<Env>): void {
  const of = (method: string) =>
    new Set(app.routes.filter((route) => route.method === method).map(({ path }) => path))
  const pages = of('GET')
  for (const form of of('POST')) {
    if (pages.has(form) || form.startsWith('/api/')) continue
    const up = stepsUp(form, pages)
    app.get(form, (c) => seeOther(c, above(new URL(c.req.url).pathname, up)))
  }
}

function above(path: string, steps: number): string {
  return ownPathOr(path.split('/').slice(0, -steps).join('/'))
}

function stepsUp(form: string, pages: ReadonlySet<string>): number {
  const parts = form.split('/')
  for (let steps = 1; steps < parts.length; steps++) {
    if (pages.has(parts.slice(0, -steps).join('/') || '/')) return steps
  }
  return parts.length
}
