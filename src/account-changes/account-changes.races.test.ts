import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AccountGround,
  accountGround,
  closeWhileDeciding,
  disableWhileDeciding,
  mergeWhileSubmitting,
} from '../../test/faults/account-fights.ts'
import { type World, world } from '../../test/world/world.ts'

const rounds = 12

let here: World
let ground: AccountGround
beforeAll(async () => {
  here = await world()
  ground = await accountGround(here)
})
afterAll(() => here.end())

describe('two at once', () => {
  it('an account that is closed while a request for it is approved holds nothing afterwards', async () => {
    expect(await closeWhileDeciding(ground, rounds)).toEqual({ wrong: 0 })
  })
  it('an account that becomes a part of another leaves no request behind', async () => {
    expect(await mergeWhileSubmitting(ground, rounds / 2)).toEqual({ wrong: 0 })
  })
  it('somebody who is shut out while they decide decided before', async () => {
    expect(await disableWhileDeciding(ground, rounds)).toEqual({ wrong: 0 })
  })
})
