import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptOften,
  editWhileRemoved,
  giveWhileApproved,
  leaveAtOnce,
  type MemberGround,
  memberGround,
  removeEachOther,
} from '../../test/faults/members.ts'
import { type World, world } from '../../test/world/world.ts'

const rounds = 12

let here: World
let ground: MemberGround
beforeAll(async () => {
  here = await world()
  ground = await memberGround(here)
})
afterAll(() => here.end())

describe(`two at once, ${rounds} times`, () => {
  it('two administrators who remove each other leave one', async () => {
    expect(await removeEachOther(ground, rounds)).toEqual({ wrong: 0 })
  })
  it('two administrators who leave never leave the account alone', async () => {
    expect(await leaveAtOnce(ground, rounds)).toEqual({ wrong: 0 })
  })
  it('a role is edited by one and taken away by another, never both', async () => {
    expect(await editWhileRemoved(ground, rounds)).toEqual({ wrong: 0 })
  })
  it('what is given by one and approved by another is given once, and settles the request once', async () => {
    expect(await giveWhileApproved(ground, rounds)).toEqual({ wrong: 0 })
  })
  it('an invitation is accepted once, however often it is pressed', async () => {
    expect(await acceptOften(ground, rounds)).toEqual({ wrong: 0 })
  })
})
