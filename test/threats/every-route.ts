import { createApp } from '../../src/app.ts'
import { clientAddress } from '../../src/platform/http/index.ts'
import type { World } from '../world/world.ts'

/** A route as the application has it. */
export type Route = { readonly method: 'GET' | 'POST'; readonly path: string }

/** Every page and every form of the application, from the application itself. */
export function everyRoute(world: World): Route[] {
  const app = createApp(world.platform, {
    addresses: clientAddress([]),
    draining: () => false,
    stopping: new AbortController().signal,
  })
  const seen = new Map<string, Route>()
  for (const { method, path } of app.routes) {
    if (method === 'GET' || method === 'POST') seen.set(`${method} ${path}`, { method, path })
  }
  return [...seen.values()]
}

/** A path with something in the place of its parameters; what has no value gets one that nothing has. */
export function filled(path: string, values: Readonly<Record<string, string>> = {}): string {
  return path.replaceAll(
    /:(\w+)/g,
    (_, name: string) => values[name] ?? '01999999-0000-7000-8000-000000000000',
  )
}

/** What every table holds, as a fingerprint each; but for those that may change. */
export async function holdings(world: World, but: readonly string[] = []): Promise<Record<string, string>> {
  // Work that is still going on behind the pages is not what the caller did.
  await world.settle()
  const tables = await world.owner<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'auth') and table_type = 'BASE TABLE' order by 1`,
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    if (but.includes(name.replace(/^public\.|"/g, ''))) continue
    const [row] = await world.owner<{ mark: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as mark from ${name} t`,
    )
    found[name] = row?.mark ?? ''
  }
  return found
}
