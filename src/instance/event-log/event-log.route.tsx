import { Hono } from 'hono'
import { installation } from '../../kernel/id.ts'
import { accountEventsPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import {
  accountEventsCsvPath,
  accountEventsLinesPath,
  installationEventsCsvPath,
  installationEventsLinesPath,
  installationEventsPath,
} from '../../paths/event-log.ts'
import { frameOf, operator, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, countAttempt, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { EventLogPage } from './event-log.page.tsx'
import { type EventFilter, eventsBefore } from './events.query.ts'
import { asCsv, asLines } from './export.ts'
import { type Chosen, queryOf, readChosen, readLooked } from './filter.ts'
import { headOf } from './head.query.ts'
import { kinds } from './kinds.ts'
import { lookFor } from './look-for.ts'
import { pathsOf } from './paths.ts'
import { installationLog, type Readable, readableAccount } from './readable.ts'
import { TooOftenPage } from './too-often.page.tsx'

const rowsAPage = 50
const exports = { most: 20, seconds: 3_600 }

type Find = (c: Ctx, viewer: Viewer) => Promise<Readable | undefined>

/** The event logs: of an account, for whoever may read it, and of the installation, for its operators. */
export function eventLogRoutes(platform: Platform): Hono<Env> {
  const routes = new Hono<Env>()
  const ofAccount: Find = (c, viewer) => readableAccount(platform.db, viewer, c.req.param('identifier') ?? '')
  const ofInstallation: Find = async () => installationLog
  const logs = [
    [accountEventsPath, accountEventsCsvPath, accountEventsLinesPath, signedIn(platform), ofAccount],
    [
      installationEventsPath,
      installationEventsCsvPath,
      installationEventsLinesPath,
      operator(platform),
      ofInstallation,
    ],
  ] as const
  for (const [shown, csv, lines, who, find] of logs) {
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
      lines.pattern,
      guarded((c, viewer, log) => give(c, platform, viewer, { log, form: 'jsonl' })),
    )
  }
  return routes
}

function filterOf({ seen, within }: Readable, chosen: Chosen, viewer: Viewer): EventFilter {
  const { kind, who, object, from, to } = chosen
  const orNull = (text: string) => (text === '' ? null : text)
  return {
    account: seen?.account.id ?? installation,
    kinds: kind && [...kinds[kind]],
    who: orNull(who),
    object: orNull(object),
    from: orNull(from),
    to: orNull(to),
    zone: seen?.account.timeZone ?? viewer.timeZone,
    places: within,
  }
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, log: Readable): Promise<Response> {
  const { db, cursors } = platform
  const query = (name: string) => c.req.query(name)
  const chosen = readChosen(query)
  const shared = { frame: frameOf(c, platform, viewer), log, chosen, paths: pathsOf(log) }
  const looked = readLooked(query)
  const filter = filterOf(log, chosen, viewer)
  if (looked.person !== '' || looked.about !== '') {
    const found = await lookFor(db, { log, account: filter.account }, looked)
    if ('id' in found) return seeOther(c, withQuery(shared.paths.page, queryOf({ ...chosen, ...found.id })))
    return html(c, <EventLogPage {...shared} looked={looked} found={found} />)
  }
  const bound = {
    person: viewer.personId,
    filter: `events:${filter.account}:${JSON.stringify(queryOf(chosen))}`,
    now: viewer.now,
  }
  const [before] = cursors.open(query('after') ?? '', bound) ?? []
  const piece = await eventsBefore(db, filter, {
    before: before === undefined ? undefined : Number(before),
    most: rowsAPage,
  })
  const after = piece.on === undefined ? undefined : cursors.seal([String(piece.on)], bound)
  return html(c, <EventLogPage {...shared} looked={looked} piece={piece} after={after} />)
}

async function give(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { log, form }: { log: Readable; form: 'csv' | 'jsonl' },
): Promise<Response> {
  const { db } = platform
  if (!log.canExport) return c.notFound()
  const wait = await countAttempt(db, [{ name: `events:${viewer.personId}`, limit: exports }])
  if (wait > 0) {
    c.header('Retry-After', String(wait))
    return html(
      c,
      <TooOftenPage frame={frameOf(c, platform, viewer)} of="exports" minutes={Math.ceil(wait / 60)} />,
      429,
    )
  }
  const filter = filterOf(
    log,
    readChosen((name) => c.req.query(name)),
    viewer,
  )
  const head = await headOf(db, filter.account)
  const wanted = { filter, reader: viewer.reader, places: log.places, head }
  const name = log.seen?.account.identifier ?? 'installation'
  const pieces = form === 'csv' ? asCsv(db, wanted) : asLines(db, { ...wanted, name })
  c.header('Content-Type', form === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8')
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
