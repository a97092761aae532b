import { describe, expect, it } from 'vitest'
import { compose } from './compose.tsx'
import { cleanName, defang } from './defang.ts'
import type { Mail } from './letter.ts'
import { messageOf, readMailbox } from './transport.ts'

const mail: Mail = {
  account: 'a',
  id: 'm',
  eventId: null,
  requestId: null,
  kind: 'x',
  n: 1,
  personId: null,
  address: 'ana@acme.example',
  locale: 'en',
  messageId: '<abc@portal.example>',
  payload: {},
  category: null,
}

describe('a mailbox', () => {
  it.each(['ana@acme.example', 'Ana <ana@acme.example>', 'a.b+c@sub.acme.example'])('reads %s', (text) => {
    expect(readMailbox(text)?.address).toMatch(/@/)
  })
  it.each([
    '',
    'ana',
    'a@b, c@d',
    'a@evil.example＠x.example',
    '"a b"@x.example',
    'a@x..example',
    'A\r\nBcc: x@y.example',
    'a@b <c@d> e',
  ])('refuses %j', (text) => expect(readMailbox(text)).toBeUndefined())
})

describe('what somebody typed, in our mail', () => {
  it('holds nothing that becomes a link', () => {
    expect(defang('see https://evil.example/x or a@evil.example')).toBe(
      'see https[:]//evil[.]example/x or a[at]evil[.]example',
    )
  })
  it('keeps the full stop at the end of a sentence', () =>
    expect(defang('Please. Thank you.')).toBe('Please. Thank you.'))
  it('is a name of one line without control or direction characters', () => {
    expect(cleanName('Ana\r\nBcc: x\u202e\u0007')).toBe('Ana Bcc: x')
    expect(cleanName('x'.repeat(200))).toHaveLength(80)
  })
})

describe('a letter', () => {
  const content = {
    reader: { locale: 'en', timeZone: 'UTC' } as const,
    installationName: 'Vestibule',
    opening: 'Raul <b> asks',
    blocks: [
      { kind: 'facts', facts: [{ label: 'Account', value: 'ACME' }] },
      { kind: 'quote', by: 'Raul wrote, not we:', text: '<script>x</script>\nhttps://evil.example' },
    ] as const,
    button: { label: 'Open', href: 'https://portal.example/requests/1', orVisit: 'Or visit' },
    why: 'You administer ACME.',
  }

  it('says the same twice, and nothing in it comes alive', () => {
    const { html, text } = compose(content)
    expect(html).toContain('Raul &lt;b&gt; asks')
    expect(html).not.toContain('<script>')
    expect(html).toContain('https[:]//evil[.]example')
    expect(html.startsWith('<!doctype html>')).toBe(true)
    for (const part of [
      'Raul <b> asks',
      'Account: ACME',
      '> <script>x</script>',
      'https://portal.example/requests/1',
      'You administer ACME.',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('goes to one recipient, as an object no mail library parses again', () => {
    const message = messageOf(
      mail,
      { subject: 's', html: 'h', text: 't', thread: 'r1', toName: 'Ana, x@y.example' },
      { name: 'V', address: 'v@x.example' },
    )
    expect(message.to).toEqual([{ name: 'Ana, x@y.example', address: 'ana@acme.example' }])
    expect(message).toMatchObject({
      disableFileAccess: true,
      disableUrlAccess: true,
      references: ['<r1@portal.example>'],
    })
  })
})
