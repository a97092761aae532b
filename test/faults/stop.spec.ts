import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from './bundle.ts'
import { type House, house } from './house.ts'
import { ask, load, stopUnderLoad } from './load.ts'

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
    const { failed, statuses, codes } = await stopUnderLoad(place, 3)
    expect({ failed, statuses, codes }).toEqual({ failed: [], statuses: [200], codes: [0] })
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
    let said = await ready()
    while (said !== 'gone' && said.status === 200) said = await ready()
    expect(said).toEqual({ status: 503, close: true })
    expect(await ready()).toBe('gone')
    expect(await stopping).toBe(0)
    agent.destroy()
    await place.restart()
  })
})
