import { describe, expect, it } from 'vitest'
import {
  type Action,
  accountRoles,
  actions,
  actionsOf,
  isAdministratorRole,
  isRole,
  isVirtualRole,
  reachOf,
  roles,
  takesTwo,
  virtualRoles,
} from './roles.ts'

describe('the roles', () => {
  it('are either of virtual accounts or of the whole account', () => {
    expect(roles).toEqual([...virtualRoles, ...accountRoles])
    expect(roles.filter(isVirtualRole)).toEqual(virtualRoles)
  })

  it('are known by their code, and no other code is one', () => {
    expect(roles.every(isRole)).toBe(true)
    expect(['SP', 'OP', 'sa', '', 'toString'].some(isRole)).toBe(false)
  })

  it('of the whole account never reach own virtual accounts only', () => {
    const reaches = accountRoles.flatMap((role) => actions.map((action) => reachOf(role, action)))
    expect(reaches).not.toContain('own')
  })

  it('of the account administrator contains every action of every other role', () => {
    for (const role of roles) expect(actionsOf('SA')).toEqual(expect.arrayContaining([...actionsOf(role)]))
  })

  it('differ from each other in what they contain', () => {
    const contents = roles.map((role) => actions.map((action) => reachOf(role, action)).join())
    expect(new Set(contents).size).toBe(roles.length)
  })
})

// Who does it everywhere / in their own virtual accounts; whoever is not named does not. Written apart from the code.
const table: Readonly<Record<Action, string>> = {
  'see-account': 'VV VU VA SV SU AG SA SP OP /',
  'see-virtual-accounts': 'SV SU AG SA SP OP / VV VU VA',
  use: 'SU SA / VU VA',
  'see-people': 'AG SA SP OP / VA',
  'change-people': 'SA / VA',
  'change-administrators': 'SA /',
  'change-groups': 'SA / VA',
  'create-virtual-account': 'SA /',
  'change-virtual-account': 'SA / VA',
  'edit-account': 'AG SA /',
  'change-settings': 'SA /',
  'make-restricted': 'SA OP /',
  'ask-to-change-account': 'SA /',
  'change-account': 'SP OP /',
  'accept-agreements': 'AG SA /',
  'see-requests': 'SA SP OP / VA',
  'decide-requests': 'SA / VA',
  'decide-for-vacant-account': 'SP /',
  'change-rules': 'SA / VA',
  'delegate-decisions': 'VA SA /',
  'see-event-log': 'AG SA SP OP / VA',
  'export-event-log': 'SA OP / VA',
  'answer-cases': 'SP OP /',
}
const holders = [...roles, 'SP', 'OP'] as const

describe('an action is done', () => {
  it.each(actions)('by whom the table names: %s', (action) => {
    const [everywhere, own] = (['everywhere', 'own'] as const).map((reach) =>
      holders.filter((holder) => reachOf(holder, action) === reach).join(' '),
    )
    expect(`${everywhere} / ${own}`.trim()).toBe(table[action])
  })

  it('by two people where it changes an account or who administers it', () => {
    const byTwo = holders.flatMap((holder) =>
      actions.filter((action) => takesTwo(holder, action)).map((action) => `${holder} ${action}`),
    )
    expect(byTwo).toEqual([
      'SA change-administrators',
      'SP change-account',
      'SP decide-for-vacant-account',
      'OP change-account',
    ])
  })

  it('by those alone who administer, when people change', () => {
    expect(roles.filter(isAdministratorRole)).toEqual(['VA', 'SA'])
  })

  it('by nobody whom the table does not know', () => {
    expect(reachOf('XX' as 'SA', 'see-account')).toBe('nowhere')
  })
})
