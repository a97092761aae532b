import type { Configuration, ServerMetadata } from 'openid-client'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Claims, isReachable, type Provider } from '../domain/provider.ts'
import { boundedFetch } from './bounded-fetch.ts'

/** What a provider is asked with. */
export type Reach = Pick<Provider, 'id' | 'issuer' | 'clientId' | 'version'> & {
  readonly clientSecret: string
  /** Whether this installation is on loopback, where a provider beside it may be asked without https. */
  readonly isOnLoopback: boolean
  /** The database's time, which tokens are held against. */
  readonly now: Date
}

/**
 * What went wrong with a provider: the person or it said no, it did not answer, its clock or ours is wrong, the person
 * did not show anew who they are, or the answer is not what it must be.
 */
export type Trouble = 'denied' | 'unreachable' | 'clock' | 'not-anew' | 'unfit'

/** What is wrong with a provider's own description. */
export type Unfit =
  | 'unreachable'
  | 'no-description'
  | 'other-issuer'
  | 'no-addresses'
  | 'unsafe-address'
  | 'no-signatures'

/** What is kept in the browser between going and coming back. */
export type Expected = { readonly state: string; readonly nonce: string; readonly verifier: string }

class UnfitProvider extends Error {
  readonly unfit: Unfit
  constructor(unfit: Unfit) {
    super(unfit)
    this.unfit = unfit
  }
}

const timeoutSeconds = 5
const toleranceSeconds = 60
const signatures = ['RS256', 'ES256', 'PS256']

// Read when the first provider is asked: most processes never need it.
let library: Promise<typeof import('openid-client')> | undefined
const load = () => (library ??= import('openid-client'))

const keptMs = 10 * 60_000
const kept = new Map<string, { version: number; until: number; configuration: Promise<Configuration> }>()

function configurationOf(reach: Reach): Promise<Configuration> {
  const found = kept.get(reach.id)
  if (found && found.version === reach.version && found.until > Date.now()) return found.configuration
  const entry = { version: reach.version, until: Date.now() + keptMs, configuration: describe(reach) }
  kept.set(reach.id, entry)
  entry.configuration.catch(() => {
    if (kept.get(reach.id) === entry) kept.delete(reach.id)
  })
  return entry.configuration
}

/** Reads a provider's description and holds it against what it must say. */
async function describe(reach: Reach): Promise<Configuration> {
  const client = await load()
  const { issuer, clientId, clientSecret, isOnLoopback } = reach
  const isAllowed = (url: string) => isReachable(url, isOnLoopback)
  const fetch = boundedFetch(isAllowed)
  const insecure = isOnLoopback ? [client.allowInsecureRequests] : []
  const options = { [client.customFetch]: fetch, timeout: timeoutSeconds, execute: insecure }
  const found = await client.discovery(new URL(issuer), clientId, undefined, client.None(), options)
  const metadata: ServerMetadata = found.serverMetadata()
  if (metadata.issuer !== issuer) throw new UnfitProvider('other-issuer')
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = metadata
  const needed = [authorization_endpoint, token_endpoint, jwks_uri]
  if (needed.some((url) => url === undefined)) throw new UnfitProvider('no-addresses')
  if ([...needed, userinfo_endpoint].some((url) => url !== undefined && !isAllowed(url)))
    throw new UnfitProvider('unsafe-address')
  const offered = metadata.id_token_signing_alg_values_supported ?? ['RS256']
  const accepted = offered.filter((one) => signatures.includes(one))
  if (accepted.length === 0) throw new UnfitProvider('no-signatures')
  const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const authenticate = ways.includes('client_secret_basic')
    ? client.ClientSecretBasic(clientSecret)
    : client.ClientSecretPost(clientSecret)
  const configuration = new client.Configuration(
    { ...metadata, id_token_signing_alg_values_supported: accepted },
    clientId,
    {
      [client.clockTolerance]: toleranceSeconds,
      [client.clockSkew]: Math.round((reach.now.getTime() - Date.now()) / 1_000),
    },
    authenticate,
  )
  configuration[client.customFetch] = fetch
  configuration.timeout = timeoutSeconds
  // Without it a token that came straight from the provider is believed unsigned.
  client.enableNonRepudiationChecks(configuration)
  for (const allow of insecure) allow(configuration)
  return configuration
}

/** Forgets what was read of a provider, so that it is asked anew. */
export function forgetProvider(id: string): void {
  kept.delete(id)
}

/** What a new way to a provider is remembered by. */
export async function newExpectation(): Promise<Expected> {
  const client = await load()
  return {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  }
}

/** The address at the provider to go to; `anew`: the person must show again who they are. */
export async function wayTo(
  reach: Reach,
  asked: { readonly expected: Expected; readonly back: string; readonly anew: boolean },
): Promise<Outcome<string, Trouble>> {
  try {
    const [client, configuration] = await Promise.all([load(), configurationOf(reach)])
    const { state, nonce, verifier } = asked.expected
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: asked.back,
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(asked.anew ? { prompt: 'login', max_age: '0' } : {}),
    })
    return done(url.href)
  } catch (error) {
    return refuse(troubleOf(error))
  }
}

/** What the provider has signed about whoever came back to this address. */
export async function readAnswer(
  reach: Reach,
  answer: { readonly url: URL; readonly expected: Expected; readonly anew: boolean },
): Promise<Outcome<Claims, Trouble>> {
  try {
    const [client, configuration] = await Promise.all([load(), configurationOf(reach)])
    const tokens = await client.authorizationCodeGrant(configuration, answer.url, {
      expectedState: answer.expected.state,
      expectedNonce: answer.expected.nonce,
      pkceCodeVerifier: answer.expected.verifier,
      idTokenExpected: true,
      ...(answer.anew ? { maxAge: 0 } : {}),
    })
    const signed = tokens.claims()
    if (!signed) return refuse('unfit')
    const isWhole = signed['email'] !== undefined || !configuration.serverMetadata().userinfo_endpoint
    const more = isWhole ? {} : await client.fetchUserInfo(configuration, tokens.access_token, signed.sub)
    return done(claimsIn({ ...more, ...signed }, signed.sub))
  } catch (error) {
    return refuse(troubleOf(error))
  }
}

function claimsIn(all: Readonly<Record<string, unknown>>, subject: string): Claims {
  return {
    subject,
    email: all['email'],
    emailVerified: all['email_verified'],
    givenName: all['given_name'],
    familyName: all['family_name'],
    organisation: all['organization'] ?? all['organisation'],
    locale: all['locale'],
  }
}

/** Asks a provider for its description, and says plainly what is wrong with it. */
export async function tryProvider(reach: Reach): Promise<Outcome<null, Unfit>> {
  try {
    await describe(reach)
    return done(null)
  } catch (error) {
    if (error instanceof UnfitProvider) return refuse(error.unfit)
    const { code } = error as { code?: unknown }
    if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return refuse('other-issuer')
    const isAnswered = typeof code === 'string' && !/TIMEOUT|ABORT/.test(code)
    return refuse(isAnswered ? 'no-description' : 'unreachable')
  }
}

const saidNo = new Set(['access_denied', 'login_required', 'interaction_required', 'consent_required'])
const later = new Set(['temporarily_unavailable', 'server_error'])

function troubleOf(error: unknown): Trouble {
  if (error instanceof UnfitProvider) return 'unfit'
  const { code, error: said, cause } = (error ?? {}) as { code?: unknown; error?: unknown; cause?: unknown }
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') {
    if (saidNo.has(String(said))) return 'denied'
    return later.has(String(said)) ? 'unreachable' : 'unfit'
  }
  if (isAboutAnew(cause)) return 'not-anew'
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'clock'
  const isAnswered = typeof code === 'string' && /^OAUTH_(?!TIMEOUT|ABORT)/.test(code)
  return isAnswered ? 'unfit' : 'unreachable'
}

// It is too long ago that they showed who they are, or the provider does not say when.
function isAboutAnew(cause: unknown): boolean {
  const { cause: details, message } = (cause ?? {}) as { cause?: { claim?: unknown }; message?: unknown }
  return details?.claim === 'auth_time' || /"auth_time"/.test(String(message))
}
