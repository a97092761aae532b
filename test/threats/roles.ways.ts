import type { Action } from '../../src/accounts/domain/roles.ts'
import { newId } from '../../src/kernel/id.ts'
import type { ApiClient } from '../world/api-client.ts'
import type { Answered, Fields, Visitor } from '../world/visitor.ts'

/** Somebody who holds one role or office and nothing else, as a page and as a program would meet them. */
export type Holder = {
  readonly page: Visitor
  readonly api: ApiClient
  /** Runs a command at the machine that names them as who answers for it; gives its exit code. */
  readonly command: (typed: readonly string[]) => Promise<number>
}

/** What the probes are about: virtual accounts of their own and of others, and requests for the three. */
export type Ground = {
  readonly own: string
  readonly foreign: string
  readonly request: Readonly<Record<Place, string>>
  readonly user: Readonly<Record<'own' | 'foreign', string>>
}

/** Where something is tried: in a part that the role is held in, in another, or for the whole account. */
export type Place = 'own' | 'foreign' | 'whole'
/** By which way. */
export type Channel = 'page' | 'file' | 'API' | 'command'

/** One try of one action by one way at one place; true: it was allowed. */
export type Probe = {
  readonly action: Action
  readonly channel: Channel
  /** `any`: a list that shows each the part that is theirs. */
  readonly at: Place | 'any'
  readonly what: string
  readonly try: (holder: Holder, ground: Ground) => Promise<boolean>
}

/** The account that is tried, for people and for programs. */
export const base = '/accounts/acme.example'
export const api = '/api/v1/accounts/acme.example'
let serial = 0
/** A name that nothing has. */
export const unused = () => `Probe ${++serial}`

/** Allowed: it was done, or refused for another reason. Not allowed: 403, or as if there were nothing. */
export function allowed({ status }: Answered): boolean {
  if ([200, 201, 303, 409, 412, 422].includes(status)) return true
  if ([403, 404].includes(status)) return false
  throw new Error(`A probe was answered with ${status}`)
}

/** A page, a file or a resource that is looked at. */
export const get = (
  action: Action,
  path: string,
  at: Probe['at'] = 'any',
  channel: Channel = 'page',
): Probe => ({
  action,
  channel,
  at,
  what: `GET ${path}`,
  try: async ({ page, api: program }) => allowed(await (channel === 'API' ? program : page).get(path)),
})

/** A form that is sent. */
export const press = (
  action: Action,
  path: string,
  { at, fields }: { readonly at: Place; readonly fields: (ground: Ground) => Fields },
): Probe => ({
  action,
  channel: 'page',
  at,
  what: `POST ${path}`,
  try: async ({ page }, ground) => allowed(await page.post(path, fields(ground))),
})

/** A call of the API that changes something. */
export const call = (
  action: Action,
  path: (ground: Ground) => string,
  {
    at,
    body,
    headers = {},
  }: {
    readonly at: Place
    readonly body: (ground: Ground) => unknown
    readonly headers?: Record<string, string>
  },
): Probe => ({
  action,
  channel: 'API',
  at,
  what: `POST ${path.toString().replace(/^.*=> /, '')}`,
  try: async ({ api: program }, ground) =>
    allowed(await program.post(path(ground), body(ground), { 'Idempotency-Key': newId(), ...headers })),
})

/** A command at the machine, in an operator's name or nobody's. */
export const run = (action: Action, name: string, ...rest: (string | (() => string))[]): Probe => ({
  action,
  channel: 'command',
  at: 'any',
  what: `vestibule ${name}`,
  async try({ command }) {
    const typed = rest.map((one) => (typeof one === 'string' ? one : one()))
    return (await command([...name.split(' '), 'acme.example', ...typed])) === 0
  },
})
