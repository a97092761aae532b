import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ctx } from './context.ts'
import { csv } from './csv.ts'
import { cursors } from './cursor.ts'
import { fieldsOf } from './form.ts'
import { comesFromUs } from './origin-guard.ts'

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '＝1', '＠x'])('takes the power of a formula from %j', (cell) => {
    expect(
      csv([[cell]])
        .replaceAll('"', '')
        .startsWith("'"),
    ).toBe(true)
  })

  it('quotes what RFC 4180 wants quoted', () => {
    expect(csv([['a', 'b,c', 'say "x"', 'two\nlines']])).toBe('a,"b,c","say ""x""","two\nlines"\r\n')
  })

  it('never lets a cell end its row', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (row) => {
        const outside = csv([row]).replace(/"(?:[^"]|"")*"/g, '')
        expect(outside.indexOf('\r\n')).toBe(outside.length - 2)
      }),
    )
  })
})

describe('a field', () => {
  const typed = (body: string) =>
    fieldsOf({
      req: { header: () => 'application/x-www-form-urlencoded' },
      get: () => Buffer.from(body),
    } as unknown as Ctx)

  it('keeps what people write, and no heap of marks, which nobody can put in order in time', () => {
    expect(typed('name=Zoe%CC%81%CC%A7&x=1')).toEqual({ name: 'Zoe\u0301\u0327', x: '1' })
    expect(typed(`name=a${'\u0301\u0327'.repeat(15_000)}b`)).toEqual({
      name: `a${'\u0301\u0327'.repeat(15)}b`,
    })
  })
})

describe('a cursor', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const bound = { person: 'p1', filter: 'open', now }
  const make = cursors(Buffer.from('k'.repeat(32)))

  it('gives back its keys to the same person and filter', () => {
    expect(make.open(make.seal(['a', 'b'], bound), bound)).toEqual(['a', 'b'])
  })

  it.each([
    ['somebody else', { ...bound, person: 'p2' }],
    ['another filter', { ...bound, filter: 'all' }],
    ['an hour later', { ...bound, now: new Date(now.getTime() + 3_600_001) }],
  ])('is of no use to %s', (_, other) => {
    expect(make.open(make.seal(['a'], bound), other)).toBeUndefined()
  })

  it('is never forged, and nonsense never breaks it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(make.open(text, bound)).toBeUndefined()
      }),
    )
    const [payload = ''] = make.seal(['a'], bound).split('.')
    expect(cursors(Buffer.from('x'.repeat(32))).open(`${payload}.AAAA`, bound)).toBeUndefined()
  })
})

describe('the guard of origin', () => {
  const us = 'https://portal.example'
  const asked = { method: 'POST', secFetchSite: undefined, origin: undefined, bearer: false }

  it('lets reading through', () => expect(comesFromUs({ ...asked, method: 'GET' }, us)).toBe(true))
  it('lets our own pages through', () => {
    expect(comesFromUs({ ...asked, secFetchSite: 'same-origin' }, us)).toBe(true)
    expect(comesFromUs({ ...asked, origin: us }, us)).toBe(true)
  })
  it.each(['cross-site', 'same-site', 'none'])('stops a change that comes %s', (secFetchSite) => {
    expect(comesFromUs({ ...asked, secFetchSite, origin: us }, us)).toBe(false)
  })
  it.each([
    undefined,
    'null',
    'https://portal.example.evil',
    'http://portal.example',
    'https://sub.portal.example',
  ])('stops a change from the origin %s', (origin) =>
    expect(comesFromUs({ ...asked, origin }, us)).toBe(false),
  )
  it('asks nothing of a token, which no browser sends by itself', () => {
    expect(comesFromUs({ ...asked, secFetchSite: 'cross-site', bearer: true }, us)).toBe(true)
  })
})
