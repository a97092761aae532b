import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { operations } from '../../src/integrations/operations.ts'
import { cursors } from '../../src/platform/http/index.ts'
import { approval, refusal } from '../world/acts.ts'
import { type ApiClient, withToken } from '../world/api-client.ts'
import type { Answered, Fields } from '../world/visitor.ts'
import { type CastMember, type World, world } from '../world/world.ts'
import { everyRoute, filled, holdings, type Route } from './every-route.ts'
import { idsFor, lay, thingsOf } from './things-of-others.ts'

let w: World

beforeAll(async () => {
  w = await world()
  await lay(w)
})
afterAll(() => w.end())

/** What the form of a path would send; nothing for those without fields. */
const forms: Record<string, Fields> = {
  '/requests/:id/amend': {
    version: '1',
    reason: 'I need it for something else now, please.',
    scope: 'account',
  },
  '/requests/:id/approve': approval(),
  '/requests/:id/decline': refusal(),
  '/operator/accounts/:identifier/visibility': { visibility: 'RESTRICTED' },
  '/operator/accounts/:identifier/virtual-accounts': { name: 'Nantes', parent: '' },
}

const bodies: Record<string, unknown> = {
  '/api/v1/requests/:id/amend': {
    reason: 'I need it for something else now, please.',
    scope: { kind: 'ACCOUNT' },
    role: null,
    lastDay: null,
  },
  '/api/v1/requests/:id/approve': {
    role: 'SV',
    scope: { kind: 'ACCOUNT' },
    end: { kind: 'NONE' },
    note: 'Yes.',
  },
  '/api/v1/requests/:id/decline': { code: 'NOT_NEEDED', text: 'No longer.' },
}

/** An answer without what differs between any two: the address that was asked for, the name of the answer. */
function told(answer: Answered, path: string, values: Record<string, string>): string {
  let text = `${answer.status} ${answer.location ?? ''}\n${answer.text}`
  for (const value of [path, encodeURIComponent(path), ...Object.values(values)].filter(Boolean))
    text = text.replaceAll(value, '…')
  return text.replaceAll(/urn:uuid:[0-9a-f-]+/g, 'urn:uuid:…').replaceAll(/error=[0-9a-f-]{36}/g, 'error=…')
}

async function ask(
  who: CastMember,
  { method, path }: Route,
  values: Record<string, string>,
): Promise<string> {
  const at = filled(path, values)
  if (path.startsWith('/api/')) {
    const client = await programOf(who)
    // In one's own account an example would be done.
    const example = values['identifier'] === own[who] ? undefined : examples.get(path)
    const answer =
      method === 'GET'
        ? await client.get(at)
        : await client.post(at, bodies[path] ?? example ?? {}, {
            'If-Match': '"1"',
            'Idempotency-Key': newId(),
          })
    return told(answer, at, values)
  }
  const visitor = await w.as(who)
  return told(
    method === 'GET' ? await visitor.get(at) : await visitor.post(at, forms[path] ?? {}),
    at,
    values,
  )
}

const programs = new Map<CastMember, Promise<ApiClient>>()

function programOf(who: CastMember): Promise<ApiClient> {
  const known = programs.get(who) ?? withToken(w, who)
  programs.set(who, known)
  return known
}

/** What the document gives as an example of each call. */
const examples = new Map(
  operations({
    cursors: cursors(Buffer.alloc(32)),
    settings: { newAccountsNeedProof: true } as never,
    key: Buffer.alloc(32),
    config: {} as never,
  }).map((operation) => [operation.path, 'exampleBody' in operation ? operation.exampleBody : {}]),
)

/** Tried in vain in one's own account, it is written into the log; and a program's answer is kept for its key. */
const toldInOwn = ['/access/smart-accounts/:identifier/leave']
const own: Partial<Record<CastMember, string>> = { carla: 'globex.example', dmitri: 'initech.example' }

describe('what belongs to an account', () => {
  test.each(['carla', 'dmitri', 'zoe'] as const)(
    'cannot be told from what is not there, nor changed, by any route that takes an id: %s',
    async (who) => {
      const things = await thingsOf(w, 'acme.example')
      const involved = await w.owner<{ id: string }>(
        'select r.id from access_requests r join people p on p.id in (r.requester_id, r.beneficiary_id) where p.address like $1',
        [`${who}@%`],
      )
      expect(things.requests.length).toBeGreaterThan(3)
      const quiet = [
        'auth.session',
        'person_activity',
        'personal_tokens',
        'limits',
        'look_ups',
        'drafts',
        'idempotency_keys',
      ]
      const before = await holdings(w, quiet)
      const routes = everyRoute(w).filter(({ path }) => path.includes(':') && !path.startsWith('/assets'))
      expect(routes.length).toBeGreaterThan(25)
      for (const route of routes) {
        for (const id of route.path.includes(':id') ? idsFor(route.path, things) : ['']) {
          if (involved.some((one) => one.id === id)) continue
          const identifiers = own[who] && id ? ['acme.example', own[who]] : ['acme.example']
          for (const identifier of route.path.includes(':identifier') ? identifiers : ['']) {
            if (identifier === own[who] && toldInOwn.includes(route.path)) continue
            const nowhere = id ? identifier : 'nowhere.example'
            // There are more of them than anybody may call in a minute.
            await w.owner('delete from limits')
            const [there, never] = await Promise.all([
              ask(who, route, { identifier, id }),
              ask(who, route, { identifier: nowhere, id: newId() }),
            ])
            expect(there, `${route.method} ${route.path} ${identifier}`).toBe(never)
          }
        }
      }
      expect(await holdings(w, quiet)).toEqual(before)
    },
    120_000,
  )

  test('is behind the sign-in on every page and form, with one and the same answer for what is there and what is not', async () => {
    const things = await thingsOf(w, 'acme.example')
    const stranger = w.stranger()
    const open: string[] = []
    for (const route of everyRoute(w)) {
      const id = idsFor(route.path, things)[0] ?? ''
      const values = { identifier: 'acme.example', id, name: 'x' }
      const send = (path: string) =>
        route.method === 'GET' ? stranger.get(path) : stranger.post(path, forms[route.path])
      const at = filled(route.path, values)
      const answer = await send(at)
      const shut = (answer.location ?? '').startsWith('/sign-in') || [401, 404].includes(answer.status)
      if (!shut) open.push(`${route.method} ${route.path}`)
      if (!route.path.includes(':') || route.path === '/mailbox/:id') continue
      const other = { identifier: 'nowhere.example', id: newId(), name: 'x' }
      const never = filled(route.path, other)
      expect(told(answer, at, values), route.path).toBe(told(await send(never), never, other))
    }
    expect(open).toMatchInlineSnapshot(`
      [
        "GET /healthz",
        "GET /readyz",
        "GET /sign-up",
        "POST /sign-up",
        "GET /sign-up/sent",
        "GET /sign-in",
        "POST /sign-in",
        "GET /sign-in/with",
        "POST /sign-in/with",
        "POST /sign-out",
        "GET /signed-out",
        "GET /link",
        "GET /verify-address",
        "POST /verify-address",
        "GET /forgotten-password",
        "POST /forgotten-password",
        "GET /forgotten-password/sent",
        "GET /reset-password",
        "POST /reset-password",
        "GET /sign-in-link",
        "POST /sign-in-link",
        "GET /first-operator",
        "POST /first-operator",
        "GET /unsubscribe",
        "POST /unsubscribe",
        "GET /language",
        "POST /language",
        "GET /theme",
        "POST /theme",
        "GET /claim-link",
        "GET /claim-link/stop",
        "POST /claim-link/stop",
        "GET /claim-link/confirm",
        "POST /claim-link/confirm",
        "GET /account-contact",
        "POST /account-contact",
        "GET /invitation-link",
        "GET /invitation",
        "GET /requests/new/keep",
        "GET /application-link",
        "GET /application-link/nomination",
        "GET /application-link/confirm",
        "POST /application-link/confirm",
        "GET /learn",
        "GET /api/v1/openapi.json",
        "GET /api",
        "GET /sign-out",
        "GET /profile/sign-ins/:id/unlink",
        "GET /accounts/:identifier/settings/closed-days",
        "GET /accounts/:identifier/settings/closed-days/:day/open",
        "GET /accounts/:identifier/virtual-accounts/:place/restrict",
        "GET /accounts/:identifier/settings/administrators/settle",
        "GET /accounts/:identifier/users/invitations/:id/again",
        "GET /accounts/:identifier/users/invitations/:id/withdraw",
        "GET /invitations/:id",
        "GET /accounts/:identifier/roles/:id/bring-back",
        "GET /accounts/:identifier/groups/:id/people",
        "GET /accounts/:identifier/groups/:id/people/:person/remove",
        "GET /accounts/:identifier/tags/:id/places",
        "GET /accounts/:identifier/tags/:id/people",
        "GET /accounts/:identifier/tags/:id/people/:person/remove",
        "GET /accounts/:identifier/tags/:id/delete",
        "GET /accounts/:identifier/several-users/:id/carry-out",
        "GET /cases/:id/write",
        "GET /cases/:id/solve",
        "GET /cases/:id/reopen",
        "GET /cases/:id/assign",
        "GET /cases/:id/proof",
        "GET /requests/for-colleagues/:id/confirm",
        "GET /requests/for-colleagues/:id/refuse",
        "GET /requests/for-colleagues/:id/withdraw",
        "GET /access/smart-accounts/:identifier/grants/:id/change",
        "GET /requests/:id/remind",
        "GET /requests/:id/decline/fill",
        "GET /accounts/:identifier/rules/blocks/:id/lift",
        "GET /requests/:id/claim",
        "GET /requests/:id/release",
        "GET /requests/:id/ask-again",
        "GET /requests/:id/ask-a-person",
        "GET /requests/:id/question/fill",
        "GET /requests/:id/decide-as-support/confirm",
        "GET /requests/:id/decide-as-support/drop",
        "GET /notifications/read",
        "GET /operator/trouble/retry",
        "GET /operator/imports/new/:kind",
        "GET /operator/imports/:id/apply",
        "GET /operator/imports/:id/drop",
        "GET /operator/settings/test-mail",
        "GET /operator/accounts/:identifier/visibility",
        "GET /operator/accounts/:identifier/virtual-accounts",
        "GET /operator/agreements/:id/retire",
        "GET /operator/settings/sign-in/:id/try",
        "GET /operator/settings/sign-in/:id/remove",
        "GET /operator/people/:id/enable",
      ]
    `)
  })
})

describe('reading', () => {
  test('changes nothing but that somebody was there and saw it, whoever opens any page as often as they like, and nothing at all on HEAD', async () => {
    const quiet = ['auth.session', 'person_activity', 'limits', 'look_ups']
    const things = await thingsOf(w, 'acme.example')
    const pages = everyRoute(w).filter(({ method, path }) => method === 'GET' && path !== '/live')
    for (const who of ['ana', 'olga'] as const) {
      const visitor = await w.as(who)
      const visit = async (method: 'GET' | 'HEAD', headers: Record<string, string> = {}) => {
        for (const { path } of pages) {
          for (const id of path.includes(':id') ? idsFor(path, things).slice(0, 3) : ['']) {
            await visitor.send(filled(path, { identifier: 'acme.example', id }), { method, headers })
          }
        }
      }
      const before = await holdings(w, quiet)
      await visit('HEAD')
      await visit('GET', { 'Sec-Purpose': 'prefetch' })
      const after = await holdings(w, quiet)
      for (const table of Object.keys(before)) expect(after[table], `${who} ${table}`).toBe(before[table])
      await visit('GET')
      const first = await holdings(w, quiet)
      await visit('GET')
      expect(await holdings(w, [...quiet, 'events', 'chain_heads', 'event_details']), who).toEqual(
        Object.fromEntries(
          Object.entries(first).filter(([name]) => !/events|chain_heads|event_details/.test(name)),
        ),
      )
    }
  }, 180_000)
})
