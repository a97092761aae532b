import { describe, expect, it } from 'vitest'
import { bundle } from './bundle.ts'
import {
  decideWhileRemoved,
  fightOver,
  noHold,
  noOneDecision,
  noOneReminder,
  remindAtOnce,
} from './fights.ts'

describe('one request, one decision', () => {
  it('holds when 64 administrators decide at four processes and the requester withdraws', async () => {
    const { program, remove } = await bundle()
    const fought = await fightOver(program, { rounds: 12, deciders: 64 })
    expect(fought).toMatchObject({ twice: 0, lost: 0, broken: 0 })
    remove()
  }, 240_000)

  it('would be noticed to fail without the lock and the guards', async () => {
    const { program, remove } = await bundle(noOneDecision)
    const { twice, broken } = await fightOver(program, {
      rounds: 5,
      deciders: 16,
      prepare: ['drop index decisions_one_final'],
    })
    expect(twice + broken).toBeGreaterThan(0)
    remove()
  }, 120_000)
})

describe('nobody decides with power that is gone', () => {
  it('holds when the decider is removed at that very moment', async () => {
    const { program, remove } = await bundle()
    expect(await decideWhileRemoved(program, 200)).toBe(0)
    remove()
  }, 240_000)

  it('would be noticed to fail without the lock on the decider’s grants', async () => {
    const { program, remove } = await bundle(noHold)
    expect(await decideWhileRemoved(program, 20)).toBeGreaterThan(0)
    remove()
  }, 120_000)
})

describe('one reminder in a window', () => {
  it('holds when it is pressed eight times at once at four processes, and each administrator gets one mail', async () => {
    const { program, remove } = await bundle()
    const { twice, mails, sameMail } = await remindAtOnce(program, { rounds: 50 })
    // Two deciders of the arena, Ana and Ben.
    expect({ twice, mails, sameMail }).toEqual({ twice: 0, mails: 50 * 4, sameMail: 0 })
    remove()
  }, 240_000)

  it('would be noticed to fail without the lock and the key of reminders', async () => {
    const { program, remove } = await bundle(noOneReminder)
    const { twice } = await remindAtOnce(program, {
      rounds: 5,
      prepare: ['alter table reminders drop constraint reminders_pkey'],
    })
    expect(twice).toBeGreaterThan(0)
    remove()
  }, 120_000)
})
