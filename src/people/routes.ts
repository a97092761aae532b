import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { signInRoutes } from './sign-in/sign-in.route.tsx'
import { signOutRoutes } from './sign-out/sign-out.route.tsx'
import { signUpRoutes } from './sign-up/sign-up.route.tsx'

/** Every page and form about people and their identity. */
export function routes(platform: Platform): Hono<Env> {
  const parts = [signUpRoutes, signInRoutes, signOutRoutes]
  return parts.reduce((app, part) => app.route('/', part(platform)), new Hono<Env>())
}
