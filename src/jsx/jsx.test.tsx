import fc from 'fast-check'
import { jsx as honoJsx } from 'hono/jsx/jsx-runtime'
import { describe, expect, it } from 'vitest'
import { jsx } from './element.ts'
import { escape } from './escape.ts'
import { bytesOf, type Child, finished, html } from './html.ts'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const read = (markup: string) =>
  markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')

const alone = ['\ud83d', '\ude00']
const narrow = ['&', '<', '>', '"', "'", '`', '=', '/', ' ', '\0', '\n', '\r', 'x', '\x7f', '\x80', 'é']
const wide = ['\u07ff', '\u0800', '’', '\ud7ff', '\ue000', '\uffff', '😀', ...alone]
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...narrow, ...wide),
  }),
  fc.constantFrom('</p><script>', '" onload="x', "' onload='x", '&lt;', '<!--', ']]>', '&#x3c;', '\u2028'),
)
const child: fc.Arbitrary<Child> = fc.letrec<{ child: Child }>((tie) => ({
  child: fc.oneof(
    { maxDepth: 4 },
    hostile,
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.array(tie('child'), { maxLength: 3 }),
    tie('child').map((inner) => <b title="inner">{inner}</b>),
  ),
})).child

describe('a text in a page', () => {
  it('comes out as it went in, and opens no tag and no entity of its own', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const drawn = (<p>{text}</p>).toString()
        const inner = drawn.slice('<p>'.length, -'</p>'.length)
        expect(inner).not.toMatch(/[<>"']/)
        expect(inner.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
        expect(read(inner)).toBe(text.toWellFormed())
      }),
    )
  })

  it('stays between the quotes of its attribute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const drawn = (<p title={text} />).toString()
        const [, value = ''] = /^<p title="([^"<>']*)"><\/p>$/.exec(drawn) ?? []
        expect(read(value)).toBe(text.toWellFormed())
      }),
    )
  })

  it('is sent as UTF-8, byte for byte as the platform encodes it, however it was put together', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), (parts) => {
        const text = parts.join('')
        let added = ''
        for (const part of parts) added += part
        for (const one of [text, added, `x${text}`.slice(1)]) {
          expect(bytesOf(<p>{one}</p>).equals(Buffer.from(`<p>${escape(text)}</p>`))).toBe(true)
        }
      }),
    )
  })

  it('is escaped in a template as it is in JSX', () => {
    fc.assert(
      fc.property(child, (one) => {
        expect(html`<i title="${one}">${one}</i>`.toString()).toContain(`>${(<>{one}</>).toString()}</i>`)
        expect(html`<i>${one}</i>`.toString()).toBe((<i>{one}</i>).toString())
      }),
    )
  })
})

describe('an element', () => {
  const attributes = fc.dictionary(
    fc.constantFrom(
      'class',
      'title',
      'checked',
      'disabled',
      'hidden',
      'aria-hidden',
      'data-x',
      'tabindex',
      'open',
      'value',
    ),
    fc.oneof(hostile, fc.integer(), fc.boolean(), fc.constantFrom(null, undefined)),
  )
  const tag = fc.constantFrom('p', 'div', 'td', 'label', 'br', 'img')

  it('looks as hono/jsx draws it, whatever its attributes and children', () => {
    fc.assert(
      fc.property(
        tag,
        attributes,
        fc.array(fc.oneof(hostile, fc.integer()), { maxLength: 3 }),
        (name, props, inside) => {
          const children = name === 'br' || name === 'img' ? {} : { children: inside }
          const theirs = String(honoJsx(name, { ...props, ...children })).toWellFormed()
          expect(jsx(name, { ...props, ...children }).toString()).toBe(theirs)
        },
      ),
    )
  })

  it('drops an attribute whose name would break out of the tag', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const drawn = jsx('p', { [name]: 'x' }).toString()
        if (drawn !== '<p></p>' && name !== 'children') expect(drawn).toBe(`<p ${name}="x"></p>`)
        if (/[\s"'<>/=`\0]/.test(name)) expect(drawn).toBe('<p></p>')
      }),
    )
  })

  it('refuses a tag with a name that HTML does not know', () => {
    expect(() => jsx('p onload=x', {})).toThrow('a name that HTML does not know')
  })

  it('refuses an attribute that is no text, a function most of all', () => {
    expect(() => jsx('button', { onclick: () => 1 }).toString()).toThrow('onclick')
    expect(() => jsx('p', { title: {} }).toString()).toThrow('title')
  })

  it('draws switches by their presence, and everything else by its words', () => {
    expect((<input type="checkbox" checked disabled={false} aria-checked={true} />).toString()).toBe(
      '<input type="checkbox" checked="" aria-checked="true"/>',
    )
  })
})

describe('a component', () => {
  it('may give a text, which is escaped, several things, or nothing', () => {
    const Says = ({ what }: { what: Child }) => what
    expect((<Says what="<b>" />).toString()).toBe('&lt;b&gt;')
    expect((<Says what={[1, ' ', <i>2</i>, null, false]} />).toString()).toBe('1 <i>2</i>')
    expect((<Says what={undefined} />).toString()).toBe('')
  })

  it('gets what stands in its tag, in order', () => {
    const Twice = ({ children }: { children?: Child }) => (
      <>
        {children}|{children}
      </>
    )
    expect(
      (
        <Twice>
          {'a'}
          {0}
        </Twice>
      ).toString(),
    ).toBe('a0|a0')
  })
})

describe('a page', () => {
  const row = (n: number) => (
    <tr>
      <td title={`n${n}`}>{`<${n}> ’é`}</td>
    </tr>
  )

  it('may be longer than any before it, and the one after it is whole', () => {
    for (const rows of [20_000, 3, 60_000, 1]) {
      const drawn = (<table>{Array.from({ length: rows }, (_, n) => row(n))}</table>).toString()
      const expected = Array.from(
        { length: rows },
        (_, n) => `<tr><td title="n${n}">&lt;${n}&gt; ’é</td></tr>`,
      )
      expect(drawn === `<table>${expected.join('')}</table>`).toBe(true)
    }
  })

  it('has room for a text of which every character grows', () => {
    for (const character of ['"', 'é', '’', '😀', '\ud83d']) {
      const text = character.repeat(300_000)
      expect((<p>{text}</p>).toString() === `<p>${escape(text).toWellFormed()}</p>`).toBe(true)
    }
  })

  it('is drawn the same however often, and stays whole when another is drawn in between', () => {
    const page = <main>{html`<p>${1}</p>`}</main>
    const kept = finished(page)
    for (let n = 0; n < 3; n++) {
      expect(page.toString()).toBe('<main><p>1</p></main>')
      expect(
        (
          <div>
            {kept}
            {page}
          </div>
        ).toString(),
      ).toBe(`<div>${'<main><p>1</p></main>'.repeat(2)}</div>`)
    }
  })

  it('that could not be drawn leaves nothing in the next one', () => {
    expect(() =>
      (
        <p>
          <b>half</b>
          {jsx('i', { title: {} })}
        </p>
      ).toString(),
    ).toThrow('title')
    expect((<p>whole</p>).toString()).toBe('<p>whole</p>')
  })
})
