import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Installation } from './installation.ts'
import { cookieOf } from './requests.ts'
import { firstOf } from './seed.ts'

/** What a page weighs on the wire, as browsers ask for it, and how many queries it takes. */
export type Weight = {
  readonly name: string
  readonly html: number
  readonly css: number
  readonly js: number
  readonly queries: number
}

type Page = { readonly name: string; readonly path: string; readonly person: number }
const encodings = 'gzip, deflate, br, zstd'
const times = 100

async function bytesOf(url: string, cookie: string): Promise<{ bytes: number; text: string }> {
  const ask = (accepted: string) => fetch(url, { headers: { Cookie: cookie, 'Accept-Encoding': accepted } })
  const response = await ask('identity')
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  const packed = await ask(encodings)
  const length = packed.headers.get('content-length')
  await packed.arrayBuffer()
  return { bytes: Number(length), text: await response.text() }
}

function assetIn(text: string, ending: string): string {
  return new RegExp(`/assets/[^"]+\\.${ending}`).exec(text)?.[0] ?? ''
}

/** Statements outside transactions are transactions of their own, which the database counts. */
async function commits(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ n: string }>(
    'select xact_commit as n from pg_stat_database where datname = current_database()',
  )
  await client.end()
  return Number(rows[0]?.n)
}

async function queriesOf({ connections }: Installation, url: string, cookie: string): Promise<number> {
  const headers = { Cookie: cookie }
  const counted = async (work: () => Promise<void>) => {
    const [from, startedAt] = [await commits(connections.owner.url), performance.now()]
    await work()
    // The database counts what a connection did only after a moment of rest.
    await pause(1_500)
    return { commits: (await commits(connections.owner.url)) - from, ms: performance.now() - startedAt }
  }
  const idle = await counted(() => pause(1_500))
  const asked = await counted(async () => {
    for (let n = 0; n < times; n++) await (await fetch(url, { headers })).arrayBuffer()
  })
  const own = asked.commits - (idle.commits * asked.ms) / idle.ms
  return Math.max(0, Math.round(own / times))
}

/** Weighs the pages that people look at most. */
export async function weighPages(installation: Installation): Promise<Weight[]> {
  const { port, key } = installation
  const lister = firstOf.lister
  const pages: Page[] = [
    { name: 'Sign in', path: '/sign-in', person: 0 },
    { name: 'Home', path: '/', person: lister },
    { name: 'Request access', path: '/requests/new', person: firstOf.asker },
    { name: 'Your Access Requests, 50 rows', path: '/access/services-and-support', person: lister },
    { name: 'Queue, 50 rows', path: '/queue', person: firstOf.administrator },
    { name: 'Your access', path: '/access/smart-accounts', person: lister },
    { name: 'Manage Profile', path: '/profile', person: lister },
  ]
  const weights: Weight[] = []
  for (const { name, path, person } of pages) {
    const url = `http://127.0.0.1:${port}${path}`
    const cookie = cookieOf(key, person)
    const { bytes, text } = await bytesOf(url, cookie).catch(() => ({ bytes: 0, text: '' }))
    if (bytes === 0) continue
    const asset = async (ending: string) =>
      (await bytesOf(`http://127.0.0.1:${port}${assetIn(text, ending)}`, cookie)).bytes
    const [css, js] = [await asset('css'), await asset('js')]
    weights.push({ name, html: bytes, css, js, queries: await queriesOf(installation, url, cookie) })
  }
  return weights
}
