import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { myRequestsPath } from '../../src/paths/access-requests.ts'
import type { Visitor } from '../world/visitor.ts'
import type { House } from './house.ts'

const clients = 24

export type Load = {
  readonly answered: number[]
  readonly failed: string[]
  stop(): void
  readonly over: Promise<unknown>
}

/** Asks once over a kept connection. `gone`: nothing listens there any more, which is no failed request. */
export function ask(
  base: string,
  agent: Agent,
  cookie: string,
  path: string = myRequestsPath.to(),
): Promise<{ status: number; close: boolean } | 'gone'> {
  return new Promise((resolve, reject) => {
    const asked = request(`${base}${path}`, { agent, headers: { Cookie: cookie } }, (answer) => {
      answer.on('error', reject)
      answer.resume()
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, close: answer.headers.connection === 'close' }),
      )
    })
    asked.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' ? resolve('gone') : reject(error),
    )
    asked.end()
  })
}

/** Clients with connections that they keep; each leaves when it is told that its connection closes. */
export function load(base: string, visitor: Visitor): Load {
  const answered: number[] = []
  const failed: string[] = []
  let stopped = false
  const one = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (!stopped) {
      const answer = await ask(base, agent, `vestibule-session=${visitor.cookie('vestibule-session')}`).catch(
        (error: NodeJS.ErrnoException) => String(error.code ?? error.message),
      )
      if (typeof answer === 'string' && answer !== 'gone') failed.push(answer)
      if (typeof answer === 'string') break
      answered.push(answer.status)
      if (answer.close) break
      await pause(Math.random() * 4)
    }
    agent.destroy()
  }
  const over = Promise.all(Array.from({ length: clients }, one))
  return { answered, failed, over, stop: () => (stopped = true) }
}

/** Stops the program under load and starts it again, so often: what failed, and how long each stop took. */
export async function stopUnderLoad(place: House, rounds: number) {
  const failed: string[] = []
  const statuses = new Set<number>()
  const codes = new Set<number | null>()
  const tookMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    if (round > 0) await place.restart()
    const running = load(place.process().base, await place.as('mia@partner-works.example'))
    while (running.answered.length < 200) await pause(10)
    const from = performance.now()
    codes.add(await place.process().stop())
    tookMs.push(performance.now() - from)
    running.stop()
    await running.over
    failed.push(...running.failed)
    for (const status of running.answered) statuses.add(status)
  }
  return { failed, statuses: [...statuses], codes: [...codes], slowest: Math.max(...tookMs) }
}
