import { type Action, actions, type Office, type Role } from '../../src/accounts/domain/roles.ts'
import { newId } from '../../src/kernel/id.ts'
import type { ApiClient } from '../world/api-client.ts'
import type { Answered, Fields, Visitor } from '../world/visitor.ts'

/** Somebody who holds one role or office and nothing else, as a page and as a program would meet them. */
export type Holder = { readonly page: Visitor; readonly api: ApiClient }

/** What the probes are about: virtual accounts of their own and of others, and requests for the three. */
export type Ground = {
  readonly own: string
  readonly foreign: string
  readonly request: Readonly<Record<Place, string>>
  readonly user: Readonly<Record<'own' | 'foreign', string>>
}

/** Where something is tried: in a part that the role is held in, in another, or for the whole account. */
export type Place = 'own' | 'foreign' | 'whole'
/** By which way. */
export type Channel = 'page' | 'file' | 'API'

/** One try of one action by one way at one place; true: it was allowed. */
export type Probe = {
  readonly action: Action
  readonly channel: Channel
  /** `any`: a list that shows each the part that is theirs. */
  readonly at: Place | 'any'
  readonly what: string
  readonly try: (holder: Holder, ground: Ground) => Promise<boolean>
}

const base = '/accounts/acme.example'
const api = '/api/v1/accounts/acme.example'
let serial = 0
const unused = () => `Probe ${++serial}`

/** Allowed: it was done, or refused for another reason. Not allowed: 403, or as if there were nothing. */
function allowed({ status }: Answered): boolean {
  if ([200, 201, 303, 409, 412, 422].includes(status)) return true
  if ([403, 404].includes(status)) return false
  throw new Error(`A probe was answered with ${status}`)
}

const get = (action: Action, path: string, at: Probe['at'] = 'any', channel: Channel = 'page'): Probe => ({
  action,
  channel,
  at,
  what: `GET ${path}`,
  try: async ({ page, api: program }) => allowed(await (channel === 'API' ? program : page).get(path)),
})

const press = (
  action: Action,
  path: string,
  { at, fields }: { readonly at: Place; readonly fields: (ground: Ground) => Fields },
): Probe => ({
  action,
  channel: 'page',
  at,
  what: `POST ${path}`,
  try: async ({ page }, ground) => allowed(await page.post(path, fields(ground))),
})

const call = (
  action: Action,
  path: (ground: Ground) => string,
  {
    at,
    body,
    headers = {},
  }: {
    readonly at: Place
    readonly body: (ground: Ground) => unknown
    readonly headers?: Record<string, string>
  },
): Probe => ({
  action,
  channel: 'API',
  at,
  what: `POST ${path.toString().replace(/^.*=> /, '')}`,
  try: async ({ api: program }, ground) =>
    allowed(await program.post(path(ground), body(ground), { 'Idempotency-Key': newId(), ...headers })),
})

const groupIn = (place: string): Fields => ({ name: unused(), role: 'VV', place: [place] })
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
    const people = [{ address: 'nina@acme.example', role: 'VV', virtualAccountIds: [ground[at]] }]
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

/** Who tries: each role and office, and somebody who holds nothing. */
export const holders = ['VV', 'VU', 'VA', 'SV', 'SU', 'AG', 'SA', 'SP', 'OP', 'nobody'] as const
export type HolderName = (typeof holders)[number] & (Role | Office | 'nobody')
