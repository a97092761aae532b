import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeHref } from './safe-href.ts'

describe('an address in a link', () => {
  it.each([
    '/',
    '/requests/1?show=open#decision',
    '?after=3',
    '#reason',
    'https://help.example/path?q=1',
    'HTTPS://help.example/',
    'http://localhost:3000/',
    'http://127.0.0.1:3000/x',
    'http://[::1]:3000/',
    'mailto:help@acme.example',
  ])('may be %s', (href) => {
    expect(safeHref(href)).toBe(href)
  })

  it.each([
    '',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/a\\b',
    '/a b',
    '/a\u0000',
    '/é',
    'https:evil.example',
    'https:/evil.example',
    'https://',
    'https://acme.example@evil.example/',
    'https://acme.example\\@evil.example/',
    'http://evil.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'mailto:',
    'mailto:a@b.example\r\nBcc:c@d.example',
    'evil.example',
    'requests/1',
  ])('may not be %j', (href) => {
    expect(() => safeHref(href)).toThrow('not safe')
  })

  it('never leads to another scheme, or to another place without saying https, whatever is given', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '/',
        '\\',
        ':',
        'javascript',
        'https',
        'evil.example',
        '\t',
        ' ',
        '@',
        '#',
        '?',
        'data',
        '\u00a0',
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((parts) => parts.join('')),
        ),
        (text) => {
          let href: string
          try {
            href = safeHref(text)
          } catch {
            return
          }
          const url = new URL(href, 'https://own.example/here')
          expect(
            url.origin === 'https://own.example' ||
              /^(https:\/\/|mailto:|http:\/\/(localhost|127\.|\[::1\]))/i.test(href),
          ).toBe(true)
        },
      ),
    )
  })
})
