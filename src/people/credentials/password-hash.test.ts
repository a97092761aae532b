import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password-hash.ts'

describe('the hash of a password', () => {
  it('is argon2id with its costs and a salt of its own, and knows its password', async () => {
    const [one, two] = await Promise.all([hashPassword('quiet lantern'), hashPassword('quiet lantern')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword('quiet lantern', one)).toBe(true)
    expect(await verifyPassword('quiet lanterm', one)).toBe(false)
  })

  it('knows hashes that were made with other costs', async () => {
    // 8 MiB and three passes: the password is "password", the salt "somesaltsomesalt".
    const cheap = '$argon2id$v=19$m=8192,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$'
    const { argon2Sync } = await import('node:crypto')
    const cost = { memory: 8192, passes: 3, parallelism: 1, tagLength: 32 }
    const tag = argon2Sync('argon2id', {
      message: 'password',
      nonce: Buffer.from('somesaltsomesalt'),
      ...cost,
    })
    const hash = `${cheap}${tag.toString('base64').replace(/=+$/, '')}`
    expect(await verifyPassword('password', hash)).toBe(true)
  })

  it('does the same work for nobody, and says no', async () => {
    await verifyPassword('x', undefined)
    const from = performance.now()
    expect(await verifyPassword('quiet lantern', undefined)).toBe(false)
    expect(performance.now() - from).toBeGreaterThan(5)
    expect(await verifyPassword('x', 'not a hash')).toBe(false)
  })

  it('waits its turn when many come at once, and everybody gets an answer', async () => {
    const hash = await hashPassword('quiet lantern')
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, n) => verifyPassword(n % 2 ? 'quiet lantern' : 'wrong', hash)),
    )
    expect(answers).toEqual(Array.from({ length: 24 }, (_, n) => n % 2 === 1))
  })
})
