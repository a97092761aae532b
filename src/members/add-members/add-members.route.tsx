import { Hono } from 'hono'
import { pinned } from '../domain/adding.ts'
import { customRolesOf, managedAccount, type SeenAccount } from '../../accounts/index.ts'
import { done } from '../../kernel/outcome.ts'
import {
  addUsersBatchPath,
  addUsersFilePath,
  addUsersLinesPath,
  addUsersPath,
  addUsersTemplatePath,
} from '../../paths/members.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  csv,
  type Env,
  type FieldErrors,
  html,
  page,
  readForm,
  readUpload,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import { mostLines, type SheetColumn, sheetColumns, sheetLines } from '../domain/sheet.ts'
import { words } from '../messages/index.ts'
import { mayChangePeople } from '../seeing.ts'
import { type AddErrorKey, addForm, linesForm, type TypedLine } from './add-members.form.ts'
import { AddMembersPage } from './add-members.page.tsx'
import { insertBatch } from './batches.store.ts'

const listPath = /^\/accounts\/[^/]+\/users\/add(\/file|\/lines)?$/
const mostListBytes = 256 * 1024

/** How many bytes a request may carry that brings a list of people; undefined elsewhere. */
export function roomForLists(c: Ctx): number | undefined {
  return listPath.test(new URL(c.req.url).pathname) ? mostListBytes : undefined
}

type Then = (c: Ctx, viewer: Viewer, seen: SeenAccount) => Response | Promise<Response>

/** Lets in whoever may change people of the account; for others there is no such page. */
export function changing(platform: Platform, then: Then): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const seen = await managedAccount(platform.db, viewer, c.req.param('identifier') ?? '')
      return seen && mayChangePeople(seen) ? then(c, viewer, seen) : c.notFound()
    },
  })
}

/** Adding people: the page, and what it sends, which is kept and shown line by line. */
export function addMembersRoutes(platform: Platform): Hono<Env> {
  const with_ = (then: Then) => changing(platform, then)
  return new Hono<Env>()
    .get(
      addUsersPath.pattern,
      with_(async (c, viewer, seen) => {
        const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
        return show(c, platform, { viewer, seen, typed: held ?? typedFrom(c) })
      }),
    )
    .post(
      addUsersPath.pattern,
      with_(async (c, viewer, seen) => {
        const form = readForm(c, addForm, ['place'])
        if (form.ok) return keep(c, platform, { viewer, seen, lines: form.value })
        return show(c, platform, { viewer, seen, typed: form.typed, errors: form.errors })
      }),
    )
    .get(
      addUsersTemplatePath.pattern,
      with_((c, viewer) => template(c, viewer.reader)),
    )
    .post(
      addUsersFilePath.pattern,
      with_(async (c, viewer, seen) => {
        const file = await readUpload(c, 'file')
        const text = file && textIn(file.content)
        if (text === undefined) {
          const file_: AddErrorKey = file ? 'add.error.file-text' : 'add.error.file'
          return show(c, platform, { viewer, seen, errors: { file: file_ } })
        }
        return sheet(c, platform, { viewer, seen, text, field: 'file' })
      }),
    )
    .post(
      addUsersLinesPath.pattern,
      with_(async (c, viewer, seen) => {
        const form = readForm(c, linesForm)
        if (form.ok) return sheet(c, platform, { viewer, seen, text: form.value.lines, field: 'lines' })
        return show(c, platform, { viewer, seen, typed: form.typed, errors: form.errors })
      }),
    )
}

// Whom, and what, another page has already chosen.
function typedFrom(c: Ctx): Typed {
  const { address = '', role = '' } = c.req.query()
  return { addresses: address.slice(0, 300), role: role.slice(0, 60) }
}

type Sent = { readonly viewer: Viewer; readonly seen: SeenAccount }

async function show(
  c: Ctx,
  platform: Platform,
  { viewer, seen, typed, errors }: Sent & { typed?: Typed; errors?: FieldErrors },
): Promise<Response> {
  const frame = frameOf(c, platform, viewer)
  const ownRoles = await customRolesOf(platform.db, seen.account.id)
  const status = errors && Object.keys(errors).length > 0 ? 422 : 200
  const shown = { seen, ownRoles, typed, errors }
  return html(c, <AddMembersPage frame={frame} {...shown} />, status)
}

function textIn(content: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return text.includes('\u0000') ? undefined : text
  } catch {
    return undefined
  }
}

const columnNames: ReadonlyMap<string, SheetColumn> = new Map(
  (['en', 'fr'] as const).flatMap((locale) => {
    const t = words.for({ locale })
    return sheetColumns.map((column) => [t(`column.${column}`).toLowerCase(), column] as const)
  }),
)

async function sheet(
  c: Ctx,
  platform: Platform,
  sent: Sent & { readonly text: string; readonly field: 'file' | 'lines' },
): Promise<Response> {
  const { viewer, seen, text, field } = sent
  const lines = sheetLines(text, columnNames)
  const wrong: AddErrorKey | undefined =
    lines.length === 0 ? 'add.error.file-empty' : lines.length > mostLines ? 'add.error.too-many' : undefined
  if (!wrong) return keep(c, platform, { viewer, seen, lines })
  return show(c, platform, { viewer, seen, typed: { lines: text }, errors: { [field]: wrong } })
}

async function keep(
  c: Ctx,
  platform: Platform,
  { viewer, seen, lines }: Sent & { readonly lines: readonly TypedLine[] },
): Promise<Response> {
  const made = { accountId: seen.account.id, by: viewer.personId, now: viewer.now }
  const kept = await transact(platform.db, async (tx) => {
    const ownRoles = await customRolesOf(tx, made.accountId)
    return done(
      await insertBatch(
        tx,
        made,
        lines.map((line) => pinned(line, ownRoles)),
      ),
    )
  })
  if (!kept.ok) throw new Error('Nothing refuses to keep lines')
  return seeOther(c, addUsersBatchPath.to(seen.account.identifier, kept.value))
}

function template(c: Ctx, reader: Reader): Response {
  const t = words.for(reader)
  const heading = sheetColumns.map((column) => t(`column.${column}`))
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="people.csv"')
  return c.body(`\uFEFF${csv([heading])}`)
}
