import { describe, expect, it } from 'vitest'
import { readMailServer, type TypedMailServer } from './read-mail-server.ts'

const typed: TypedMailServer = {
  host: ' Mail.Example.org ',
  port: '',
  security: 'TLS',
  user: 'portal',
  password: 'secret',
  senderName: 'Access Desk',
  senderAddress: 'access@example.org',
}
const problemsOf = (changed: Partial<TypedMailServer>) => readMailServer({ ...typed, ...changed }).problems

describe('a mail server that is typed', () => {
  it('has the port of its kind of connection', () => {
    expect(readMailServer(typed)).toMatchObject({
      read: { host: 'mail.example.org', port: 465, isTls: true },
      problems: {},
    })
    expect(readMailServer({ ...typed, security: 'STARTTLS' }).read.port).toBe(587)
    expect(readMailServer({ ...typed, port: '2525' }).read.port).toBe(2525)
    expect(readMailServer({ ...typed, host: '[2001:db8::1]' }).read.host).toBe('2001:db8::1')
  })

  it('is none without a host, and keeps nothing of how one signed in', () => {
    expect(readMailServer({ ...typed, host: ' ' }).read).toMatchObject({
      host: null,
      port: null,
      user: null,
      password: null,
      senderAddress: 'access@example.org',
    })
  })

  it('says all that is wrong at once', () => {
    expect(
      problemsOf({ host: 'mail example', port: '0', senderName: 'A <b>', senderAddress: 'nobody' }),
    ).toEqual({
      host: 'host-unfit',
      port: 'port-unfit',
      senderName: 'name-unfit',
      senderAddress: 'address-unfit',
    })
    for (const port of ['x', '1.5', '65536', '-1'])
      expect(problemsOf({ port })).toEqual({ port: 'port-unfit' })
    for (const host of ['-a.example', 'a..b', 'a_b', 'smtp://a.example', `${'a'.repeat(64)}.example`])
      expect(problemsOf({ host })).toEqual({ host: 'host-unfit' })
    expect(problemsOf({ host: `${'a'.repeat(250)}!` })).toEqual({ host: 'host-unfit' })
  })
})
