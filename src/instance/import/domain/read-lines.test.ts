import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from '../../../platform/http/index.ts'
import { columnNames, headerOf, importKindIn, importKinds, keyOf, rowOf, wordOf } from './columns.ts'
import { readLines, UnfinishedCell } from './read-lines.ts'

const cellsOf = (text: string) => [...readLines(text)].map(({ cells }) => cells)

describe('reading a list', () => {
  it('gives each line with its number in the file', () => {
    const text = '\ufeffa,b\r\n"x, y","one\ntwo"\n\nlast,"he said ""no"""'
    expect([...readLines(text)]).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['x, y', 'one\ntwo'] },
      { number: 5, cells: ['last', 'he said "no"'] },
    ])
  })

  it('takes semicolons where the first line does', () => {
    expect(cellsOf('a;b\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ])
  })

  it('stops at a cell that does not end', () => {
    expect(() => cellsOf('a\n"b')).toThrow(UnfinishedCell)
  })

  it('reads back every list that is written here', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => text.trim() === text && !/[\r=+\-@\t＝＋－＠;]/.test(text))
    const rows = fc.array(fc.tuple(cell, cell, fc.constant('x')), { maxLength: 6 })
    fc.assert(
      fc.property(rows, (lines) => {
        expect(cellsOf(csv([['h', 'h', 'h'], ...lines])).slice(1)).toEqual(lines)
      }),
    )
  })
})

describe('the columns of a list', () => {
  it('may stand in any order, and must all be known', () => {
    expect(headerOf('PEOPLE', ['Last name', 'address', 'FIRST_NAME'])).toEqual([
      'last_name',
      'address',
      'first_name',
    ])
    expect(headerOf('PEOPLE', ['address', 'first_name'])).toBeUndefined()
    expect(headerOf('PEOPLE', ['address', 'first_name', 'last_name', 'shoe'])).toBeUndefined()
    expect(headerOf('ROLES', ['account', 'account', 'address', 'role'])).toBeUndefined()
    for (const kind of importKinds) {
      expect(headerOf(kind, columnNames(kind))).toEqual(columnNames(kind))
      expect(importKindIn(wordOf(kind))).toBe(kind)
    }
  })

  it('say what is missing', () => {
    const { problems } = rowOf('ROLES', ['account', 'address', 'role'], ['acme.example', '', 'SV', 'more'])
    expect(problems).toEqual([
      { field: 'file', problem: 'cells' },
      { field: 'address', problem: 'missing' },
    ])
    expect(keyOf('PEOPLE', { address: 'Ana@ACME.example' })).toBe('ana@acme.example')
  })
})
