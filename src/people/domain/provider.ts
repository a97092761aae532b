import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { domainOf, readAddress } from './address.ts'
import { readLine, readName } from './name.ts'

export type ProviderId = Id<'provider'>

/** An identity provider that people can sign in with, as far as rules go. */
export type Provider = {
  readonly id: ProviderId
  readonly name: string
  /** Its address, as it calls itself in all that it signs. */
  readonly issuer: string
  readonly clientId: string
  /** The mail domains that an operator confirmed it speaks for. */
  readonly domains: readonly string[]
  readonly isOn: boolean
  readonly version: number
}

/** The provider that a text names, when it can be one. */
export function providerIdIn(text: string): ProviderId | undefined {
  return isId(text) ? (text as ProviderId) : undefined
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Whether an address of a provider may be asked: https, and plain http on this machine alone, where the installation
 * itself is.
 */
export function isReachable(text: string, isOnLoopback: boolean): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isOnLoopback && loopback.test(hostname))
}

const wellKnown = /\/\.well-known\/openid-configuration$/

/** The issuer in what somebody typed: an address without a query, also when it is that of the discovery document. */
export function readIssuer(input: string, isOnLoopback: boolean): Outcome<string, 'wrong' | 'not-https'> {
  const text = input.trim().replace(wellKnown, '')
  if (text.length > 500 || !URL.canParse(text) || /[?#\s]/.test(text)) return refuse('wrong')
  const { protocol } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return refuse('wrong')
  return isReachable(text, isOnLoopback) ? done(text) : refuse('not-https')
}

/** As many domains as one provider speaks for at most. */
export const mostDomains = 20

/** The mail domains in what somebody typed, apart by blanks, commas or lines; each once. */
export function readDomains(input: string): Outcome<readonly string[], 'domain-unfit' | 'too-many-domains'> {
  const found = new Set<string>()
  for (const part of input.split(/[\s,;]+/).filter(Boolean)) {
    const address = readAddress(`x@${part.replace(/^@/, '')}`)
    if (!address.ok) return refuse('domain-unfit')
    found.add(domainOf(address.value))
  }
  return found.size > mostDomains ? refuse('too-many-domains') : done([...found].toSorted())
}

/** What differs between a provider and what somebody wants of it. */
export type ProviderChanges = {
  readonly changed: readonly string[]
  readonly added: readonly string[]
  readonly lost: readonly string[]
  /** Another issuer, or another client of it: the same people may be called otherwise there. */
  readonly isAnother: boolean
}

/** What changes of a provider; a secret that was typed counts as another one. */
export function providerChanges(
  before: Provider,
  wanted: Omit<Provider, 'id' | 'version'> & { readonly clientSecret: string },
): ProviderChanges {
  const added = wanted.domains.filter((domain) => !before.domains.includes(domain))
  const lost = before.domains.filter((domain) => !wanted.domains.includes(domain))
  const fields = (['name', 'issuer', 'clientId', 'isOn'] as const).filter(
    (one) => before[one] !== wanted[one],
  )
  return {
    changed: [
      ...fields,
      ...(wanted.clientSecret === '' ? [] : ['clientSecret']),
      ...(added.length + lost.length > 0 ? ['domains'] : []),
    ],
    added,
    lost,
    isAnother: fields.includes('issuer') || fields.includes('clientId'),
  }
}

/** What a provider has signed about somebody; nothing of it is trusted beyond what its domains allow. */
export type Claims = {
  readonly subject: string
  readonly email: unknown
  readonly emailVerified: unknown
  readonly givenName: unknown
  readonly familyName: unknown
  readonly organisation: unknown
  readonly locale: unknown
}

/** Somebody known here, as far as letting them in goes. */
export type Known = { readonly status: 'ACTIVE' | 'DISABLED' | 'ERASED'; readonly verified: boolean }

/** What is known here about who comes. */
export type Standing<Person extends Known> = {
  readonly provider: Pick<Provider, 'domains'>
  readonly claims: Pick<Claims, 'email' | 'emailVerified'>
  /** Whoever is linked with this subject of this provider. */
  readonly linked: Person | undefined
  /** Whoever has the address. */
  readonly owner: Person | undefined
  /** Whether the owner is linked with another subject of this provider. */
  readonly ownerIsLinked: boolean
}

/** Why somebody is not let in although the provider says who they are. */
export type EntryRefusal = 'no-mail' | 'mail-unverified' | 'foreign-domain' | 'not-let-in' | 'other-subject'

/** How somebody comes in: known by the link, linked now, or made known now. */
export type Entry<Person> =
  | { readonly kind: 'RETURNING'; readonly person: Person }
  /** `isTaken`: what was there under the address was never confirmed, so it may be somebody else's. */
  | { readonly kind: 'LINKED'; readonly person: Person; readonly isUnconfirmed: boolean }
  | { readonly kind: 'NEW' }

/** The address that a provider vouches for, when it is verified and in a domain that it speaks for. */
export function vouchedAddress(
  { domains }: Pick<Provider, 'domains'>,
  { email, emailVerified }: Pick<Claims, 'email' | 'emailVerified'>,
): Outcome<string, EntryRefusal> {
  const address = typeof email === 'string' ? readAddress(email) : undefined
  if (!address?.ok) return refuse('no-mail')
  if (emailVerified !== true && emailVerified !== 'true') return refuse('mail-unverified')
  return domains.includes(domainOf(address.value)) ? done(address.value) : refuse('foreign-domain')
}

/** Whether, and as whom, somebody comes in with what a provider has signed. */
export function decideEntry<Person extends Known>(
  standing: Standing<Person>,
): Outcome<Entry<Person>, EntryRefusal> {
  const { provider, claims, linked, owner, ownerIsLinked } = standing
  const address = vouchedAddress(provider, claims)
  if (!address.ok) return address
  const person = linked ?? owner
  if (!person) return done({ kind: 'NEW' })
  if (person.status !== 'ACTIVE') return refuse('not-let-in')
  if (linked) return done({ kind: 'RETURNING', person })
  if (ownerIsLinked) return refuse('other-subject')
  return done({ kind: 'LINKED', person, isUnconfirmed: !person.verified })
}

/** What a provider says about somebody's profile, as far as it may stand there. */
export function profileIn({ givenName, familyName, organisation, locale }: Claims) {
  const read = (value: unknown, by: (input: string) => Outcome<string, unknown>) => {
    const outcome = typeof value === 'string' ? by(value) : undefined
    return outcome?.ok ? outcome.value : ''
  }
  const language = typeof locale === 'string' ? locale.slice(0, 2).toLowerCase() : ''
  return {
    firstName: read(givenName, (text) => readName(text)),
    lastName: read(familyName, (text) => readName(text)),
    company: read(organisation, (text) => readLine(text)),
    locale: language === 'fr' || language === 'en' ? (language as 'en' | 'fr') : null,
  }
}

/** Who keeps a field, and by which provider. */
export type Owners = Readonly<Record<string, { system: string; href?: string; provider?: string }>>

/** The names that a provider keeps from now on, and who owns what then; what another system owns stays with it. */
export function ownNames(
  before: Owners,
  { id, name }: Pick<Provider, 'id' | 'name'>,
  given: { readonly firstName: string; readonly lastName: string },
): { readonly names: Partial<typeof given>; readonly owners: Owners } {
  const isFree = (field: 'firstName' | 'lastName') => {
    const owner = before[field]
    return given[field] !== '' && (owner === undefined || owner.provider === id)
  }
  const kept = (['firstName', 'lastName'] as const).filter(isFree)
  const others = Object.entries(before).filter(([, owner]) => owner.provider !== id)
  return {
    names: Object.fromEntries(kept.map((field) => [field, given[field]])),
    owners: {
      ...Object.fromEntries(others),
      ...Object.fromEntries(kept.map((field) => [field, { system: name, provider: id }])),
    },
  }
}
