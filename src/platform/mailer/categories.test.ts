import { describe, expect, it } from 'vitest'
import { choices, type Choice, type Chosen, planFor } from './categories.ts'
import { nextMorning } from './morning.ts'

const to = (chosen: Partial<Record<Chosen, Choice>> = {}, bounced = false) => ({ chosen, bounced })

describe('a mail that was ordered', () => {
  it('goes at once when nothing was chosen', () => {
    for (const category of ['decision-needed', 'reminder', 'own-request', 'conversation'] as const)
      expect(planFor({ category }, to())).toBe('SEND')
  })

  it('waits for the daily mail, or is left to the bell, as its recipient chose', () => {
    expect(planFor({ category: 'reminder' }, to({ reminder: 'DAILY' }))).toBe('HOLD')
    expect(planFor({ category: 'reminder' }, to({ reminder: 'OFF' }))).toBe('OFF')
    expect(planFor({ category: 'conversation' }, to({ reminder: 'OFF' }))).toBe('SEND')
  })

  it('is never turned off when somebody waits for it, whatever is stored', () => {
    for (const category of ['decision-needed', 'own-request', 'access', 'support', 'operator'] as const) {
      expect(choices[category]).not.toContain('OFF')
      expect(planFor({ category }, to({ [category]: 'OFF' }))).toBe('SEND')
    }
    expect(planFor({ category: 'security' }, to({}, true))).toBe('SEND')
    expect(planFor({}, to({ reminder: 'OFF' }, true))).toBe('SEND')
  })

  it('goes on its own again when the daily mail is turned off and it must arrive', () => {
    expect(planFor({ category: 'own-request' }, to({ 'own-request': 'DAILY', digest: 'OFF' }))).toBe('SEND')
    expect(planFor({ category: 'conversation' }, to({ conversation: 'DAILY', digest: 'OFF' }))).toBe('OFF')
  })

  it('goes nowhere when mail to the address came back', () => {
    expect(planFor({ category: 'decision-needed' }, to({}, true))).toBe('UNREACHABLE')
  })

  it('is gathered for somebody with much to do', () => {
    expect(planFor({ category: 'reminder', gather: true }, to())).toBe('HOLD')
    expect(planFor({ category: 'reminder', gather: true }, to({ reminder: 'OFF' }))).toBe('OFF')
  })
})

describe('the daily mail', () => {
  it.each([
    ['2026-11-23T05:00:00Z', 'Europe/Paris', '2026-11-23T07:00:00Z'],
    ['2026-11-23T07:00:00Z', 'Europe/Paris', '2026-11-24T07:00:00Z'],
    ['2026-11-23T20:00:00Z', 'Pacific/Apia', '2026-11-24T19:00:00Z'],
    ['2026-03-28T12:00:00Z', 'Europe/Paris', '2026-03-29T06:00:00Z'],
    ['2026-04-04T12:00:00Z', 'Australia/Lord_Howe', '2026-04-04T21:30:00Z'],
  ])('after %s in %s comes at eight in the morning', (from, timeZone, at) => {
    expect(nextMorning(new Date(from), timeZone).toISOString()).toBe(at.replace('Z', '.000Z'))
  })
})
