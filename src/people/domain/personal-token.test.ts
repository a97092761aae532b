import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPersonalToken, writePersonalToken } from './personal-token.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

describe('a personal access token', () => {
  it('is known by its prefix, and any wrong sign is noticed', () => {
    fc.assert(
      fc.property(bytes(6), bytes(32), fc.nat(), fc.constantFrom('0', 'A', 'z'), (name, secret, at, sign) => {
        const { token, prefix } = writePersonalToken({ name, secret })
        expect(token).toMatch(/^vst_[0-9A-Za-z]{8}_[0-9A-Za-z]{49}$/)
        expect(readPersonalToken(token)).toBe(prefix)
        const place = 4 + (at % (token.length - 4))
        const wrong = `${token.slice(0, place)}${sign}${token.slice(place + 1)}`
        if (wrong !== token) expect(readPersonalToken(wrong)).toBeUndefined()
      }),
    )
  })

  it('is different for different secrets', () => {
    const name = new Uint8Array(6)
    const [one, two] = [1, 2].map(
      (n) => writePersonalToken({ name, secret: new Uint8Array(32).fill(n) }).token,
    )
    expect(one).not.toBe(two)
  })
})
