import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operatorIsJoined, operatorsEndEachOther } from '../../../test/faults/operator-fights.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

describe('the last two operators', () => {
  it('leave one of them when they disable, erase or dismiss each other at once', async () => {
    expect(await operatorsEndEachOther(here, 27)).toEqual({ none: 0, nobodyWent: 0 })
  })
  it('leave one of them when one turns out to be somebody who is disabled at that moment', async () => {
    expect(await operatorIsJoined(here, 8)).toEqual({ none: 0, nobodyWent: 0 })
  })
})
