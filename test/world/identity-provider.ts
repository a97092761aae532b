import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import { addProvider } from '../../src/people/index.ts'
import type { ProviderId } from '../../src/people/domain/provider.ts'
import { signInBackPath } from '../../src/paths/people.ts'
import { transact } from '../../src/platform/db/index.ts'
import { quietPort } from './ports.ts'
import { Visitor } from './visitor.ts'
import type { World } from './world.ts'

/** What the provider says about somebody; `sub` is how it knows them. */
export type SaidOf = { readonly sub: string } & Readonly<Record<string, unknown>>

/** A real OpenID provider on loopback, where whoever comes is whom it is told. */
export type IdentityProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who signs in there next. Null: they say no. */
  person: SaidOf | null
  /** Where it sends people back to; called once the addresses are known. */
  returnsTo(...addresses: readonly string[]): void
  /** What it answers instead of what it would; undefined: as it would. */
  instead: ((path: string) => { status: number; body: string; type?: string } | undefined) | undefined
  /** Hangs up on whoever asks. */
  isDown: boolean
  stop(): Promise<void>
}

const clientSecret = 'a secret that only these two know, 42'

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }
}

function configurationOf(issuer: string, redirectUris: readonly string[], personOf: (sub: string) => SaidOf) {
  return {
    clients: [{ client_id: 'vestibule', client_secret: clientSecret, redirect_uris: redirectUris }],
    jwks: { keys: [signingKey()] },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['given_name', 'family_name', 'locale', 'organization'],
    },
    // As most providers do it: the whole in the signed token.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `${issuer}/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => personOf(sub) }),
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 600, Session: 600, Grant: 600 },
  }
}

/** Starts one; it knows its clients once `returnsTo` is told where they come back to. */
export async function startIdentityProvider({
  conform = false,
}: {
  readonly conform?: boolean
} = {}): Promise<IdentityProvider> {
  const port = await quietPort()
  const issuer = `http://127.0.0.1:${port}`
  const known = new Map<string, SaidOf>()
  let provider: Provider | undefined
  const made: IdentityProvider = {
    issuer,
    clientId: 'vestibule',
    clientSecret,
    person: null,
    instead: undefined,
    isDown: false,
    returnsTo(...addresses) {
      const configuration = configurationOf(issuer, addresses, (sub) => known.get(sub) ?? { sub })
      provider = new Provider(issuer, { ...configuration, conformIdTokenClaims: conform })
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (made.isDown || !provider) {
      response.destroy()
      return
    }
    const path = new URL(request.url ?? '/', issuer).pathname
    const instead = made.instead?.(path)
    if (instead) {
      response.writeHead(instead.status, { 'Content-Type': instead.type ?? 'application/json' })
      response.end(instead.body)
    } else if (path.startsWith('/interaction/')) await interact(provider, request, response)
    else await provider.callback()(request, response)
  }
  const interact = async (
    on: Provider,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const { prompt, params, session } = await on.interactionDetails(request, response)
    const { person } = made
    if (!person) {
      await on.interactionFinished(request, response, { error: 'access_denied' })
      return
    }
    known.set(person.sub, person)
    if (prompt.name === 'login') {
      await on.interactionFinished(request, response, { login: { accountId: person.sub } })
      return
    }
    const accountId = session?.accountId ?? person.sub
    const grant = new on.Grant({ accountId, clientId: params.client_id })
    grant.addOIDCScope(params.scope ?? 'openid')
    const consent = { grantId: await grant.save() }
    await on.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true })
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return made
}

/** Adds it to a world as an operator would, speaking for these domains; gives its id. */
export async function adds(
  w: World,
  idp: IdentityProvider,
  { name = 'Acme Login', domains }: { readonly name?: string; readonly domains: string },
): Promise<ProviderId> {
  const { issuer, clientId } = idp
  const wanted = { name, issuer, clientId, clientSecret, domains, isOn: true }
  const added = await transact(w.db, (tx) => addProvider(tx, null, wanted, w.platform))
  if (!added.ok) throw new Error(`Not added: ${added.refusal.code}`)
  idp.returnsTo(`${w.base}${signInBackPath.to(added.value)}`)
  return added.value
}

/** Follows a browser at the provider, from where we sent it to where it sends it back to: a path of ours. */
export async function through(
  start: string,
  back: string,
  browser = new Visitor(new URL(start).origin),
): Promise<string> {
  const { origin } = new URL(start)
  let at = start
  for (let steps = 0; steps < 12 && !at.startsWith(back); steps++) {
    const answer = await browser.get(at.slice(origin.length))
    if (answer.location === null)
      throw new Error(`${at} answered ${answer.status}: ${answer.text.slice(0, 800)}`)
    at = new URL(answer.location, origin).href
  }
  return at.slice(back.length)
}
