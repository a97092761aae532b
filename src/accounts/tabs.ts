import type { Rights } from './domain/rights.ts'
import { type Action, type Office, reachOf } from './domain/roles.ts'

/** The pages of an account that stand beside each other. */
export const accountTabs = [
  'properties',
  'virtual-accounts',
  'users',
  'groups',
  'tags',
  'requests',
  'rules',
  'reviews',
  'agreements',
  'events',
  'insights',
  'settings',
] as const
export type AccountTab = (typeof accountTabs)[number]

type Need = {
  readonly action: Action
  /** What is about the account as a whole, and never about a part of it. */
  readonly whole?: true
}

/** What one must be allowed to open a tab; a tab that has no pages yet is left out. */
const needs: Partial<Record<AccountTab, Need>> = {
  properties: { action: 'see-account' },
  'virtual-accounts': { action: 'see-virtual-accounts' },
  users: { action: 'see-people' },
  groups: { action: 'change-groups' },
  tags: { action: 'change-groups' },
  requests: { action: 'see-requests' },
  agreements: { action: 'accept-agreements', whole: true },
  rules: { action: 'change-rules' },
  reviews: { action: 'change-rules' },
  events: { action: 'see-event-log' },
  insights: { action: 'see-requests', whole: true },
  settings: { action: 'change-settings', whole: true },
}

/** What is known of somebody who looks at an account. */
export type Onlooker = { readonly rights: Pick<Rights, 'held'>; readonly offices: readonly Office[] }

/** The tabs that somebody may open, in their order; whoever holds nothing may open none. */
export function tabsFor(seen: Onlooker): readonly AccountTab[] {
  return accountTabs.filter((tab) => opensTab(seen, tab))
}

/** Whether somebody may open a tab: for the whole account or, where a part has such a page, for that part. */
export function opensTab({ rights, offices }: Onlooker, tab: AccountTab): boolean {
  const need = needs[tab]
  if (!need) return false
  return [...rights.held.map(({ role }) => role), ...offices].some((holder) => {
    const reach = reachOf(holder, need.action)
    return reach === 'everywhere' || (reach === 'own' && !need.whole)
  })
}
