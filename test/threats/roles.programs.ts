import { api, call, get, type Probe, run, unused } from './roles.ways.ts'

const group = (virtualAccountIds: readonly string[]) => ({ name: unused(), role: 'VV', virtualAccountIds })
const text = {
  purpose: 'DECLINE',
  en: { title: 'Elsewhere', text: 'Please ask the team of Paris.' },
  fr: { title: '', text: '' },
}
const seen = { 'If-Match': '"999"' }
const block = (virtualAccountIds: readonly string[]) => ({
  address: 'nobody@nowhere.example',
  howLong: '30_DAYS',
  reason: 'They asked nine times a day.',
  virtualAccountIds,
})
const part = (virtualAccountId: string) => ({ selection: { kind: 'PLACE', virtualAccountId } })
const properties = { name: '', contactName: '', contactAddress: '', visibility: 'LISTED' }

/** What programs and commands do about an account, tried as each role. */
export const actsOfPrograms: readonly Probe[] = [
  get('change-groups', `${api}/groups`, 'any', 'API'),
  call('change-groups', () => `${api}/groups`, { at: 'own', body: ({ own }) => group([own]) }),
  call('change-groups', () => `${api}/groups`, { at: 'foreign', body: ({ foreign }) => group([foreign]) }),
  call('change-groups', () => `${api}/groups`, { at: 'whole', body: () => ({ name: unused(), role: 'SV' }) }),
  get('change-groups', `${api}/tags`, 'any', 'API'),
  call('change-groups', () => `${api}/tags`, { at: 'own', body: () => ({ name: unused() }) }),
  get('change-people', `${api}/invitations`, 'any', 'API'),
  get('change-rules', `${api}/blocks`, 'any', 'API'),
  call('change-rules', () => `${api}/blocks`, { at: 'own', body: ({ own }) => block([own]) }),
  call('change-rules', () => `${api}/blocks`, { at: 'whole', body: () => block([]) }),
  get('change-rules', `${api}/prepared-texts`, 'whole', 'API'),
  call('change-rules', () => `${api}/prepared-texts`, { at: 'whole', body: () => text }),
  call('change-rules', () => `${api}/rules/manual-only`, {
    at: 'own',
    body: ({ own }) => ({ places: [own] }),
    headers: seen,
  }),
  call('change-rules', () => `${api}/rules/manual-only`, {
    at: 'foreign',
    body: ({ foreign }) => ({ places: [foreign] }),
    headers: seen,
  }),
  get('change-rules', `${api}/reviews`, 'any', 'API'),
  call('change-rules', () => `${api}/reviews`, { at: 'foreign', body: ({ foreign }) => part(foreign) }),
  get('change-settings', `${api}/settings`, 'whole', 'API'),
  get('change-settings', `${api}/settings/administrators`, 'whole', 'API'),
  call('change-settings', () => `${api}/settings/administrators`, {
    at: 'whole',
    body: () => ({ show: 'NAMES', two: 'usual' }),
    headers: seen,
  }),
  get('decide-requests', `${api}/messages`, 'whole', 'API'),
  call('edit-account', () => `${api}/edit`, {
    at: 'whole',
    body: () => ({ before: properties, after: { contactName: 'Desk' } }),
  }),
  run('change-groups', 'tag add', unused),
  run('change-groups', 'group add', unused, '--role', 'SV'),
  run('change-virtual-account', 'virtual-account rename', 'Lyon', 'Lyon'),
  run('change-people', 'user add', 'luc@acme.example', '--role', 'VV', '--in', 'Paris'),
  run('change-people', 'user change', 'luc@acme.example', '--until', '2027-03-31'),
  run('make-restricted', 'account hide'),
]
