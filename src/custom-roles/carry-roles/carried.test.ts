import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completed, customActions } from '../../accounts/domain/custom-role.ts'
import type { CustomRole, CustomRoleId } from '../../accounts/domain/roles.ts'
import { actionsCarried, nameCarried, sameAs } from './carried.ts'

const role = (name: string, actions: CustomRole['actions'], reach: CustomRole['reach']): CustomRole => ({
  id: name as CustomRoleId,
  name,
  version: 1,
  reach,
  actions,
})

describe('a role of an account that becomes a part of another one', () => {
  it('is never wider there, and whole', () => {
    fc.assert(
      fc.property(fc.subarray([...customActions('ACCOUNT')]), (wished) => {
        const before = completed(wished)
        const after = actionsCarried({ actions: before })
        expect(after.every((action) => before.includes(action))).toBe(true)
        expect(after.every((action) => customActions('VIRTUAL').includes(action))).toBe(true)
        expect(completed(after)).toEqual(after)
      }),
    )
  })

  it('is taken for one of the same name that contains just the same, and else has a name of its own', () => {
    const actions = completed(['see-people'])
    const desk = role('Licence Desk', actions, 'VIRTUAL')
    expect(sameAs('licence desk', actions, [desk])).toBe(desk)
    expect(sameAs('licence desk', completed(['see-event-log']), [desk])).toBeUndefined()
    expect(sameAs('licence desk', actions, [role('Licence Desk', actions, 'ACCOUNT')])).toBeUndefined()
    expect(nameCarried('Desk', 'ACME', [])).toBe('Desk')
    expect(nameCarried('Desk', 'ACME', ['desk'])).toBe('Desk (ACME)')
    expect(nameCarried('Desk', 'ACME', ['desk', 'DESK (ACME)'])).toBe('Desk (ACME 2)')
    expect([...nameCarried('D'.repeat(60), 'A'.repeat(80), ['D'.repeat(60)])].length).toBe(60)
  })
})
