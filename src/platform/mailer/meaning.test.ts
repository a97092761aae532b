import { describe, expect, it } from 'vitest'
import { meaningOf } from './meaning.ts'

describe('an answer of the next mail server', () => {
  it.each([
    ['451 4.7.1 greylisted', 'RCPT TO'],
    ['452 4.2.2 mailbox full', 'DATA'],
  ])('of %s is for later', (response, command) => {
    expect(meaningOf({ responseCode: 451, response, command }).kind).toBe('later')
  })

  it('that never came after the text was sent is for later: the mail may have arrived', () => {
    for (const failure of [
      { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT', command: 'CONN' },
      { code: 'ECONNECTION', command: 'CONN' },
      { code: 'ESOCKET', originalCode: 'ECONNRESET', command: 'CONN' },
    ])
      expect(meaningOf(failure).kind).toBe('later')
  })

  it.each([
    ['550 5.1.1 no such user', true],
    ['550 no such user', true],
    ['550 5.2.1 mailbox disabled', true],
    ['552 5.2.2 mailbox full', false],
    ['554 5.7.1 rejected as spam', false],
    ['552 message too big', false],
  ])('of %s is final (about the address: %s)', (response, address) => {
    const responseCode = Number(response.slice(0, 3))
    expect(meaningOf({ responseCode, response, command: 'RCPT TO' })).toMatchObject({
      kind: 'refused',
      address,
    })
  })

  it.each([
    { code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' },
    { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT', command: 'CONN' },
    { code: 'EAUTH', responseCode: 535, response: '535 wrong password', command: 'AUTH PLAIN' },
    { code: 'EPROTOCOL', responseCode: 554, response: '554 no service', command: 'CONN' },
    { code: 'EENVELOPE', responseCode: 421, response: '421 closing', command: 'RCPT TO' },
    { code: 'EDNS' },
  ])('that is about us and not about the recipient uses up no try: %j', (failure) => {
    expect(meaningOf(failure).kind).toBe('away')
  })
})
