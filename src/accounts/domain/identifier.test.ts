import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Identifier, readIdentifier, shownIdentifier } from './identifier.ts'

const ldh = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/

function read(input: string): string {
  const outcome = readIdentifier(input)
  return outcome.ok ? outcome.value : `refused: ${outcome.refusal.code}`
}

const label63 = 'a'.repeat(63)
const longest = `${label63}.${label63}.${label63}.${'a'.repeat(61)}`

describe('an identifier is read from', () => {
  it.each([
    ['itself', 'acme.example', 'acme.example'],
    ['more than two labels', 'finance.emea.acme.example', 'finance.emea.acme.example'],
    ['upper case', 'ACME.Example', 'acme.example'],
    ['padding', ' \t acme.example \n', 'acme.example'],
    ['invisible padding of a copied text', '\ufeff\u200bacme.example\u200b', 'acme.example'],
    ['a final dot', 'acme.example.', 'acme.example'],
    ['a URL', 'https://acme.example/path?q=1#part', 'acme.example'],
    ['a URL with all its parts', 'HTTPS://ana:secret@ACME.example:8443/a%20b@c?d@e#f', 'acme.example'],
    ['a URL without a scheme', '//acme.example/path', 'acme.example'],
    ['the address of a web site', 'https://www.acme.example/en/', 'acme.example'],
    ['the name of a web server', 'WWW.acme.example', 'acme.example'],
    ['a name that only begins like one', 'wwwacme.example', 'wwwacme.example'],
    ['a domain of two labels, the first of which is www', 'www.example', 'www.example'],
    [
      'an address at a web server, which is a mail domain of its own',
      'ana@www.acme.example',
      'www.acme.example',
    ],
    ['a domain with a path', 'acme.example/@ana', 'acme.example'],
    ['a domain with a port', 'acme.example:443', 'acme.example'],
    ['a domain with a port of zeros', 'acme.example:8080', 'acme.example'],
    ['a label that begins and ends with zero', '0a0.example', '0a0.example'],
    ['a path with a backslash, as browsers read it', 'https://acme.example\\@evil.example', 'acme.example'],
    ['an e-mail address', 'ana@acme.example', 'acme.example'],
    ['an address with a name', 'Ana Martin <ana@acme.example>', 'acme.example'],
    ['a link to an address', 'mailto:ana@acme.example?subject=x', 'acme.example'],
    ['the last part of an address with two @', '"a@b"@acme.example', 'acme.example'],
    ['an internationalised name', 'BÜCHER.example', 'xn--bcher-kva.example'],
    ['a decomposed name', 'bu\u0308cher.example', 'xn--bcher-kva.example'],
    ['an A-label', 'xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['an A-label in upper case', 'XN--BCHER-KVA.example', 'xn--bcher-kva.example'],
    ['a sharp s, which stays one', 'faß.example', 'xn--fa-hia.example'],
    ['full-width letters', 'ａｃｍｅ.example', 'acme.example'],
    ['full-width and ideographic dots', 'acme．example。', 'acme.example'],
    ['digits', '1.2.3.4.example', '1.2.3.4.example'],
    ['inner hyphens', 'a-b--c.example', 'a-b--c.example'],
    ['253 characters', longest, longest],
    ['a look-alike, as the other name that it is', 'аcme.example', 'xn--cme-5cd.example'],
  ])('%s', (_what, input, identifier) => {
    expect(read(input)).toBe(identifier)
  })
})

describe('an identifier is refused for', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['space alone', ' \u200b ', 'empty'],
    ['a scheme alone', 'https://', 'empty'],
    ['one label', 'localhost', 'no-dot'],
    ['one label and a dot', 'localhost.', 'no-dot'],
    ['a percent sign that a parser would decode', 'acme%2eexample', 'character'],
    ['an underscore', 'a_b.example', 'character'],
    ['a space inside', 'ac me.example', 'character'],
    ['an emoji', '💩.example', 'character'],
    ['a symbol', '☃.example', 'character'],
    ['a character that folds to a slash', 'evil.c℀.acme.example', 'character'],
    ['an encoded emoji', 'xn--ls8h.example', 'encoding'],
    ['an IP address', '127.0.0.1', 'ip-address'],
    ['an IP address of zeros', '10.0.0.0', 'ip-address'],
    ['a short IP address', '127.1', 'ip-address'],
    ['a number', '2130706433', 'ip-address'],
    ['a hexadecimal address', '0x7f.0x1', 'ip-address'],
    ['a hexadecimal address in upper case', '0X7F.0X', 'ip-address'],
    ['a full-width IP address', '１２７.１', 'ip-address'],
    ['an IPv6 address', '[::1]', 'ip-address'],
    ['a bare IPv6 address', '2001:db8::1', 'ip-address'],
    ['a top label of digits', 'acme.1', 'ip-address'],
    ['a zero-width space inside', 'ac\u200bme.example', 'hidden-character'],
    ['a soft hyphen', 'ac\u00adme.example', 'hidden-character'],
    ['a joiner', 'ac\u200dme.example', 'hidden-character'],
    ['a direction override', 'acme\u202e.example', 'hidden-character'],
    ['a null', 'ac\u0000me.example', 'hidden-character'],
    ['a variation selector', 'acme\ufe0f.example', 'hidden-character'],
    ['a leading hyphen', '-a.example', 'outer-hyphen'],
    ['a trailing hyphen', 'a-.example', 'outer-hyphen'],
    ['an A-label that stands for nothing', 'xn--.example', 'outer-hyphen'],
    ['an A-label of plain letters', 'xn--acme-.example', 'outer-hyphen'],
    ['an A-label that does not decode', 'xn--a.example', 'encoding'],
    ['an A-label that does not come back', 'xn--bcher-kvä.example', 'encoding'],
    ['an A-label of an upper-case letter', 'xn--bcher-kva8445foa.example', 'encoding'],
    ['two dots', 'acme..example', 'empty-label'],
    ['a first dot', '.acme.example', 'empty-label'],
    ['a dot alone', '.', 'empty-label'],
    ['a label of 64 characters', `${label63}a.example`, 'long-label'],
    ['a label of 64 characters when encoded', `${'ü'.repeat(60)}.example`, 'long-label'],
    ['254 characters', `${longest}a`, 'too-long'],
    ['a book', 'a.'.repeat(5000), 'too-long'],
    ['mixed directions', 'אa1.example', 'encoding'],
    ['Arabic digits before a Latin label', '٣٣.example', 'encoding'],
    ['a label that starts with a mark', '\u0301a.example', 'encoding'],
  ])('%s', (_what, input, code) => {
    expect(read(input)).toBe(`refused: ${code}`)
  })

  it('a character, and names it', () => {
    const outcome = readIdentifier('a_b.example')
    expect(outcome).toEqual({ ok: false, refusal: { code: 'character', character: '_' } })
  })
})

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...'acme example . 。 - xn-- bcher-kva ü ß İ а ٣ １ @ / : %2e [ \u0301 א ー ℀ 0x7f < > \\ // A'.split(
      ' ',
    ),
    ' ',
    '\u200b',
    '\u200d',
    '\ud800',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.domain(),
    fc.emailAddress(),
    fc.webUrl(),
  )

  it('an answer is given, and an identifier is letters, digits and inner hyphens with a dot', () => {
    fc.assert(
      fc.property(typed, (input) => {
        const outcome = readIdentifier(input)
        if (outcome.ok) expect(outcome.value).toMatch(ldh)
      }),
      { numRuns: 3000 },
    )
  })

  it('an identifier reads as itself, and so does what is shown of it', () => {
    fc.assert(
      fc.property(typed, (input) => {
        const outcome = readIdentifier(input)
        if (!outcome.ok) return
        expect(read(outcome.value)).toBe(outcome.value)
        expect(read(shownIdentifier(outcome.value).shown)).toBe(outcome.value)
      }),
      { numRuns: 3000 },
    )
  })

  it('case, padding and a final dot do not matter to a domain', () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        expect(read(` ${domain.toUpperCase()}. `)).toBe(read(domain))
      }),
    )
  })
})

describe('an identifier is shown', () => {
  const shown = (input: string) => {
    const outcome = readIdentifier(input)
    return outcome.ok ? shownIdentifier(outcome.value) : outcome
  }

  it('as it is when it is plain', () => {
    expect(shown('acme.example')).toEqual({ shown: 'acme.example' })
  })

  it.each([
    ['Latin with accents', 'bücher.example'],
    ['the letters of Vietnamese', 'việtnam.example'],
    ['Cyrillic', 'пример.example'],
    ['Cyrillic and Latin with digits', 'пример10.bücher10'],
    ['Greek', 'παράδειγμα.example'],
    ['Japanese in its three scripts', 'ラーメン屋の.example'],
    ['Chinese', '例子.example'],
    ['Korean', '한국.example'],
    ['Hindi', 'उदाहरण.example'],
    ['Arabic', 'مثال.example'],
    ['Hebrew with digits', 'דוגמה2.example'],
    ['Thai', 'ตัวอย่าง.example'],
    ['two scripts in two labels', 'пример.παράδειγμα'],
  ])('readable, with the A-label beside it, in %s', (_what, input) => {
    const { shown: readable, ascii } = shown(input) as ReturnType<typeof shownIdentifier>
    expect(readable).toBe(input)
    expect(ascii).toMatch(/xn--/)
  })

  it.each([
    ['Cyrillic in a Latin word', 'аcme.example'],
    ['Greek in a Latin word', 'αcme.example'],
    ['a word of Cyrillic look-alikes', 'аррӏе.example'],
    ['a word of Cyrillic look-alikes and digits', 'аррӏе10.example'],
    ['a word of Greek look-alikes', 'νικα.example'],
    ['a dotless i', 'acmeı.example'],
    ['a phonetic letter', 'ɡlobex.example'],
    ['a mark without a letter of its own', 'a\u0331cme.example'],
    ['a dead script', 'ᚠᚢ.example'],
  ])('as its A-label only, for %s', (_what, input) => {
    const { shown: readable, ascii } = shown(input) as ReturnType<typeof shownIdentifier>
    expect(readable).toMatch(/^xn--/)
    expect(ascii).toBeUndefined()
  })

  it('without fail, even when something else than the reader made it', () => {
    expect(shownIdentifier('xn--a.example' as Identifier)).toEqual({ shown: 'xn--a.example' })
  })
})
