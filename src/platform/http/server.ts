import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Env } from './context.ts'

export type Listening = {
  readonly port: number
  /** Answers what is in hand, closes idle connections at once, and ends after `seconds` at most. */
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

/** A keep-alive client may send its next request at any moment, so idle connections are closed again and again. */
async function stop(server: Server, seconds: number): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const enough = setTimeout(() => server.closeAllConnections(), seconds * 1_000)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
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
