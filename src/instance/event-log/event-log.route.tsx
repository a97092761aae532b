import { Hono } from 'hono'
import { installation } from '../../kernel/id.ts'
import { accountEventsPath } from '../../paths/accounts.ts'
import {
  accountEventsCsvPath,
  accountEventsJsonPath,
  installationEventsCsvPath,
  installationEventsJsonPath,
  installationEventsPath,
} from '../../paths/event-log.ts'
import { frameOf, operator, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, countAttempt, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { EventLogPage } from './event-log.page.tsx'
import { type EventFilter, eventsBefore, headOf } from './events.query.ts'
import { asCsv, asJson } from './export.ts'
import { type Chosen, kinds, kindsOfAccount, kindsOfInstallation, queryOf, readChosen } from './filter.ts'
import { type Readable, readableAccount } from './readable.ts'
import { TooOftenPage } from './too-often.page.tsx'

const rowsAPage = 50
const exports = { most: 20, seconds: 3_600 }

type Find = (c: Ctx, viewer: Viewer) => Promise<Readable | undefined>

/** The event logs: of an account, for whoever may read it, and of the installation, for its operators. */
export function eventLogRoutes(platform: Platform): Hono<Env> {
  const routes = new Hono<Env>()
  const ofAccount: Find = (c, viewer) => readableAccount(platform.db, viewer, c.req.param('identifier') ?? '')
  const ofInstallation: Find = async () => ({ seen: null, places: {}, within: null, canExport: true })
  const logs = [
    [accountEventsPath, accountEventsCsvPath, accountEventsJsonPath, signedIn(platform), ofAccount],
    [
      installationEventsPath,
      installationEventsCsvPath,
      installationEventsJsonPath,
      operator(platform),
      ofInstallation,
    ],
  ] as const
  for (const [shown, csv, json, who, find] of logs) {
    const guarded = (answer: (c: Ctx, viewer: Viewer, log: Readable) => Promise<Response>) =>
      page({
        who,
        async show(c, viewer) {
          const log = await find(c, viewer)
          return log ? answer(c, viewer, log) : c.notFound()
        },
      })
    routes.get(
      shown.pattern,
      guarded((c, viewer, log) => show(c, platform, viewer, log)),
    )
    routes.get(
      csv.pattern,
      guarded((c, viewer, log) => give(c, platform, viewer, { log, form: 'csv' })),
    )
    routes.get(
      json.pattern,
      guarded((c, viewer, log) => give(c, platform, viewer, { log, form: 'json' })),
    )
  }
  return routes
}

function filterOf({ seen, within }: Readable, chosen: Chosen, zone: string): EventFilter {
  const { kind, person, from, to } = chosen
  return {
    account: seen?.account.id ?? installation,
    kinds: kind && [...kinds[kind]],
    person: person === '' ? null : person,
    from: from === '' ? null : from,
    to: to === '' ? null : to,
    zone,
    places: within,
  }
}

function pathsOf({ seen }: Readable) {
  if (!seen) {
    return {
      page: installationEventsPath.to(),
      csv: installationEventsCsvPath.to(),
      json: installationEventsJsonPath.to(),
    }
  }
  const { identifier } = seen.account
  return {
    page: accountEventsPath.to(identifier),
    csv: accountEventsCsvPath.to(identifier),
    json: accountEventsJsonPath.to(identifier),
  }
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, log: Readable): Promise<Response> {
  const { db, cursors } = platform
  const chosen = readChosen((name) => c.req.query(name))
  const filter = filterOf(log, chosen, viewer.timeZone)
  const bound = {
    person: viewer.personId,
    filter: `events:${filter.account}:${JSON.stringify(queryOf(chosen))}`,
    now: viewer.now,
  }
  const [before = '0'] = cursors.open(c.req.query('after') ?? '', bound) ?? []
  const [lines, head] = await Promise.all([
    eventsBefore(db, filter, Number(before), rowsAPage + 1),
    headOf(db, filter.account),
  ])
  const last = lines.length > rowsAPage ? lines[rowsAPage - 1] : undefined
  return html(
    c,
    <EventLogPage
      frame={frameOf(c, platform, viewer)}
      seen={log.seen}
      lines={lines.slice(0, rowsAPage)}
      places={log.places}
      chosen={chosen}
      kinds={log.seen ? kindsOfAccount : kindsOfInstallation}
      head={head}
      paths={pathsOf(log)}
      canExport={log.canExport}
      after={last && cursors.seal([String(last.seq)], bound)}
    />,
  )
}

async function give(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { log, form }: { log: Readable; form: 'csv' | 'json' },
): Promise<Response> {
  const { db } = platform
  if (!log.canExport) return c.notFound()
  const wait = await countAttempt(db, [{ name: `events:${viewer.personId}`, limit: exports }])
  if (wait > 0) {
    c.header('Retry-After', String(wait))
    return html(c, <TooOftenPage frame={frameOf(c, platform, viewer)} minutes={Math.ceil(wait / 60)} />, 429)
  }
  const filter = filterOf(
    log,
    readChosen((name) => c.req.query(name)),
    viewer.timeZone,
  )
  const wanted = { filter, reader: viewer.reader, places: log.places }
  const name = log.seen?.account.identifier ?? 'installation'
  const pieces =
    form === 'csv'
      ? asCsv(db, wanted)
      : asJson(db, { ...wanted, name, head: await headOf(db, filter.account) })
  c.header('Content-Type', form === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="events.${form}"`)
  return c.body(streamOf(pieces))
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
