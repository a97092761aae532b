/** The tabs of an account, its properties and its virtual accounts. */
export default {
  'tab.label': 'Smart Account',
  'tab.properties': 'Account Properties',
  'tab.virtual-accounts': 'Virtual Accounts',
  'tab.users': 'Users',
  'tab.groups': 'User Groups',
  'tab.tags': 'Custom Tags',
  'tab.requests': 'Requests',
  'tab.rules': 'Rules',
  'tab.reviews': 'Reviews',
  'tab.agreements': 'Account Agreements',
  'tab.events': 'Event Log',
  'tab.insights': 'Insights',
  'tab.settings': 'Settings',
} as const
