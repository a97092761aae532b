import { record } from '../../event-log/index.ts'
import { installation, newId, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { clean, lengthOf } from '../../kernel/written.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  type Provider,
  providerChanges,
  type ProviderId,
  readDomains,
  readIssuer,
} from '../domain/provider.ts'
import {
  findProvider,
  lockProvider,
  releaseNames,
  type StoredProvider,
} from '../providers/providers.store.ts'
import { isOnLoopback, sealSecret } from '../providers/reach.ts'
import { endSessionsWith } from '../sessions.store.ts'
import {
  addProviderRow,
  deleteProvider,
  domainsElsewhere,
  endLinksWith,
  holdProviders,
  issuerIsTaken,
  writeDomains,
  writeProvider,
} from './keep-provider.store.ts'

/** Who changes providers, and whether they showed lately who they are; null is the command line. */
export type ProviderChanger = { readonly personId: PersonId; readonly typedPassword: boolean } | null

/** What is kept of the installation's ground while a provider is changed. */
export type Ground = { readonly key: Buffer; readonly publicUrl: string }

/** A provider as somebody typed it; an empty secret keeps the one there is. */
export type WantedProvider = {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly domains: string
  readonly isOn: boolean
}

/** Why a provider was not written, by what was wrong with it. */
export type ProviderRefusal =
  | { readonly code: 'name-unfit' | 'issuer-wrong' | 'issuer-not-https' | 'issuer-taken' }
  | { readonly code: 'client-unfit' | 'secret-missing' | 'domain-unfit' | 'too-many-domains' | 'no-domain' }
  | { readonly code: 'domain-taken'; readonly domain: string }
  | { readonly code: 'stale-version' | 'recent-sign-in-needed' | 'not-found' }

type Read = Omit<Provider, 'id' | 'version'> & { readonly clientSecret: string }

function read(wanted: WantedProvider, ground: Ground): Outcome<Read, ProviderRefusal> {
  const name = clean(wanted.name)
  if (name === '' || lengthOf(name) > 60 || name.includes('\n')) return refuse({ code: 'name-unfit' })
  const issuer = readIssuer(wanted.issuer, isOnLoopback(ground))
  if (!issuer.ok) return refuse({ code: `issuer-${issuer.refusal}` })
  const clientId = wanted.clientId.trim()
  if (!/^[\x21-\x7e]{1,300}$/.test(clientId)) return refuse({ code: 'client-unfit' })
  const domains = readDomains(wanted.domains)
  if (!domains.ok) return refuse({ code: domains.refusal })
  if (wanted.isOn && domains.value.length === 0) return refuse({ code: 'no-domain' })
  const clientSecret = wanted.clientSecret.trim()
  return done({
    name,
    clientId,
    clientSecret,
    issuer: issuer.value,
    domains: domains.value,
    isOn: wanted.isOn,
  })
}

async function clashes(tx: Tx, id: ProviderId | null, wanted: Read): Promise<ProviderRefusal | undefined> {
  if (await issuerIsTaken(tx, id, wanted.issuer)) return { code: 'issuer-taken' }
  const [domain] = await domainsElsewhere(tx, id, wanted.domains)
  return domain === undefined ? undefined : { code: 'domain-taken', domain }
}

const isDoubted = (by: ProviderChanger) => by?.typedPassword === false

/**
 * Adds an identity provider, with the mail domains that it is confirmed to speak for. Gives its id: the one that was
 * shown in the address to come back to, if there was one.
 */
export async function addProvider(
  tx: Tx,
  by: ProviderChanger,
  wanted: WantedProvider & { readonly id?: ProviderId },
  ground: Ground,
): Promise<Outcome<ProviderId, ProviderRefusal>> {
  const chosen = read(wanted, ground)
  if (!chosen.ok) return chosen
  if (chosen.value.clientSecret === '') return refuse({ code: 'secret-missing' })
  await holdProviders(tx)
  const id = wanted.id ?? newId<'provider'>()
  const there = await findProvider(tx, id)
  // Sent twice, it is there once.
  if (there) return there.issuer === chosen.value.issuer ? done(id) : refuse({ code: 'stale-version' })
  const clash = await clashes(tx, null, chosen.value)
  if (clash) return refuse(clash)
  if (isDoubted(by)) return refuse({ code: 'recent-sign-in-needed' })
  const { clientSecret, domains, isOn } = chosen.value
  const row = { ...chosen.value, id, clientSecret: sealSecret(ground.key, id, clientSecret) }
  await addProviderRow(tx, row)
  await writeDomains(tx, id, domains)
  const facts = { providerId: id, name: row.name, added: [...domains], isOn }
  await recordChange(tx, by, 'added', facts)
  return done(id)
}

/** What a change of a provider did; `lost`: the domains about which what it said counts no more. */
export type ProviderChanged = { readonly changed: readonly string[]; readonly lost: readonly string[] }

/**
 * Changes an identity provider. Once it is off, or speaks for a domain no more, it lets nobody in; turned off, the
 * sessions that it opened end, and the names that it kept are people's own again.
 */
export async function changeProvider(
  tx: Tx,
  by: ProviderChanger,
  asked: { readonly id: ProviderId; readonly version: number; readonly wanted: WantedProvider },
  ground: Ground,
): Promise<Outcome<ProviderChanged, ProviderRefusal>> {
  const { id, version, wanted } = asked
  const chosen = read(wanted, ground)
  if (!chosen.ok) return chosen
  await holdProviders(tx)
  const before = await lockProvider(tx, id, 'update')
  if (!before) return refuse({ code: 'not-found' })
  if (before.version !== version) return refuse({ code: 'stale-version' })
  const clash = await clashes(tx, id, chosen.value)
  if (clash) return refuse(clash)
  const { added, lost, changed, isAnother } = providerChanges(before, chosen.value)
  if (changed.length === 0) return done({ changed, lost })
  if (isDoubted(by)) return refuse({ code: 'recent-sign-in-needed' })
  await rewrite(tx, before, chosen.value, ground)
  if (isAnother) await forgetPeople(tx, id)
  else if (!chosen.value.isOn) await letGo(tx, id)
  const { name, isOn } = chosen.value
  const facts = { providerId: id, name, changed: [...changed], added: [...added], lost: [...lost], isOn }
  await recordChange(tx, by, 'changed', facts)
  return done({ changed, lost: before.issuer === chosen.value.issuer ? lost : before.domains })
}

async function rewrite(tx: Tx, before: StoredProvider, wanted: Read, ground: Ground): Promise<void> {
  const { id } = before
  const { clientSecret, domains } = wanted
  const kept = clientSecret === '' ? before.clientSecret : sealSecret(ground.key, id, clientSecret)
  await writeProvider(tx, { ...wanted, id, clientSecret: kept })
  await writeDomains(tx, id, domains)
}

// What hangs on a provider while it may let people in.
async function letGo(tx: Tx, id: ProviderId): Promise<void> {
  await endSessionsWith(tx, id)
  await releaseNames(tx, id)
}

// Whom it calls what counts no more.
async function forgetPeople(tx: Tx, id: ProviderId): Promise<void> {
  await letGo(tx, id)
  await endLinksWith(tx, id)
}

/** Removes an identity provider, with every link to it. */
export async function removeProvider(
  tx: Tx,
  by: ProviderChanger,
  { id, version }: { readonly id: ProviderId; readonly version: number | null },
): Promise<Outcome<ProviderChanged, ProviderRefusal>> {
  await holdProviders(tx)
  const before = await lockProvider(tx, id, 'update')
  if (!before) return refuse({ code: 'not-found' })
  if (version !== null && before.version !== version) return refuse({ code: 'stale-version' })
  if (isDoubted(by)) return refuse({ code: 'recent-sign-in-needed' })
  await forgetPeople(tx, id)
  await deleteProvider(tx, id)
  const facts = { providerId: id, name: before.name, lost: [...before.domains] }
  await recordChange(tx, by, 'removed', facts)
  return done({ changed: [], lost: before.domains })
}

type Facts = Parameters<typeof record>[1]['facts']

async function recordChange(
  tx: Tx,
  by: ProviderChanger,
  what: 'added' | 'changed' | 'removed',
  facts: NonNullable<Facts>,
): Promise<void> {
  const actor = by?.personId ?? null
  await record(tx, { type: `installation.provider-${what}`, account: installation, actor, facts })
}
