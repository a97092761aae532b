import { completed } from '../../src/accounts/domain/custom-role.ts'
import {
  type Action,
  actions,
  type CustomRole,
  type Office,
  type Role,
} from '../../src/accounts/domain/roles.ts'
import { newId } from '../../src/kernel/id.ts'
import type { Fields } from '../world/visitor.ts'
import { actsOfPrograms } from './roles.programs.ts'
import { allowed, api, base, call, get, type Place, press, type Probe, unused } from './roles.ways.ts'

const groupIn = (place: string): Fields => ({ name: unused(), role: 'VV', place: [place] })
const roleIn = (reach: 'ACCOUNT' | 'VIRTUAL') => ({
  name: unused(),
  description: '',
  reach,
  action: ['see-people'],
})
const approval = {
  scope: { kind: 'ACCOUNT' },
  role: 'SV',
  end: { kind: 'NONE' },
  note: 'As we agreed on the phone.',
}

// An answer for each line: what nobody may give is said in the line.
const addsAt = (at: 'own' | 'foreign'): Probe => ({
  action: 'change-people',
  channel: 'API',
  at,
  what: `POST ${api}/users`,
  async try({ api: program }, ground) {
    const people = [{ address: 'emil@acme.example', role: 'VV', virtualAccountIds: [ground[at]] }]
    const answer = await program.post(`${api}/users`, { people }, { 'Idempotency-Key': newId() })
    return allowed(answer) && !answer.text.includes('above-own-rights')
  },
})

const decides = (at: Place): Probe[] => [
  {
    action: 'decide-requests',
    channel: 'page',
    at,
    what: 'POST /requests/:id/approve',
    try: async ({ page }, { request }) =>
      allowed(
        await page.post(`/requests/${request[at]}/approve`, {
          version: '999',
          scope: 'ACCOUNT',
          role: 'SV',
          end: 'NONE',
          ends: '',
          note: 'As we agreed on the phone.',
        }),
      ),
  },
  call('decide-requests', ({ request }) => `/api/v1/requests/${request[at]}/approve`, {
    at,
    body: () => approval,
    headers: { 'If-Match': '"999"' },
  }),
  {
    action: 'see-requests',
    channel: 'page',
    at,
    what: 'GET /requests/:id',
    try: async ({ page }, { request }) => allowed(await page.get(`/requests/${request[at]}`)),
  },
  {
    action: 'see-requests',
    channel: 'API',
    at,
    what: 'GET /api/v1/requests/:id',
    try: async ({ api: program }, { request }) =>
      allowed(await program.get(`/api/v1/requests/${request[at]}`)),
  },
]

const sees = (at: 'own' | 'foreign'): Probe => ({
  action: 'see-people',
  channel: 'page',
  at,
  what: 'GET users/:id',
  try: async ({ page }, { user }) => allowed(await page.get(`${base}/users/${user[at]}`)),
})

// One form for what different people may change: it shows each what is theirs.
const shows = (action: Action, field: string): Probe => ({
  action,
  channel: 'page',
  at: 'whole',
  what: `GET ${base}/edit with ${field}`,
  async try({ page }) {
    const answer = await page.get(`${base}/edit`)
    return allowed(answer) && answer.text.includes(field)
  },
})

/** Every way to try an action that there is. */
export const probes: readonly Probe[] = [
  get('see-account', base),
  get('see-account', api, 'any', 'API'),
  get('see-virtual-accounts', `${base}/virtual-accounts`),
  get('see-virtual-accounts', `${api}/virtual-accounts`, 'any', 'API'),
  get('see-people', `${base}/users`),
  get('see-people', `${base}/users.csv`, 'any', 'file'),
  get('see-people', `${api}/users`, 'any', 'API'),
  sees('own'),
  sees('foreign'),
  get('change-people', `${base}/users/add`),
  addsAt('own'),
  addsAt('foreign'),
  get('see-people', `${base}/roles`),
  get('see-people', `${api}/roles`, 'any', 'API'),
  get('change-people', `${base}/roles/new`),
  press('change-people', `${base}/roles/new`, { at: 'own', fields: () => roleIn('VIRTUAL') }),
  press('change-people', `${base}/roles/new`, { at: 'whole', fields: () => roleIn('ACCOUNT') }),
  call('change-people', () => `${api}/roles`, {
    at: 'own',
    body: () => ({ name: unused(), reach: 'VIRTUAL', actions: ['see-people'] }),
  }),
  call('change-people', () => `${api}/roles`, {
    at: 'whole',
    body: () => ({ name: unused(), reach: 'ACCOUNT', actions: ['see-people'] }),
  }),
  get('change-groups', `${base}/groups`),
  get('change-groups', `${base}/tags`),
  press('change-groups', `${base}/groups/new`, { at: 'own', fields: ({ own }) => groupIn(own) }),
  press('change-groups', `${base}/groups/new`, { at: 'foreign', fields: ({ foreign }) => groupIn(foreign) }),
  call('create-virtual-account', () => `${api}/virtual-accounts`, {
    at: 'whole',
    body: () => ({ name: unused(), parentId: null }),
  }),
  call('change-virtual-account', () => `${api}/virtual-accounts`, {
    at: 'own',
    body: ({ own }) => ({ name: unused(), parentId: own }),
  }),
  call('change-virtual-account', () => `${api}/virtual-accounts`, {
    at: 'foreign',
    body: ({ foreign }) => ({ name: unused(), parentId: foreign }),
  }),
  shows('edit-account', 'name="name"'),
  shows('make-restricted', 'name="visibility"'),
  get('change-settings', `${base}/settings`, 'whole'),
  get('change-settings', `${base}/settings/times`, 'whole'),
  get('change-settings', `${base}/settings/administrators`, 'whole'),
  get('change-settings', `${base}/settings/backup-approvers`, 'whole'),
  get('accept-agreements', `${base}/agreements`, 'whole'),
  ...decides('own'),
  ...decides('foreign'),
  ...decides('whole'),
  get('change-rules', `${base}/rules`),
  get('change-rules', `${base}/reviews`),
  get('change-rules', `${api}/rules`, 'any', 'API'),
  get('see-event-log', `${base}/events`),
  get('see-event-log', `${api}/events`, 'any', 'API'),
  get('export-event-log', `${base}/events.csv`, 'any', 'file'),
  get('export-event-log', `${base}/events.jsonl`, 'any', 'file'),
  get('answer-cases', '/support', 'whole'),
  ...actsOfPrograms,
]

/** Actions that no page, file or program of ours can try; what stands behind an account has its own doors. */
export const withoutDoor: readonly Action[] = ['use']

/** Actions whose doors take a second person, or a state of the account, and have tests of their own. */
export const provedElsewhere: readonly Action[] = [
  'change-administrators',
  'ask-to-change-account',
  'change-account',
  'decide-for-vacant-account',
  'delegate-decisions',
]

/** The actions that no list above names. */
export function untried(): Action[] {
  const named = new Set([...probes.map(({ action }) => action), ...withoutDoor, ...provedElsewhere])
  return actions.filter((action) => !named.has(action))
}

const own = (reach: CustomRole['reach'], ...wished: readonly Action[]): CustomRole => ({
  id: newId<'custom-role'>(),
  name: unused(),
  version: 1,
  reach,
  actions: completed(wished),
})

/** Roles that the account made for itself: between them, each action is in one of them and not in another. */
export const ownRoles = {
  'people of a part': own('VIRTUAL', 'change-people', 'change-groups', 'see-event-log'),
  'papers of the account': own(
    'ACCOUNT',
    'change-rules',
    'edit-account',
    'change-settings',
    'accept-agreements',
  ),
  'decisions of the account': own(
    'ACCOUNT',
    'decide-requests',
    'create-virtual-account',
    'change-virtual-account',
    'make-restricted',
    'export-event-log',
  ),
} as const
type OwnName = keyof typeof ownRoles
const ownNames = Object.keys(ownRoles) as OwnName[]

/** Whether it is a role of the account's own that this one holds. */
export function holdsOwn(name: HolderName): name is OwnName {
  return (ownNames as readonly string[]).includes(name)
}

/** Who tries: each role and office, three roles of the account's own, and somebody who holds nothing. */
export const holders: readonly HolderName[] = [
  'VV',
  'VU',
  'VA',
  'SV',
  'SU',
  'AG',
  'SA',
  'SP',
  'OP',
  ...ownNames,
  'nobody',
]
export type HolderName = Role | Office | OwnName | 'nobody'
