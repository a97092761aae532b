import { describe, expect, it } from 'vitest'
import {
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

describe('only', () => {
  const holders = (action: (typeof actions)[number]) =>
    roles.filter((role) => reachOf(role, action) !== 'nowhere')

  it('administrators decide requests, change people and see requests', () => {
    expect(holders('decide-requests')).toEqual(['VA', 'SA'])
    expect(holders('change-people')).toEqual(['VA', 'SA'])
    expect(holders('see-requests')).toEqual(['VA', 'SA'])
    expect(roles.filter(isAdministratorRole)).toEqual(['VA', 'SA'])
  })

  it('an account administrator changes account administrators, and it takes two', () => {
    expect(holders('change-administrators')).toEqual(['SA'])
    expect(roles.filter((role) => takesTwo(role, 'change-administrators'))).toEqual(['SA'])
  })

  it('an agreement approver and an account administrator accept agreements', () => {
    expect(holders('accept-agreements')).toEqual(['AG', 'SA'])
    expect(reachOf('AG', 'decide-requests')).toBe('nowhere')
  })

  it('support and operators answer cases; neither decides requests or changes people', () => {
    expect(holders('answer-cases')).toEqual([])
    for (const office of ['SP', 'OP'] as const) {
      expect(reachOf(office, 'answer-cases')).toBe('everywhere')
      expect(reachOf(office, 'decide-requests')).toBe('nowhere')
      expect(reachOf(office, 'change-people')).toBe('nowhere')
      expect(takesTwo(office, 'change-account')).toBe(true)
    }
    expect(takesTwo('SP', 'decide-for-vacant-account')).toBe(true)
  })

  it('users use what viewers see', () => {
    expect(holders('use')).toEqual(['VU', 'VA', 'SU', 'SA'])
  })

  it('readers of the event log who answer for it export it', () => {
    expect(holders('see-event-log')).toEqual(['VA', 'AG', 'SA'])
    expect(holders('export-event-log')).toEqual(['VA', 'SA'])
  })
})

describe('a holder', () => {
  it('that no table names does nothing', () => {
    expect(reachOf('XX' as 'SA', 'see-account')).toBe('nowhere')
  })
})
