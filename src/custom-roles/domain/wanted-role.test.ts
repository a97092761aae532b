import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actions } from '../../accounts/domain/roles.ts'
import { bySubject, isSameSet, readText } from './wanted-role.ts'

const builtIn = ['Smart Account Administrator', 'Administrateur du compte Smart', 'Operator']
const read = (name: string, description = '') => readText({ name, description }, builtIn)

describe('the name of a role', () => {
  it('is kept on one line, without outer space', () => {
    expect(read('  Licence \n desk ')).toEqual({ ok: true, value: { name: 'Licence desk', description: '' } })
  })

  it.each([
    'Smart Account Administrator',
    'smart account  administrator',
    'Smart-Account-Administrator',
    'Ѕmart Аccount Аdministrator',
    'SMART ACC0UNT ADMINISTRAT0R',
    'Administrateur du Compte Smart',
    'Opérator',
  ])('is not %s, which reads like a built-in role', (name) => {
    expect(read(name)).toEqual({ ok: false, refusal: { code: 'name-built-in' } })
  })

  it.each(['', '   ', '---', '\u200b', 'x'.repeat(61)])('is not «%s»', (name) => {
    expect(read(name)).toEqual({ ok: false, refusal: { code: 'name-unfit' } })
  })

  it('may contain a built-in name when it says more', () => {
    expect(read('Operator of licences').ok).toBe(true)
  })

  it('comes with a description of at most 300 characters', () => {
    expect(read('Auditor', 'x'.repeat(300)).ok).toBe(true)
    expect(read('Auditor', 'x'.repeat(301))).toEqual({ ok: false, refusal: { code: 'description-unfit' } })
  })
})

describe('actions', () => {
  it('each stand under one subject', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...actions)), (some) => {
        const shown = bySubject(some).flatMap((group) => group.actions)
        expect(isSameSet(shown, some)).toBe(true)
      }),
    )
  })
})
