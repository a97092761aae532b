import { sql } from 'kysely'
import type { Ctx } from '../../platform/http/index.ts'
import { json } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'

/** `GET /healthz`: the process is alive. */
export function alive(c: Ctx): Response {
  return json(c, { status: 'ok' })
}

/** `GET /readyz`: the database answers, its tables are there, and we are not about to stop. */
export function ready(platform: Platform, draining: () => boolean) {
  return async (c: Ctx): Promise<Response> => {
    if (draining()) return json(c, { status: 'draining' }, 503)
    try {
      await sql`select 1 from installation`.execute(platform.db)
      return json(c, { status: 'ready' })
    } catch {
      return json(c, { status: 'database-unreachable' }, 503)
    }
  }
}
