import { setTimeout as pause } from 'node:timers/promises'
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
const times = 20

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

/** The most queries that an answer took; the first one is left out, since it may note that somebody is there. */
async function queriesOf({ queriesLogged }: Installation, url: string, cookie: string): Promise<number> {
  const before = queriesLogged().length
  for (let n = 0; n <= times; n++) await (await fetch(url, { headers: { Cookie: cookie } })).arrayBuffer()
  let logged = queriesLogged()
  while (logged.length < before + times + 1) {
    await pause(50)
    logged = queriesLogged()
  }
  return Math.max(...logged.slice(before + 1))
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
