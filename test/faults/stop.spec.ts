import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { myRequestsPath } from '../../src/paths/access-requests.ts'
import type { Visitor } from '../world/visitor.ts'
import { bundle } from './bundle.ts'
import { type House, house } from './house.ts'

const clients = 24

type Load = {
  readonly answered: number[]
  readonly failed: string[]
  stop(): void
  readonly over: Promise<unknown>
}

/** Asks once over a kept connection. `gone`: nothing listens there any more, which is no failed request. */
function ask(
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
function load(base: string, visitor: Visitor): Load {
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

describe('a program that is asked to stop', () => {
  let program: { program: string; remove: () => void }
  let place: House
  beforeAll(async () => {
    program = await bundle()
    place = await house(program.program)
  })
  afterAll(async () => {
    await place[Symbol.asyncDispose]()
    program.remove()
  })

  it('answers everything that it was asked, and ends by itself', async () => {
    for (let round = 0; round < 3; round++) {
      if (round > 0) await place.restart()
      const running = load(place.process().base, await place.as('mia@partner-works.example'))
      while (running.answered.length < 200) await pause(10)
      const from = performance.now()
      expect(await place.process().stop()).toBe(0)
      expect(performance.now() - from).toBeLessThan(5_000)
      running.stop()
      await running.over
      expect(running.failed).toEqual([])
      expect(new Set(running.answered)).toEqual(new Set([200]))
    }
  })

  it('would fail some, were it killed', async () => {
    await place.restart()
    const running = load(place.process().base, await place.as('mia@partner-works.example'))
    while (running.answered.length < 200) await pause(10)
    await place.process().kill()
    running.stop()
    await running.over
    expect(running.failed.length).toBeGreaterThan(0)
    await place.restart()
  })

  it('says that it is not ready any more to whoever still has a connection, and lets go of it', async () => {
    const { base } = place.process()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ready = () => ask(base, agent, '', '/readyz')
    expect(await ready()).toEqual({ status: 200, close: false })
    const stopping = place.process().stop()
    await pause(100)
    expect(await ready()).toEqual({ status: 503, close: true })
    expect(await ready()).toBe('gone')
    expect(await stopping).toBe(0)
    agent.destroy()
    await place.restart()
  })
})
