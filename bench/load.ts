import { Agent, request } from 'node:http'

/** One call, as it is sent. */
export type Shot = { readonly path: string; readonly cookie?: string; readonly body?: string }

/** What to send, how, and for how long. */
export type Order = {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  readonly shots: readonly Shot[]
  /** Each shot once; the run ends early when none is left. Otherwise they go round. */
  readonly once: boolean
  /** Calls a second; undefined: as fast as answers come. */
  readonly rate?: number | undefined
}

/** What came of it; times in milliseconds. */
export type Result = {
  readonly count: number
  readonly ms: number
  readonly p50: number
  readonly p99: number
  readonly bytes: number
  readonly statuses: Readonly<Record<string, number>>
  /** Where each call led to and when it was sent, when a rate was given. */
  readonly sent: readonly { readonly at: number; readonly to: string }[]
}

type Answer = { status: number; bytes: number; location: string }

function fire(port: number, agent: Agent, { path, cookie, body }: Shot): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = { 'Accept-Encoding': 'gzip, deflate, br, zstd' }
    if (cookie !== undefined) headers.Cookie = cookie
    if (body !== undefined) {
      headers['Content-Type'] = 'application/x-www-form-urlencoded'
      headers['Content-Length'] = String(Buffer.byteLength(body))
      headers['Sec-Fetch-Site'] = 'same-origin'
    }
    const method = body === undefined ? 'GET' : 'POST'
    const call = request({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, bytes, location: response.headers.location ?? '' }),
      )
      response.on('error', reject)
    })
    call.on('error', reject)
    call.end(body)
  })
}

async function run(order: Order): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections })
  const times: number[] = []
  const statuses: Record<string, number> = {}
  const sent: { at: number; to: string }[] = []
  let bytes = 0
  let next = 0
  const startedAt = performance.now()
  const until = startedAt + order.seconds * 1_000
  const one = async () => {
    const shot = order.shots[order.once ? next++ : next++ % order.shots.length]
    if (!shot) return false
    const from = performance.now()
    const answer = await fire(order.port, agent, shot)
    times.push(performance.now() - from)
    bytes += answer.bytes
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    if (order.rate) sent.push({ at: performance.timeOrigin + from, to: answer.location })
    return true
  }
  if (order.rate) await paced(order.rate, until, one)
  else {
    const lanes = Array.from({ length: order.connections }, async () => {
      while (performance.now() < until && (await one()));
    })
    await Promise.all(lanes)
  }
  const ms = performance.now() - startedAt
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { count: times.length, ms, p50: at(0.5), p99: at(0.99), bytes, statuses, sent }
}

async function paced(rate: number, until: number, one: () => Promise<boolean>): Promise<void> {
  const flying: Promise<boolean>[] = []
  for (let due = performance.now(); due < until; due += 1_000 / rate) {
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    flying.push(one())
  }
  await Promise.all(flying)
}

process.on('message', (order: Order) => {
  run(order).then(
    (result) => process.send?.(result),
    (error: Error) => process.send?.({ error: error.message }),
  )
})
process.on('disconnect', () => process.exit(0))
