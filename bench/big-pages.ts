import { onlookers } from './big-seed.ts'

const big = '/accounts/account0000001.example'
const id = (kind: string, n: number) => `018f0000-0000-7${kind}00-8000-${n.toString(16).padStart(12, '0')}`
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

/** A page with a list, and who looks at it. */
export type BigPage = { readonly name: string; readonly path: string; readonly who: keyof typeof onlookers }

const ofAdministrator: readonly (readonly [string, string])[] = [
  ['Home', '/'],
  ['Queue', '/queue'],
  ['Queue, decided', '/queue?show=decided'],
  ['Your access', '/access/smart-accounts'],
  ['Accounts that one manages', '/accounts'],
  ['Account: virtual accounts', `${big}/virtual-accounts`],
  ['Account: users', `${big}/users`],
  ['Account: users, found by name', `${big}/users?find=last4000`],
  ['Account: users of a role', `${big}/users?role=VU`],
  ['Account: groups', `${big}/groups`],
  ['Account: tags', `${big}/tags`],
  ['Account: requests', `${big}/requests`],
  ['Account: requests, decided', `${big}/requests?show=decided`],
  ['Account: rules', `${big}/rules`],
  ['Account: reviews', `${big}/reviews`],
  ['Account: agreements', `${big}/agreements`],
  ['Account: insights, 90 days', `${big}/insights?days=90`],
  ['Account: insights, 365 days', `${big}/insights?days=365`],
  ['Event log', `${big}/events`],
  ['Event log, one kind', `${big}/events?kind=access-ended`],
  ['Event log, about a person', `${big}/events?who=${id('a', 500)}`],
  ['Event log, by its administrator', `${big}/events?who=${id('a', 1)}`],
  ['Event log, a person found by name', `${big}/events?person=last100`],
  ['Event log, about a virtual account', `${big}/events?object=${id('e', 7)}`],
  ['Event log, about a request', `${big}/events?object=${id('f', 300)}`],
  ['Event log, about a grant', `${big}/events?object=${id('8', 300)}`],
  ['Event log, some days', `${big}/events?from=${day(500)}&to=${day(499)}`],
  ['Event log, one kind of some days', `${big}/events?kind=access-given&from=${day(500)}&to=${day(490)}`],
  ['Event log, one kind about a person', `${big}/events?kind=account&who=${id('a', 1)}`],
  ['Event log, nothing to be found', `${big}/events?kind=cases&who=${id('a', 1)}`],
]

const ofOperator: readonly (readonly [string, string])[] = [
  ['Operator: accounts', '/operator'],
  ['Operator: accounts, found', '/operator?find=account0000777'],
  ['Operator: people', '/operator/people'],
  ['Operator: people, found', '/operator/people?find=person777@'],
  ['Operator: health', '/operator/health'],
  ['Operator: mails', '/operator/mails'],
  ['Operator: trouble', '/operator/trouble'],
  ['Operator: event log', '/operator/events'],
  ['Operator: event log, one kind', '/operator/events?kind=people-details'],
  ['Operator: insights', '/operator/insights'],
  ['Support: cases', '/support'],
]

/** Every page with a list that can grow. */
export const bigPages: readonly BigPage[] = [
  ...ofAdministrator.map(([name, path]) => ({ name, path, who: 'administrator' as const })),
  { name: 'Event log, of a part', path: `${big}/events`, who: 'part' },
  { name: 'Event log, of a part, a person found by name', path: `${big}/events?person=last100`, who: 'part' },
  { name: 'Account: users, of a part', path: `${big}/users`, who: 'part' },
  { name: 'Your Access Requests', path: '/access/services-and-support', who: 'requester' },
  ...ofOperator.map(([name, path]) => ({ name, path, who: 'operator' as const })),
]
