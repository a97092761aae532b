import { Hono } from 'hono'
import { installation, isId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  accountCheckPath,
  accountChecksPath,
  installationCheckPath,
  installationChecksPath,
} from '../../paths/event-log.ts'
import { frameOf, operator, signedIn, type Viewer } from '../../people/index.ts'
import {
  command,
  countAttempt,
  type Ctx,
  type Env,
  html,
  page,
  seeOther,
  type Who,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type en from '../messages/en/log-page.ts'
import { words } from '../messages/index.ts'
import { CheckPage } from './check.page.tsx'
import { startCheck } from './check-chain.ts'
import { checkForm } from './checks.form.ts'
import { ChecksPage } from './checks.page.tsx'
import { findCheck, latestChecks } from './checks.store.ts'
import { headOf } from './head.query.ts'
import { pathsOf } from './paths.ts'
import { installationLog, type Readable, readableAccount } from './readable.ts'
import { TooOftenPage } from './too-often.page.tsx'

const checksAnHour = { most: 30, seconds: 3_600 }

type Log = {
  readonly who: Who<Viewer>
  readonly find: (c: Ctx, viewer: Viewer) => Promise<Readable | undefined>
}

/** Verifying a whole log: of an account, for whoever reads all of it, and of the installation, for its operators. */
export function checkRoutes(platform: Platform): Hono<Env> {
  const ofAccount: Log = {
    who: signedIn(platform),
    async find(c, viewer) {
      const log = await readableAccount(platform.db, viewer, c.req.param('identifier') ?? '')
      return log?.within === null ? log : undefined
    },
  }
  const ofInstallation: Log = { who: operator(platform), find: async () => installationLog }
  const routes = new Hono<Env>()
  for (const [all, one, log] of [
    [accountChecksPath, accountCheckPath, ofAccount],
    [installationChecksPath, installationCheckPath, ofInstallation],
  ] as const) {
    const { who } = log
    routes
      .get(all.pattern, page({ who, show: (c, viewer) => showAll(c, platform, viewer, { log }) }))
      .post(all.pattern, starting(platform, log))
      .get(one.pattern, page({ who, show: (c, viewer) => showOne(c, platform, viewer, log) }))
  }
  return routes
}

type ErrorKey = Extract<keyof typeof en, 'log.check.kept.wrong'>

async function showAll(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { log: { find }, typed = '', error }: { log: Log; typed?: string; error?: ErrorKey },
): Promise<Response> {
  const log = await find(c, viewer)
  if (!log) return c.notFound()
  const account = log.seen?.account.id ?? installation
  const [head, checks] = await Promise.all([headOf(platform.db, account), latestChecks(platform.db, account)])
  const shared = { frame: frameOf(c, platform, viewer), log, paths: pathsOf(log) }
  const wrong = error && words.for(viewer.reader)(error)
  return html(
    c,
    <ChecksPage {...shared} head={head} checks={checks} kept={typed} error={wrong} />,
    error ? 422 : 200,
  )
}

async function showOne(c: Ctx, platform: Platform, viewer: Viewer, { find }: Log): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const log = isId(id) ? await find(c, viewer) : undefined
  const check = log && (await findCheck(platform.db, log.seen?.account.id ?? installation, id))
  if (!log || !check) return c.notFound()
  const frame = frameOf(c, platform, viewer)
  return html(c, <CheckPage frame={frame} log={log} paths={pathsOf(log)} check={check} />)
}

type Refusal = 'not-found' | 'empty' | { readonly wait: number }

function starting(platform: Platform, log: Log) {
  return command(platform, {
    who: log.who,
    form: checkForm,
    async run(tx, viewer, { kept }, c): Promise<Outcome<string, Refusal>> {
      const found = await log.find(c, viewer)
      if (!found) return refuse('not-found')
      const wait = await countAttempt(platform.db, [
        { name: `checks:${viewer.personId}`, limit: checksAnHour },
      ])
      if (wait > 0) return refuse({ wait })
      const account = found.seen?.account.id ?? installation
      const started = await startCheck(tx, viewer.personId, { account, kept })
      return started.ok ? done(pathsOf(found).check(started.value)) : started
    },
    invalid: (c, viewer, { typed }) =>
      showAll(c, platform, viewer, { log, typed: String(typed.kept ?? ''), error: 'log.check.kept.wrong' }),
    refused(c, viewer, { refusal }) {
      if (refusal === 'not-found') return c.notFound()
      if (refusal === 'empty') return showAll(c, platform, viewer, { log })
      c.header('Retry-After', String(refusal.wait))
      const minutes = Math.ceil(refusal.wait / 60)
      return html(c, <TooOftenPage frame={frameOf(c, platform, viewer)} of="checks" minutes={minutes} />, 429)
    },
    done: (c, _, path) => seeOther(c, path),
  })
}
