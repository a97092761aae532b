import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Tx, transact } from '../db/index.ts'
import { isGuess, type Ctx, countAttempt, type Env, send, type Who } from '../http/index.ts'
import type { Platform } from '../platform.ts'
import { claimKey, keepAnswer, type Kept } from './idempotency.store.ts'
import { words } from './messages/index.ts'
import type { Call, Caller, Operation, Reading, Sending, Writing } from './operation.ts'
import { answerProblem, type Problem } from './problem.ts'
import { readBody, readKey, readParams, readQuery, readVersion } from './read-call.ts'

type Answer = Kept & { readonly repeated: boolean }
type Open = Pick<Platform, 'db' | 'wake' | 'publicUrl'>

/** How often one person may change something, and read on in lists. */
const limits = {
  write: { most: 120, seconds: 60 },
  pages: { most: 60, seconds: 3_600 },
} as const

/** The operations as routes; another method on one of their paths is answered with 405. */
export function mount<Visitor extends Caller>(
  platform: Open,
  who: Who<Visitor>,
  operations: readonly Operation<Visitor>[],
): Hono<Env> {
  const app = new Hono<Env>()
  for (const operation of operations) {
    app.on(operation.method, operation.path, (c) => answer(platform, who, operation, c))
  }
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const methods = operations.filter((one) => one.path === path).map((one) => one.method)
    app.all(path, (c) => {
      c.header(
        'Allow',
        methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '),
      )
      return answerProblem(c, platform.publicUrl, { status: 405, code: 'method' })
    })
  }
  return app
}

async function answer<Visitor extends Caller>(
  platform: Open,
  who: Who<Visitor>,
  operation: Operation<Visitor>,
  c: Ctx,
): Promise<Response> {
  const caller = await who(c)
  if (caller instanceof Response) return caller
  c.set('reader', caller.reader)
  const outcome = await admitted(platform, operation, { c, caller })
  if (!outcome.ok) return answerProblem(c, platform.publicUrl, toldTo(caller, outcome.refusal))
  const { status, text, version, repeated } = outcome.value
  if (version !== null) c.header('ETag', `"${version}"`)
  if (repeated) c.header('Idempotency-Replayed', 'true')
  return send(c, text, 'application/json; charset=utf-8', status as 200 | 201)
}

/** A password that must be typed is nothing that a program has: its owner does that on the page. */
function toldTo(caller: Caller, problem: Problem): Problem {
  if (problem.code !== 'recent-sign-in-needed' || caller.scopes === null) return problem
  return { ...problem, detail: words.for(caller.reader)('detail.on-the-page') }
}

async function admitted<Visitor extends Caller>(
  platform: Open,
  operation: Operation<Visitor>,
  { c, caller }: { c: Ctx; caller: Visitor },
): Promise<Outcome<Answer, Problem>> {
  const t = words.for(caller.reader)
  if (caller.scopes !== null && !caller.scopes.includes(operation.scope)) {
    const detail = t('detail.scope', { scope: operation.scope })
    return refuse({ status: 403, code: 'scope', detail })
  }
  const wait = await waitFor(platform, operation, { c, caller })
  if (wait > 0) {
    const detail = t('detail.wait', { seconds: wait })
    return refuse({ status: 429, code: 'too-many-calls', retryAfter: wait, detail })
  }
  return operation.method === 'GET'
    ? read(platform, operation, { c, caller })
    : write(platform, operation, { c, caller })
}

async function waitFor<Visitor extends Caller>(
  platform: Open,
  operation: Operation<Visitor>,
  { c, caller }: { c: Ctx; caller: Visitor },
): Promise<number> {
  const kind = operation.method === 'POST' ? 'write' : 'pages'
  if (kind === 'pages' && c.req.query('after') === undefined) return 0
  return countAttempt(platform.db, [{ name: `api:${kind}:${caller.personId}`, limit: limits[kind] }])
}

async function read<Visitor extends Caller>(
  platform: Open,
  operation: Reading<Visitor>,
  { c, caller }: { c: Ctx; caller: Visitor },
): Promise<Outcome<Answer, Problem>> {
  const params = readParams(c)
  if (!params.ok) return refuse(params.problem)
  const query = readQuery(c, operation.query)
  if (!query.ok) return refuse(query.problem)
  const outcome = await operation.run(platform.db, {
    caller,
    params: params.value,
    query: query.value as never,
    body: undefined,
    version: 0,
    idempotencyKey: undefined,
    clientNetwork: c.get('clientNetwork'),
    isGuess: c.req.method === 'HEAD' || isGuess(c),
  })
  if (!outcome.ok) return outcome
  const { body, version = null } = outcome.value
  return done({ status: 200, text: JSON.stringify(body), version, repeated: false })
}

async function write<Visitor extends Caller>(
  platform: Open,
  operation: Writing<Visitor> | Sending<Visitor>,
  { c, caller }: { c: Ctx; caller: Visitor },
): Promise<Outcome<Answer, Problem>> {
  const call = readWrite(operation, { c, caller })
  if (!call.ok) return call
  const stopped = 'send' in operation ? undefined : await operation.before?.(platform.db, call.value)
  if (stopped) return refuse(stopped)
  const outcome =
    'send' in operation
      ? await sent(platform, operation, call.value)
      : await transact(platform.db, (tx) => once(tx, operation, { c, call: call.value }))
  if (outcome.ok) {
    platform.wake()
    return outcome
  }
  if ('send' in operation) return outcome
  const { refused } = operation
  if (refused) {
    await transact(platform.db, async (tx) => done(await refused(tx, call.value, outcome.refusal)))
  }
  return outcome
}

async function sent<Visitor extends Caller>(
  platform: Open,
  operation: Sending<Visitor>,
  call: Call<Visitor, undefined, never>,
): Promise<Outcome<Answer, Problem>> {
  const outcome = await operation.send(platform.db, call)
  if (!outcome.ok) return outcome
  const { body, version = null, repeated } = outcome.value
  return done({ status: operation.status, text: JSON.stringify(body), version, repeated })
}

function readWrite<Visitor extends Caller>(
  operation: Writing<Visitor> | Sending<Visitor>,
  { c, caller }: { c: Ctx; caller: Visitor },
): Outcome<Call<Visitor, undefined, never>, Problem> {
  const params = readParams(c)
  if (!params.ok) return refuse(params.problem)
  const key = readKey(c)
  if (!key.ok) return refuse(key.problem)
  const body = readBody(c, operation.body)
  if (!body.ok) return refuse(body.problem)
  const version = operation.versioned ? readVersion(c) : { ok: true as const, value: 0 }
  if (!version.ok) return refuse(version.problem)
  return done({
    caller,
    params: params.value,
    query: undefined,
    body: body.value as never,
    version: version.value,
    idempotencyKey: key.value,
    clientNetwork: c.get('clientNetwork'),
    isGuess: c.req.method === 'HEAD' || isGuess(c),
  })
}

async function once<Visitor extends Caller>(
  tx: Tx,
  operation: Writing<Visitor>,
  { c, call }: { c: Ctx; call: Call<Visitor, undefined, never> },
): Promise<Outcome<Answer, Problem>> {
  const { caller, idempotencyKey } = call
  if (idempotencyKey === undefined) return ran(operation, await operation.run(tx, call))
  const key = { person: caller.personId, key: `api:${idempotencyKey}` }
  const claimed = await claimKey(tx, { ...key, fingerprint: fingerprintOf(operation, c, call.version) })
  if (claimed.state === 'kept') return done({ ...claimed.answer, repeated: true })
  if (claimed.state === 'other') {
    const detail = words.for(caller.reader)('detail.key-used')
    return refuse({ status: 409, code: 'key-used', detail })
  }
  const given = await operation.run(tx, call)
  const outcome = ran(operation, given)
  if (!given.ok || !outcome.ok) return outcome
  const { status, text, version } = outcome.value
  await keepAnswer(tx, key, { status, text, version, object: given.value.object })
  return outcome
}

function ran<Visitor>(
  operation: Writing<Visitor>,
  outcome: Awaited<ReturnType<Writing<Visitor>['run']>>,
): Outcome<Answer, Problem> {
  if (!outcome.ok) return outcome
  const { body, version = null } = outcome.value
  return done({ status: operation.status, text: JSON.stringify(body), version, repeated: false })
}

function fingerprintOf<Visitor>(operation: Writing<Visitor>, c: Ctx, version: number): Buffer {
  const hash = createHash('sha256')
  hash.update(`${operation.id}\n${new URL(c.req.url).pathname}\n${version}\n`)
  return hash.update(c.get('body')).digest()
}
