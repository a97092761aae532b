import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startImport } from '../../src/instance/import/take-in.ts'
import { transact } from '../../src/platform/db/index.ts'
import { withToken } from '../world/api-client.ts'
import type { CastMember, World } from '../world/world.ts'

/** One command as somebody at the machine types it, and what it leaves in the log. */
export type Try = {
  readonly name: string
  /** What is typed after the name. */
  readonly typed: (world: World) => Promise<readonly string[]> | readonly string[]
  /** The event that it records; null: it changes nothing that a log speaks of. */
  readonly records: string | null
}

const shows = (name: string, ...rest: readonly string[]): Try => ({
  name,
  typed: () => [...rest, '--json'],
  records: null,
})
const prints = (name: string, ...rest: readonly string[]): Try => ({ name, typed: () => rest, records: null })
const does = (records: string | null, name: string, typed: readonly string[] | Try['typed']): Try => ({
  name,
  typed: typeof typed === 'function' ? typed : () => typed,
  records,
})

const by = ['--by', 'olga@operator.example']
const byBen = ['--by', 'ben@acme.example']
const reason = ['--reason', 'It was decided on Monday.']
const acme = 'acme.example'
const luc = 'luc@acme.example'

const folder = mkdtempSync(join(tmpdir(), 'vestibule-commands-'))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const one = async (world: World, query: string): Promise<string> =>
  (await world.owner<{ it: string }>(query))[0]?.it ?? ''
const openChange = (world: World) =>
  one(world, 'select id as it from account_changes where settled_at is null order by id desc limit 1')
const agreement = (world: World) => one(world, 'select id as it from agreements order by id desc limit 1')
const anyMail = (world: World) => one(world, 'select id as it from mails order by id desc limit 1')
const cameBack = (world: World) =>
  one(
    world,
    `update mails set state = 'BOUNCED' where id = (select max(id::text)::uuid from mails) returning id as it`,
  )
const provider = (world: World) => one(world, 'select id as it from sign_in_providers')
const block = (world: World) =>
  one(world, 'select id as it from blocks where lifted_at is null order by id desc limit 1')

async function list(world: World, address: string): Promise<string> {
  const content = Buffer.from(`address,first_name,last_name\n${address},Lis,Te\n`)
  const started = await transact(world.db, (tx) => startImport(tx, null, { kind: 'PEOPLE', content }))
  return started.ok ? started.value : ''
}

/** Somebody asks for an account of their own; gives its reference. */
async function asksForAccount(world: World, who: CastMember, identifier: string): Promise<string> {
  const program = await withToken(world, who)
  const asked = await program.post('/api/v1/new-accounts', {
    identifier,
    name: identifier,
    type: 'HOLDING',
    reason: 'We need an account for our own house.',
    insists: 'Nobody else of our house has one.',
  })
  return (JSON.parse(asked.text) as { reference: string }).reference
}

// An administrator of the account that support looks after can be reached again.
async function handedBack(world: World): Promise<string> {
  await world.owner(
    `update people set status = 'ACTIVE' where id in (select g.person_id from grants g join accounts a
       on a.id = g.account_id where a.identifier = 'umbrella.example' and g.role = 'SA')`,
  )
  return one(
    world,
    `select r.reference as it from access_requests r join accounts a on a.id = r.account_id
     where a.identifier = 'umbrella.example' and r.stage = 'WITH_SUPPORT'`,
  )
}

const deskCase = (world: World) =>
  one(world, `select reference as it from cases where status = 'OPEN' limit 1`)

/** Every command but those that start the program, in an order in which each can do what it is for. */
export const tries: readonly Try[] = [
  shows('account find'),
  shows('account show', acme),
  shows('account check'),
  shows('person find'),
  shows('person show', luc),
  shows('request list', acme),
  shows('case list'),
  shows('claim list'),
  shows('job list'),
  shows('mail list'),
  shows('import list'),
  shows('insights', '--account', acme),
  shows('virtual-account list', acme),
  shows('user list', acme),
  shows('role list', acme),
  shows('role show', acme, 'Licence desk'),
  shows('audit heads'),
  prints('audit verify'),
  prints('audit export', '--account', acme),
  prints('doctor'),
  does('person.offices-changed', 'person offices', ['ben@acme.example', '--operator', 'yes']),
  does('account.created', 'account add', ['hooli.example', '--name', 'Hooli', '--admin', luc]),
  does('account.renamed', 'account edit', [acme, '--name', 'ACME Works', ...by]),
  does('account.calendar-changed', 'account set', [acme, '--quiet', '20:00-07:30']),
  does('account.visibility-changed', 'account hide', ['globex.example', ...by]),
  does('account.suspended', 'account suspend', ['hooli.example', ...by, ...reason]),
  does('account.resumed', 'account resume', ['hooli.example', ...by, ...reason]),
  does('account.change-asked', 'account rename', ['hooli.example', 'hoolix.example', ...by, ...reason]),
  shows('account changes'),
  does('account.change-withdrawn', 'account-change withdraw', async (w) => [await openChange(w), ...by]),
  does('account.change-asked', 'account retype', ['hooli.example', 'HOLDING', ...by, ...reason]),
  does('account.change-refused', 'account-change refuse', async (w) => [
    await openChange(w),
    ...byBen,
    ...reason,
  ]),
  does('account.change-asked', 'account list', ['hooli.example', ...by, ...reason]),
  does('account.change-asked', 'account close', ['umbrella.example', ...by, ...reason]),
  does('account.change-asked', 'account merge', ['globex.example', acme, ...by, ...reason]),
  does('virtual-account.created', 'virtual-account add', [acme, 'Nice']),
  does('virtual-account.renamed', 'virtual-account rename', [acme, 'Nice', 'Nizza', ...by]),
  does('virtual-account.moved', 'virtual-account move', [acme, 'Nizza', '--parent', 'Lyon', ...by]),
  does('virtual-account.closed', 'virtual-account close', [acme, 'Nizza', ...by]),
  does('role.created', 'role add', [acme, 'Auditor', '--action', 'see-event-log', ...by]),
  does('role.changed', 'role change', [acme, 'Auditor', '--more', 'export-event-log', '--yes', ...by]),
  does('role.retired', 'role retire', [acme, 'Auditor', ...by]),
  does('role.brought-back', 'role bring-back', [acme, 'Auditor', ...by]),
  does('member.added', 'user add', [acme, 'raul@acme.example', '--role', 'SV', ...by]),
  does('member.changed', 'user change', [acme, 'raul@acme.example', '--role', 'SU', ...by]),
  does('group.created', 'group add', [acme, 'Readers', '--role', 'SV', ...by]),
  does('group.changed', 'group change', [acme, 'Readers', '--role', 'SU', ...by]),
  does('group.member-added', 'group put-in', [acme, 'Readers', '--person', luc, ...by]),
  shows('group list', acme),
  shows('group show', acme, 'Readers'),
  does('group.member-removed', 'group take-out', [acme, 'Readers', '--person', luc, ...by]),
  does('group.closed', 'group close', [acme, 'Readers', ...by]),
  does('tag.created', 'tag add', [acme, 'budget', ...by]),
  does('tag.renamed', 'tag rename', [acme, 'budget', 'money', ...by]),
  does('tag.places-changed', 'tag put', [acme, 'money', '--in', 'Lyon', ...by]),
  shows('tag list', acme),
  does('tag.places-changed', 'tag take-off', [acme, 'money', '--in', 'Lyon', ...by]),
  does('tag.deleted', 'tag delete', [acme, 'money', ...by]),
  does('block.set', 'block add', [acme, luc, '--for', '30_DAYS', ...reason, ...by]),
  shows('block list', acme),
  does('block.lifted', 'block lift', async (w) => [acme, await block(w), ...by]),
  does('member.removed', 'user remove', [acme, 'raul@acme.example', ...by]),
  does('case.noted', 'case note', async (w) => [await deskCase(w), '--text', 'They rang us up.', ...by]),
  does('access-request.handed-back', 'request hand-back', async (w) => [await handedBack(w), ...by]),
  does('new-account.action-asked', 'new-account ask', async (w) => [
    await asksForAccount(w, 'zoe', 'elsewhere.example'),
    '--note',
    'Please name the house by its own name.',
    ...by,
  ]),
  shows('new-account list'),
  does('new-account.approved', 'new-account approve', async (w) => [
    await asksForAccount(w, 'raul', 'raul.example'),
    ...by,
  ]),
  does('new-account.declined', 'new-account decline', async (w) => [
    await asksForAccount(w, 'carla', 'carla.example'),
    '--note',
    'There is one already, ask its people.',
    ...by,
  ]),
  does('agreement.published', 'agreement publish', () => {
    const [en, fr] = [file('en.txt', 'Look after it with care.'), file('fr.txt', 'Prenez-en bien soin.')]
    const titles = ['--title-en', 'Care', '--title-fr', 'Soin']
    return [...titles, '--text-en', en, '--text-fr', fr, '--from', '2027-09-01', ...by]
  }),
  shows('agreement list'),
  does('agreement.retired', 'agreement retire', async (w) => [await agreement(w), ...by]),
  does('mail.tested', 'mail test', by),
  { name: 'mail show', typed: async (w) => [await anyMail(w), '--json'], records: null },
  does('mail.resent', 'mail send-again', async (w) => ['--mail', await cameBack(w), ...by]),
  does(null, 'job retry', by),
  does('installation.mail-server-changed', 'mail server', ['--server', 'smtps://mail.example.org']),
  does('installation.provider-added', 'provider add', () => {
    const asked = ['--issuer', 'https://login.acme.example', '--client-id', 'gate', '--mail-domain', acme]
    return ['Acme', ...asked, '--secret-file', file('secret', 'the client secret')]
  }),
  shows('provider list'),
  does('installation.provider-changed', 'provider change', async (w) => [await provider(w), '--on', 'no']),
  does('installation.provider-removed', 'provider remove', async (w) => [await provider(w), '--yes']),
  does('installation.settings-changed', 'settings set', ['--name', 'The gate']),
  does('import.started', 'import', () => [
    'people',
    file('people.csv', 'address,first_name,last_name\nlis@hooli.example,Lis,Te\n'),
  ]),
  does('import.started', 'import apply', async (w) => [await list(w, 'lea@hooli.example')]),
  does(null, 'import drop', async (w) => [await list(w, 'lou@hooli.example')]),
  does('person.added', 'person add', ['gavin@hooli.example', '--first-name', 'Gavin', '--last-name', 'B']),
  does('person.disabled', 'person disable', ['gavin@hooli.example']),
  does('person.enabled', 'person enable', ['gavin@hooli.example']),
  does('link.issued', 'link', ['gavin@hooli.example']),
  does('person.merged', 'person merge', ['lea@hooli.example', 'gavin@hooli.example', '--yes']),
  does('person.erased', 'person erase', ['lis@hooli.example', '--yes']),
]

/** The commands that start the program, prepare its database or ask another server; they have tests of their own. */
export const elsewhere = ['serve', 'demo', 'migrate', 'provider try'] as const
