import { createServer, type Server } from 'node:http'
import { type AddressInfo, Server as NetServer } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Env } from './context.ts'

export type Listening = {
  readonly port: number
  /** Answers what is in hand and what is just being asked, then closes silent connections; ends after `seconds` at most. */
  stop(seconds: number): Promise<void>
}

/** Limits that close slow and silent clients; sizes in bytes, times in milliseconds. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
  maxConnections: 4_000,
}

/** Starts listening. `draining` is asked while answering: connections then close after their answer. */
export async function listen(
  app: Hono<Env>,
  where: { host: string; port: number; draining: () => boolean },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      maxHeaderSize: limits.maxHeaderSize,
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.keepAliveTimeout,
      connectionsCheckingInterval: limits.connectionsCheckingInterval,
    },
  }) as Server
  server.maxConnections = limits.maxConnections
  server.prependListener('request', (_, response) => {
    if (where.draining()) response.setHeader('Connection', 'close')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(where.port, where.host, resolve)
  })
  return { port: (server.address() as AddressInfo).port, stop: (seconds) => stop(server, seconds) }
}

// How long a client that keeps its connection may take to ask again, and be told to leave.
const graceMs = 1_000

/**
 * Listens no more at once. A keep-alive client may be sending its next request at this very moment, so its connection
 * is not closed under it: the answer says that it closes. Only those that stay silent for a while are closed.
 */
async function stop(server: Server, seconds: number): Promise<void> {
  let sweep: NodeJS.Timeout | undefined
  const grace = setTimeout(() => {
    server.closeIdleConnections()
    sweep = setInterval(() => server.closeIdleConnections(), 50)
  }, graceMs)
  const enough = setTimeout(() => server.closeAllConnections(), seconds * 1_000)
  // The close of an HTTP server would close idle connections, too.
  await new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()))
  clearTimeout(grace)
  clearInterval(sweep)
  clearTimeout(enough)
}

/** A port that is free now. Links are written before the server listens, so they need its number first. */
export async function freePort(host: string): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, host, resolve)
  })
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
