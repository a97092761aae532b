import { describe, expect, it } from 'vitest'
import { startMailServer } from '../../../test/world/mail-server.ts'
import { newId } from '../../kernel/id.ts'
import type { Letter, Mail } from './letter.ts'
import { mailServerOf } from './mail-server.ts'
import { smtp } from './transport.ts'

const letter: Letter = {
  subject: 'A request waits',
  html: '<p>A request waits.</p>',
  text: 'A request waits.',
}

function mail(): Mail {
  const id = newId()
  return {
    account: id,
    id,
    eventId: null,
    requestId: null,
    kind: 'access-request.submitted.approver',
    n: 1,
    personId: null,
    address: 'ana@acme.example',
    locale: 'en',
    messageId: `<${id}@vestibule.example>`,
    payload: {},
    category: null,
  }
}

describe('a mail server that says nothing any more', () => {
  it('is given up on after a while, to be tried again, and its connection is not used again', async () => {
    const server = await startMailServer()
    const from = { name: 'Vestibule', address: 'no-reply@vestibule.example' }
    const transport = smtp(mailServerOf(server.url), from, { silenceMs: 500 })
    server.fail('hangs')
    const envelope = { returnTo: null, headers: {} }
    expect(await transport.hand(mail(), letter, envelope)).toMatchObject({ kind: 'later' })
    expect(server.arrived).toEqual([])
    expect(await transport.hand(mail(), letter, envelope)).toMatchObject({ kind: 'accepted' })
    expect(server.to('ana@acme.example')).toHaveLength(1)
    transport.close()
    await server.stop()
  })
})
