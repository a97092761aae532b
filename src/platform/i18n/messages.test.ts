import fc from 'fast-check'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { catalogue } from './messages.ts'

const part = fc.oneof(
  fc.stringMatching(/^[\wéà .,:;#&|’()–\n-]{0,12}$/),
  fc.constantFrom('{name}', '{n}', '{de_name}', '{n, plural, one {# day} other {# days}}', "'{x}'"),
  fc.constantFrom(
    '{n, plural, =0 {none} =1 {{name} alone} one {one, #} other {# of {name}}}',
    '{name, select, a {A {n, plural, one {# a} other {# as}}} other {{name}}}',
    '{n, plural, one {# {name, select, a {of A} other {of #}}} other {#}}',
    '{n, plural, offset:1 one {#} other {#}}',
    '{n, selectordinal, one {#st} other {#th}}',
    '{n, number}',
  ),
)
const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))
const values = fc.record({
  name: fc.oneof(fc.string(), fc.constant('a')),
  n: fc.oneof(fc.nat(), fc.nat(3), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()),
  de_name: fc.string(),
})

describe('a sentence', () => {
  it('is said as the standard library says it, however much or little is in it', () => {
    fc.assert(
      fc.property(text, values, fc.constantFrom('en', 'fr'), (message, given, locale) => {
        const words = catalogue({ en: { message }, fr: { message } })
        const say = words.for({ locale }) as (key: 'message', given: object) => string
        expect(say('message', given)).toBe(String(new IntlMessageFormat(message, locale).format(given)))
      }),
    )
  })

  it('never shows a hole', () => {
    const say = catalogue({ en: { hello: 'Hello {name}' }, fr: { hello: 'Bonjour {name}' } }).for({
      locale: 'en',
    })
    expect(() => (say as (key: string, values: object) => string)('hello', {})).toThrow('name')
  })

  it('stays what it is when a value looks like a message', () => {
    const say = catalogue({ en: { hello: 'Hello {name}' }, fr: { hello: 'Bonjour {name}' } }).for({
      locale: 'fr',
    })
    expect(say('hello', { name: '{name} <b> $& {n}' })).toBe('Bonjour {name} <b> $& {n}')
  })
})
