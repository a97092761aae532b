import { expect } from 'vitest'
import type { DnsServer } from './dns-server.ts'
import { type Answered, Visitor } from './visitor.ts'
import type { World } from './world.ts'

/** Why somebody asks for a new account. */
export const reason = 'We buy the products from spring on and need our own account.'

/** What the form of a new account sends. */
export const wanted = (changes: Record<string, string> = {}): Record<string, string> => ({
  whose: 'OWN',
  nominee: '',
  identifier: 'fresh.example',
  name: 'Fresh Foods',
  type: 'CUSTOMER',
  reason,
  ...changes,
})

/** Asks for a new account by both steps of the form; gives the application's id. */
export async function applies(visitor: Visitor, changes: Record<string, string> = {}): Promise<string> {
  const { insists, ...fields } = wanted(changes)
  const preview = await visitor.post('/new-account', fields)
  const key = Visitor.fieldOf(preview.text, 'key') ?? ''
  const sent = await visitor.post('/new-account/preview', {
    ...fields,
    key,
    ...(insists === undefined ? {} : { insists }),
  })
  const id = /^\/new-account\/([0-9a-f-]{36})\?done=sent$/.exec(sent.location ?? '')?.[1]
  if (!id) throw new Error(`Not sent: ${sent.status} ${sent.location} ${sent.text.slice(0, 3_000)}`)
  return id
}

type State = {
  readonly status: string
  readonly checks: readonly string[]
  readonly proof: string | null
  readonly version: number
}

/** Where an application stands. */
export async function stateOf(w: World, id: string): Promise<State | undefined> {
  const [row] = await w.owner<State>(
    'select status, checks, proof, version from account_applications where id = $1',
    [id],
  )
  return row
}

/** Puts the record of an application into the DNS, and has it looked for. */
export async function provesBy(
  dns: DnsServer,
  visitor: Visitor,
  { id, domain }: { readonly id: string; readonly domain: string },
): Promise<void> {
  const { text: page } = await visitor.get(`/new-account/${id}`)
  const text = /vestibule-account=[0-9a-f]{40}/.exec(page)?.[0] ?? ''
  dns.texts.set(`_vestibule.${domain}`, [text])
  expect((await visitor.post(`/new-account/${id}/check-dns`)).location).toContain('done=proven')
}

/** Accepts to administer a new account, with the agreements as they stand on its page. */
export async function accepts(visitor: Visitor, id: string): Promise<Answered> {
  const { text } = await visitor.get(`/new-account/${id}`)
  const version = [...text.matchAll(/name="version" value="([0-9a-f-]{36}:\d+)"/g)].map(([, of = '']) => of)
  return visitor.post(`/new-account/${id}/accept`, { version, agree: 'yes' })
}
