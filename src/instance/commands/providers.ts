import { readFileSync } from 'node:fs'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { signInBackPath } from '../../paths/people.ts'
import { type ProviderId, providerIdIn } from '../../people/domain/provider.ts'
import {
  addProvider,
  allProviders,
  findProvider,
  type Ground,
  type ProviderRefusal,
  reachOf,
  type StoredProvider,
  tryProvider,
  type WantedProvider,
} from '../../people/index.ts'
import { type Config, readOrMakeSecret } from '../../platform/config/index.ts'
import { type Database, type Tx, transact } from '../../platform/db/index.ts'
import { secretFileOf } from '../../platform/open.ts'
import { changeProviderWhole, removeProviderWhole } from '../keep-provider/keep-provider.ts'
import { listing } from './as-operator.ts'
import { type Command, type Given, type Say, type Terminal, WrongUsage } from './command.ts'
import { withDatabase } from './database.ts'
import { publicUrlOf } from './people.ts'

/** What providers are kept and asked with, at the command line. */
export function groundOf(config: Config): Ground {
  return { key: readOrMakeSecret(secretFileOf(config)), publicUrl: publicUrlOf(config) }
}

/** Why people cannot sign in with a provider that is on; undefined when they can, as far as it answers. */
export async function whyNot(
  say: Say,
  ground: Ground,
  provider: StoredProvider,
): Promise<string | undefined> {
  const reach = reachOf(ground, provider)
  const tried = reach ? await tryProvider(reach) : ({ ok: false, refusal: 'no-secret' } as const)
  return tried.ok ? undefined : say(`providers.tried.${tried.refusal}`)
}

function sayRefusal(say: Say, refusal: ProviderRefusal): string {
  return say(`providers.error.${refusal.code}`, { domain: 'domain' in refusal ? refusal.domain : '' })
}

function secretIn(given: Given, say: Say): Outcome<string, string> {
  const file = given.text('secret-file')
  if (file === undefined) return done('')
  try {
    return done(readFileSync(file, 'utf8').trim())
  } catch {
    return refuse(say('refused.no-file', { file }))
  }
}

function wantedIn(
  given: Given,
  before: Omit<WantedProvider, 'clientSecret'>,
  clientSecret: string,
): WantedProvider {
  const domains = given.list('mail-domain')
  const on = given.text('on')
  return {
    name: given.text('name') ?? before.name,
    issuer: given.text('issuer') ?? before.issuer,
    clientId: given.text('client-id') ?? before.clientId,
    clientSecret,
    domains: domains.length > 0 ? domains.join(' ') : before.domains,
    isOn: on === undefined ? before.isOn : on === 'yes',
  }
}

const optionsToAdd = {
  issuer: { value: 'URL' },
  'client-id': { value: 'ID' },
  'secret-file': { value: 'FILE' },
  'mail-domain': { value: 'DOMAIN', multiple: true },
  on: { value: 'WHEN', choices: ['yes', 'no'] },
  demo: {},
} as const satisfies Command['options']
const options = { name: { value: 'NAME' }, ...optionsToAdd } as const

/** Runs what changes a provider, in one transaction, and prints what came of it. */
function keeping(
  parts: Pick<Command, 'name' | 'takes' | 'about' | 'options'>,
  keep: (
    tx: Tx,
    hand: { terminal: Terminal; given: Given; ground: Ground },
  ) => Promise<Outcome<string[], string>>,
): Command {
  return {
    ...parts,
    run: (terminal, given) =>
      withDatabase(terminal, given, async (db, config) => {
        const hand = { terminal, given, ground: groundOf(config) }
        const kept = await transact(db, (tx) => keep(tx, hand))
        if (kept.ok) for (const line of kept.value) terminal.out(line)
        else terminal.err(kept.refusal)
        return kept.ok ? 0 : 1
      }),
  }
}

const savedAt = (say: Say, { publicUrl }: Ground, id: ProviderId, name: string) =>
  done([say('done.provider', { name }), `${publicUrl}${signInBackPath.to(id)}`])

async function providerAt(
  db: Database | Tx,
  given: Given,
  say: Say,
): Promise<Outcome<StoredProvider, string>> {
  const [value = ''] = given.arguments
  const id = providerIdIn(value)
  const provider = id && (await findProvider(db, id))
  return provider ? done(provider) : refuse(say('refused.no-provider', { value }))
}

const add = keeping(
  { name: 'provider add', takes: ['NAME'], about: 'about.provider-add', options: optionsToAdd },
  async (tx, { terminal: { say }, given, ground }) => {
    const secret = secretIn(given, say)
    if (!secret.ok) return secret
    const [name = ''] = given.arguments
    const empty = { name, issuer: '', clientId: '', domains: '', isOn: true }
    const added = await addProvider(tx, null, wantedIn(given, empty, secret.value), ground)
    return added.ok ? savedAt(say, ground, added.value, name) : refuse(sayRefusal(say, added.refusal))
  },
)

const change = keeping(
  { name: 'provider change', takes: ['ID'], about: 'about.provider-change', options },
  async (tx, { terminal: { say }, given, ground }) => {
    const found = await providerAt(tx, given, say)
    if (!found.ok) return found
    const secret = secretIn(given, say)
    if (!secret.ok) return secret
    const { id, version, domains, ...before } = found.value
    const wanted = wantedIn(given, { ...before, domains: domains.join(' ') }, secret.value)
    const changed = await changeProviderWhole(tx, null, { id, version, wanted }, ground)
    return changed.ok ? savedAt(say, ground, id, wanted.name) : refuse(sayRefusal(say, changed.refusal))
  },
)

const removal = keeping(
  { name: 'provider remove', takes: ['ID'], about: 'about.provider-remove', options: { yes: {}, demo: {} } },
  async (tx, { terminal: { say }, given }) => {
    const found = await providerAt(tx, given, say)
    if (!found.ok) return found
    const removed = await removeProviderWhole(tx, null, { id: found.value.id, version: null })
    if (!removed.ok) return refuse(sayRefusal(say, removed.refusal))
    return done([say('done.provider-removed', { name: found.value.name })])
  },
)

const remove: Command = {
  ...removal,
  run(terminal, given) {
    if (!given.has('yes')) throw new WrongUsage(terminal.say('wrong.sure'))
    return removal.run(terminal, given)
  },
}

const attempt: Command = {
  name: 'provider try',
  takes: ['ID'],
  options: { demo: {} },
  about: 'about.provider-try',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db, config) => {
      const { say, out, err } = terminal
      const found = await providerAt(db, given, say)
      const why = found.ok ? await whyNot(say, groundOf(config), found.value) : found.refusal
      if (why === undefined) out(say('providers.tried.ok'))
      else err(why)
      return why === undefined ? 0 : 1
    }),
}

/** The commands about the identity providers that people sign in with. */
export const providerCommands: readonly Command[] = [
  listing({ name: 'provider list', about: 'about.provider-list' }, async (db, { terminal: { say } }) => {
    const shown = (await allProviders(db)).map(({ id, name, issuer, clientId, domains, isOn }) => {
      return { id, name, issuer, clientId, domains, isOn }
    })
    const lines = shown.map(({ domains, isOn, id, name, issuer }) => {
      const said = {
        id,
        name,
        issuer,
        domains: domains.join(', '),
        state: say(isOn ? 'providers.on' : 'providers.off'),
      }
      return say('done.provider-line', said)
    })
    return done({ lines, json: shown })
  }),
  add,
  change,
  attempt,
  remove,
]
