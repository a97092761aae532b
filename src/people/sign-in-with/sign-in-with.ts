import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { endEntrances } from '../credentials/credentials.store.ts'
import {
  type Claims,
  decideEntry,
  type Entry,
  type EntryRefusal,
  ownNames,
  profileIn,
  type ProviderId,
  vouchedAddress,
} from '../domain/provider.ts'
import { endLinks } from '../links.store.ts'
import {
  createPerson,
  type KnownAddress,
  lockPerson,
  markVerified,
  personByAddress,
} from '../people.store.ts'
import {
  holdAddress,
  isLinked,
  linkedPerson,
  linkPerson,
  lockProvider,
  ownersOf,
  type StoredProvider,
  voidPassword,
  writeKept,
} from '../providers/providers.store.ts'
import { type Device, renewSession } from '../sessions.store.ts'
import { signIn } from '../sign-in/sign-in.ts'

/** Who came back from a provider: what it has signed, and from where. */
export type Arrival = {
  readonly provider: ProviderId
  readonly claims: Claims
  readonly device: Device
  readonly before: string | undefined
  /** Of the browser, for somebody new whose language the provider does not tell. */
  readonly reader: Reader
}

/** Why somebody who came back does not get in. */
export type ArrivalRefusal = EntryRefusal | 'no-provider'

/**
 * Lets somebody in whom a provider vouches for: by the link, by the verified address in one of its domains, or as
 * somebody new. The names that it gives are its own from then on. Gives the token of the session.
 */
export async function signInWith(
  tx: Tx,
  { provider: id, claims, device, before, reader }: Arrival,
): Promise<Outcome<string, ArrivalRefusal>> {
  const provider = await lockProvider(tx, id, 'share')
  if (!provider?.isOn) return refuse('no-provider')
  const address = vouchedAddress(provider, claims)
  if (!address.ok) return address
  await holdAddress(tx, address.value)
  const entry = await entryOf(tx, provider, claims, address.value)
  if (!entry.ok) return entry
  const profile = profileIn(claims)
  const person = await personOf(tx, entry.value, { provider, claims, address: address.value, reader })
  const { names, owners } = ownNames(await ownersOf(tx, person), provider, profile)
  await writeKept(tx, person, { names, owners, company: profile.company })
  return signIn(tx, person, { how: 'provider', provider: id, device, before })
}

async function entryOf(
  tx: Tx,
  provider: StoredProvider,
  claims: Claims,
  address: string,
): Promise<Outcome<Entry<KnownAddress>, EntryRefusal>> {
  const linkedId = await linkedPerson(tx, provider.id, claims.subject)
  const linked = linkedId && (await lockPerson(tx, linkedId))
  const known = linked ? undefined : await personByAddress(tx, address)
  const owner = known && (await lockPerson(tx, known.id))
  const ownerIsLinked = owner !== undefined && (await isLinked(tx, owner.id, provider.id))
  return decideEntry({ provider, claims, linked, owner, ownerIsLinked })
}

type Newcomer = {
  readonly provider: StoredProvider
  readonly claims: Claims
  readonly address: string
  readonly reader: Reader
}

async function personOf(tx: Tx, entry: Entry<KnownAddress>, newcomer: Newcomer): Promise<PersonId> {
  if (entry.kind === 'RETURNING') return entry.person.id
  const { provider, claims, address } = newcomer
  const isNew = entry.kind === 'NEW'
  const person = isNew ? await makePerson(tx, newcomer) : entry.person.id
  const isUnconfirmed = !isNew && entry.isUnconfirmed
  if (isUnconfirmed) {
    // Whoever signed up with this address, or was added with it, never read its mail: what they chose opens nothing.
    await voidPassword(tx, person)
    await endEntrances(tx, person)
    await markVerified(tx, person)
  }
  if (isNew || isUnconfirmed) await endLinks(tx, { personId: person, address })
  await linkPerson(tx, { person, provider: provider.id, subject: claims.subject })
  const event = { account: installation, actor: person }
  const facts = { providerId: provider.id, voided: isUnconfirmed }
  if (isNew)
    await record(tx, { ...event, type: 'person.signed-up', facts: { how: 'provider' } }, { quiet: true })
  else await record(tx, { ...event, type: 'person.provider-linked', facts })
  if (isNew || isUnconfirmed) await record(tx, { ...event, type: 'person.verified' })
  return person
}

async function makePerson(tx: Tx, { claims, address, reader }: Newcomer): Promise<PersonId> {
  const { firstName, lastName, company, locale } = profileIn(claims)
  const named = { address, firstName, lastName, company, locale: locale ?? reader.locale, verified: true }
  const person = await createPerson(tx, named)
  if (!person) throw new Error('Somebody got this address meanwhile')
  return person
}

/** Whose session it is that somebody confirms by showing anew to a provider who they are. */
export type Confirmation = {
  readonly provider: ProviderId
  readonly claims: Claims
  readonly personId: PersonId
  readonly sessionId: string
}

/**
 * Notes that somebody has just shown anew who they are; the session goes on under a new token, which it gives. Refused
 * when the provider names somebody else than whose session it is.
 */
export async function confirmWith(
  tx: Tx,
  { provider: id, claims, personId, sessionId }: Confirmation,
): Promise<Outcome<string, ArrivalRefusal | 'somebody-else'>> {
  const provider = await lockProvider(tx, id, 'share')
  if (!provider?.isOn) return refuse('no-provider')
  const address = vouchedAddress(provider, claims)
  if (!address.ok) return address
  if ((await linkedPerson(tx, id, claims.subject)) !== personId) return refuse('somebody-else')
  return done(await renewSession(tx, sessionId))
}
