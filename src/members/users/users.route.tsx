import { Hono } from 'hono'
import { managedAccount, placeName, sayRole, type SeenAccount } from '../../accounts/index.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { usersCsvPath } from '../../paths/members.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { countAttempt, csv, type Ctx, type Env, html, keyAndId, page } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { saySource } from '../say.ts'
import { mayChangePeople } from '../seeing.ts'
import { filterOf, narrowingOf } from './narrowing.form.ts'
import { type UsersDone, UsersPage, usersDone } from './users.page.tsx'
import { type UserRow, usersOf, usersPage } from './users.query.ts'

const rowsAPage = 50
const rowsAPiece = 1000
const exports = { most: 20, seconds: 3_600 } as const

/** The users of an account, for whoever may see them, as a page and as a file. */
export function usersRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const seenBy = (then: (c: Ctx, viewer: Viewer, seen: SeenAccount) => Promise<Response>) =>
    page({
      who,
      async show(c, viewer) {
        const seen = await managedAccount(platform.db, viewer, c.req.param('identifier') ?? '')
        return seen ? then(c, viewer, seen) : c.notFound()
      },
    })
  return new Hono<Env>()
    .get(
      accountUsersPath.pattern,
      seenBy((c, viewer, seen) => show(c, platform, viewer, seen)),
    )
    .get(
      usersCsvPath.pattern,
      seenBy((c, viewer, seen) => give(c, platform, viewer, seen)),
    )
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, seen: SeenAccount): Promise<Response> {
  const { db, cursors } = platform
  const narrowing = narrowingOf(c, seen)
  const bound = {
    person: viewer.personId,
    filter: `users:${seen.account.id}:${JSON.stringify(narrowing)}`,
    now: viewer.now,
  }
  const after = keyAndId(cursors.open(c.req.query('after') ?? '', bound)) ?? null
  const filter = { ...filterOf(seen, narrowing), after, limit: rowsAPage + 1 }
  const { rows, waiting } = await usersPage(db, filter)
  const last = rows.length > rowsAPage ? rows[rowsAPage - 1] : undefined
  return html(
    c,
    <UsersPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      viewer={viewer.personId}
      rows={rows.slice(0, rowsAPage)}
      waiting={waiting}
      narrowing={narrowing}
      mayAdd={mayChangePeople(seen)}
      chosen={chosenIn(c.req.query('chosen'))}
      after={last && cursors.seal([last.key, last.personId], bound)}
      done={doneIn(c.req.query('done'))}
    />,
  )
}

function chosenIn(text: string | undefined): 'none' | 'too-many' | null {
  return text === 'none' || text === 'too-many' ? text : null
}

function doneIn(text: string | undefined): UsersDone | null {
  return usersDone.find((done) => done === text) ?? null
}

async function give(c: Ctx, platform: Platform, viewer: Viewer, seen: SeenAccount): Promise<Response> {
  const { db } = platform
  const wait = await countAttempt(db, [{ name: `users-csv:${viewer.personId}`, limit: exports }])
  if (wait > 0) {
    c.header('Retry-After', String(wait))
    return c.body(null, 429)
  }
  const filter = filterOf(seen, narrowingOf(c, seen))
  const { reader } = viewer
  const encoder = new TextEncoder()
  let after: readonly [string, string] | null = null
  let isFirst = true
  const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const rows: UserRow[] = await usersOf(db, { ...filter, after, limit: rowsAPiece })
      const lines = rows.flatMap((row) => linesOf(reader, seen, row))
      controller.enqueue(encoder.encode(csv(isFirst ? [headingOf(reader), ...lines] : lines)))
      isFirst = false
      const last = rows.at(-1)
      if (!last || rows.length < rowsAPiece) controller.close()
      else after = [last.key, last.personId]
    },
  })
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="users.csv"')
  return c.body(pieces)
}

function headingOf(reader: Reader): string[] {
  const t = words.for(reader)
  return [
    t('users.csv.name'),
    t('users.csv.address'),
    t('users.csv.role'),
    t('users.csv.place'),
    t('users.csv.since'),
    t('users.csv.until'),
    t('users.csv.source'),
    t('users.csv.by'),
    t('users.csv.outside'),
    t('users.csv.activity'),
  ]
}

function linesOf(reader: Reader, { tree }: SeenAccount, row: UserRow): string[][] {
  const t = words.for(reader)
  return row.grants.map((grant) => [
    nameOf(row),
    row.address,
    sayRole(reader, grant.role),
    grant.virtualAccountId === null ? '' : placeName(tree, grant.virtualAccountId),
    grant.since.toISOString(),
    grant.endsAt?.toISOString() ?? '',
    saySource(reader, grant),
    grant.givenBy ? nameOf(grant.givenBy) : '',
    row.ofTheHouse ? t('users.csv.no') : t('users.csv.yes'),
    t(`users.activity.${row.activity ?? 'never'}`),
  ])
}
