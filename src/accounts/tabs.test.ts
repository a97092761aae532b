import { describe, expect, it } from 'vitest'
import { type Office, type Role, roles } from './domain/roles.ts'
import { accountTabs, tabsFor } from './tabs.ts'

const holding = (...held: Role[]) => ({
  rights: { held: held.map((role) => ({ role, within: new Set<never>(), endsAt: null })) },
  offices: [],
})
const inOffice = (...offices: Office[]) => ({ rights: { held: [] }, offices })

const seen: Record<Role, readonly string[]> = {
  VV: ['properties', 'virtual-accounts'],
  VU: ['properties', 'virtual-accounts'],
  VA: ['properties', 'virtual-accounts', 'users', 'requests', 'events'],
  SV: ['properties', 'virtual-accounts'],
  SU: ['properties', 'virtual-accounts'],
  AG: ['properties', 'virtual-accounts', 'users', 'events'],
  SA: ['properties', 'virtual-accounts', 'users', 'requests', 'events', 'settings'],
}
// The tabs this test speaks of; the others are tested where they are made.
const own = new Set(seen.SA)
const ownTabsFor = (onlooker: Parameters<typeof tabsFor>[0]) =>
  tabsFor(onlooker).filter((tab) => own.has(tab))

describe('the tabs of an account', () => {
  it.each(roles)('are those that %s may open', (role) => {
    expect(ownTabsFor(holding(role))).toEqual(seen[role])
  })

  it('are all but the settings for support agents and operators', () => {
    for (const office of ['SP', 'OP'] as const) {
      expect(ownTabsFor(inOffice(office))).toEqual([
        'properties',
        'virtual-accounts',
        'users',
        'requests',
        'events',
      ])
    }
  })

  it('are none for whoever holds nothing', () => {
    expect(tabsFor(holding())).toEqual([])
  })

  it('add up over several roles, in their order', () => {
    expect(ownTabsFor(holding('VA', 'AG'))).toEqual([
      'properties',
      'virtual-accounts',
      'users',
      'requests',
      'events',
    ])
    const all = tabsFor({ ...holding('SA', 'VA', 'AG'), offices: ['SP', 'OP'] })
    expect(all).toEqual(accountTabs.filter((tab) => all.includes(tab)))
  })
})
