import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import {
  applyImportPath,
  dropImportPath,
  importReportPath,
  importsPath,
  importTemplatePath,
  oneImportPath,
  startImportPath,
} from '../../paths/operator.ts'
import { frameOf, operator, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  command,
  csv,
  type Ctx,
  type Env,
  html,
  page,
  readUpload,
  seeOther,
  send,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { listed } from '../operator/paging.ts'
import { columnNames, type ImportKind, importKindIn, mostBytes } from './domain/columns.ts'
import { ImportPage, ImportsPage } from './import.page.tsx'
import { findImport, listImports, problemsOf, type StoredImport } from './import.store.ts'
import { applyImport, dropImport, type FileRefusal, startImport } from './take-in.ts'

const mostShown = 100
const path = /^\/operator\/imports\/new\/[a-z-]+$/

/** How many bytes a request may carry that sends a list of the whole installation; undefined elsewhere. */
export function roomForImports(c: Ctx): number | undefined {
  const { pathname } = new URL(c.req.url)
  const isForm = /^multipart\/form-data;/i.test(c.req.header('Content-Type') ?? '')
  return isForm && path.test(pathname) ? mostBytes + 16 * 1024 : undefined
}

const press = z.strictObject({})

/** The operator's pages for taking in lists. */
export function importRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  const shown = (show: (c: Ctx, platform: Platform, viewer: Viewer) => Response | Promise<Response>) =>
    page({ who, show: (c, viewer) => show(c, platform, viewer) })
  return new Hono<Env>()
    .get(
      importsPath.pattern,
      shown((c, _, viewer) => list(c, platform, viewer)),
    )
    .get(importTemplatePath.pattern, shown(template))
    .post(startImportPath.pattern, shown(start))
    .get(importReportPath.pattern, shown(report))
    .get(
      oneImportPath.pattern,
      shown((c, _, viewer) => one(c, platform, viewer)),
    )
    .post(applyImportPath.pattern, acting(platform, applyImport))
    .post(
      dropImportPath.pattern,
      acting(platform, (tx, _, id) => dropImport(tx, id)),
    )
}

async function list(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  wrong?: { readonly kind: ImportKind; readonly text: string },
): Promise<Response> {
  const shown = await listed(c, platform, viewer, {
    name: 'imports',
    read: (db, { after, most }) => listImports(db, after === '' ? null : after, most),
    keyOf: ({ id }) => id,
  })
  const { frame, rows, after } = shown
  return html(c, <ImportsPage frame={frame} rows={rows} after={after} wrong={wrong} />, wrong ? 422 : 200)
}

function template(c: Ctx): Response | Promise<Response> {
  const kind = importKindIn(c.req.param('kind') ?? '')
  if (!kind) return c.notFound()
  c.header('Content-Disposition', `attachment; filename="${c.req.param('kind') ?? ''}.csv"`)
  return send(c, csv([columnNames(kind)]), 'text/csv; charset=utf-8')
}

async function start(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const file = await readUpload(c, 'file')
  const kind = importKindIn(c.req.param('kind') ?? '')
  if (!kind) return c.notFound()
  const content = file?.content ?? new Uint8Array()
  const started = await transact(platform.db, (tx) => startImport(tx, viewer.personId, { kind, content }))
  if (!started.ok) return list(c, platform, viewer, { kind, text: sayFile(viewer, kind, started.refusal) })
  platform.wake()
  return seeOther(c, oneImportPath.to(started.value))
}

function sayFile({ reader }: Viewer, kind: ImportKind, refusal: FileRefusal): string {
  const t = words.for(reader)
  return refusal === 'columns'
    ? t('imports.refused.columns', { columns: columnNames(kind).join(', ') })
    : t(`imports.refused.${refusal}`)
}

async function importIn(c: Ctx, { db }: Platform): Promise<StoredImport | undefined> {
  const id = c.req.param('id') ?? ''
  return isId(id) ? findImport(db, id) : undefined
}

const secondsBetweenLooks = 2

async function one(c: Ctx, platform: Platform, viewer: Viewer, problem?: string): Promise<Response> {
  const found = await importIn(c, platform)
  if (!found) return c.notFound()
  const problems = await problemsOf(platform.db, found.id, 0, mostShown)
  const isAtWork = found.state === 'CHECKING' || found.state === 'RUNNING'
  if (isAtWork && c.req.method === 'GET') c.header('Refresh', String(secondsBetweenLooks))
  const props = { frame: frameOf(c, platform, viewer), one: found, problems, mostShown, problem }
  return html(c, <ImportPage {...props} />, problem === undefined ? 200 : 409)
}

async function report(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const found = await importIn(c, platform)
  if (!found) return c.notFound()
  const t = words.for(viewer.reader)
  const rows = [[t('imports.line'), t('imports.field'), t('imports.problem')]]
  for (const { line, field, problem } of await problemsOf(platform.db, found.id, 0, 200_000))
    rows.push([String(line), field === 'file' ? '' : field, t(`imports.problem.${problem}`)])
  c.header('Content-Disposition', 'attachment; filename="report.csv"')
  return send(c, csv(rows), 'text/csv; charset=utf-8')
}

function acting(platform: Platform, act: typeof applyImport) {
  return command(platform, {
    who: operator(platform),
    form: press,
    async run(tx, viewer, _, c) {
      const id = c.req.param('id') ?? ''
      return isId(id) ? act(tx, viewer.personId, id) : refuse('not-ready')
    },
    invalid: (c) => c.notFound(),
    refused: (c, viewer) => one(c, platform, viewer, words.for(viewer.reader)('imports.refused.not-ready')),
    done: (c) => seeOther(c, oneImportPath.to(c.req.param('id') ?? '')),
  })
}
