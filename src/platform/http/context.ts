import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Reader } from '../i18n/reader.ts'

export type Theme = 'system' | 'light' | 'dark'

/** What every request carries from the first middleware on. */
export type Env = {
  Bindings: HttpBindings
  Variables: {
    /** Names this request in the log and on an error page. */
    requestId: string
    /** The visitor's language and zone, until we know who they are. */
    reader: Reader
    theme: Theme
    /** The address of the client, as far as trusted proxies tell. */
    clientAddress: string
    /** The name of the client's network: the IPv4 address, or the /64 of an IPv6 address. */
    clientNetwork: string
    /** The body of an unsafe request, read and counted; empty otherwise. */
    body: Buffer
    /** While a form is at work: what only a page shows need not be read. */
    pageless?: boolean
  }
}

/** The first argument of every route. */
export type Ctx = Context<Env>
