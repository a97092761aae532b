import { describe, expect, it } from 'vitest'
import { isAttempt } from './refusals.ts'

describe('a refused act', () => {
  it('is an attempt when it reached for more than one has', () => {
    expect(isAttempt({ code: 'own-request' })).toBe(true)
    expect(isAttempt({ code: 'above-own-rights', role: 'SA' })).toBe(true)
    expect(isAttempt({ code: 'already-first-approver' })).toBe(true)
  })

  it('is none when it only came at the wrong time', () => {
    expect(isAttempt({ code: 'stale-version', version: 2 })).toBe(false)
    expect(isAttempt({ code: 'note-required' })).toBe(false)
  })
})
