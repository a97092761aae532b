import { describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { readConfig } from '../../config/index.ts'
import { readReplyAddress, type ReplyDesk, replyAddress } from './reply-address.ts'

function desk(environment: Record<string, string>, key = 'one'): ReplyDesk {
  return {
    config: readConfig(environment, { demo: true }),
    publicUrl: 'https://portal.example',
    settings: { name: 'Vestibule' } as ReplyDesk['settings'],
    key: Buffer.from(key),
  }
}

const here = desk({ INBOUND_SMTP: '127.0.0.1:2525', INBOUND_DOMAIN: 'Mail.Portal.Example' })

describe('a reply address', () => {
  it('leads back to what it was made for, whatever a mail server does to its letters', () => {
    for (const kind of ['bounce', 'case'] as const) {
      const id = newId()
      const address = replyAddress(here, kind, id) ?? ''
      expect(address).toMatch(/@mail\.portal\.example$/)
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64)
      expect(readReplyAddress(here, address.toUpperCase())).toEqual({ kind, id })
    }
  })

  it('is not there while no mail comes in', () => {
    expect(replyAddress(desk({}), 'case', newId())).toBeNull()
  })

  it('cannot be made up, changed, or carried to another kind, domain or installation', () => {
    const address = replyAddress(here, 'case', newId()) ?? ''
    const changed = address.replace(/\+(.)/, (_, letter: string) => `+${letter === 'a' ? 'b' : 'a'}`)
    const wrong = [
      '',
      'case@mail.portal.example',
      'postmaster@mail.portal.example',
      changed,
      address.replace('case', 'bounce'),
      address.replace('mail.portal', 'evil'),
      `${address}, x@y.example`,
    ]
    for (const other of wrong) expect(readReplyAddress(here, other)).toBeUndefined()
    expect(readReplyAddress({ ...here, key: Buffer.from('two') }, address)).toBeUndefined()
  })
})
