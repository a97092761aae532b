import { Hono } from 'hono'
import { type CustomRoleId, isRole } from '../../accounts/domain/roles.ts'
import { managedAccount, placeName, placesNamed, sayRole, type SeenAccount } from '../../accounts/index.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { usersCsvPath } from '../../paths/members.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { countAttempt, csv, type Ctx, type Env, html, keyAndId, page } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { saySource } from '../say.ts'
import { mayChangePeople, placesSeen } from '../seeing.ts'
import { type Narrowing, placesOffered } from './filter.tsx'
import { type UsersDone, UsersPage, usersDone } from './users.page.tsx'
import { type UserFilter, type UserRow, usersOf, usersPage } from './users.query.ts'

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

// Nobody holds anything where there is no virtual account of the name that was written.
const nowhere = '00000000-0000-0000-0000-000000000000' as VirtualAccountId

function filterOf(seen: SeenAccount, narrowing: Narrowing): Omit<UserFilter, 'after' | 'limit'> {
  const { find, role, place, placeTyped, only, tag } = narrowing
  return {
    account: seen.account.id,
    within: placesSeen(seen),
    find,
    role,
    place: place ?? (placeTyped === '' ? null : nowhere),
    outside: only === 'outside',
    ending: only === 'ending',
    tag,
    person: null,
  }
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
      after={last && cursors.seal([last.key, last.personId], bound)}
      done={doneIn(c.req.query('done'))}
    />,
  )
}

function doneIn(text: string | undefined): UsersDone | null {
  return usersDone.find((done) => done === text) ?? null
}

// A virtual account is named by its id, or written as “Paris / Paris Lab” where there are many.
function placeOf(c: Ctx, seen: SeenAccount): Pick<Narrowing, 'place' | 'placeTyped'> {
  const placeTyped = textIn(c, 'place', 2_000)
  if (placeTyped === '' || isId(placeTyped))
    return { place: idIn(c, 'place') as VirtualAccountId | null, placeTyped }
  const offered = new Set(placesOffered(seen))
  const { ids } = placesNamed(seen.tree, placeTyped, (id) => offered.has(id))
  return { place: ids[0] ?? null, placeTyped }
}

function textIn(c: Ctx, name: string, longest: number): string {
  return (c.req.query(name) ?? '').slice(0, longest).replaceAll('\u0000', '').trim()
}

function narrowingOf(c: Ctx, seen: SeenAccount): Narrowing {
  const { role = '', only } = c.req.query()
  return {
    find: textIn(c, 'find', 100),
    role: isRole(role) ? role : (idIn(c, 'role') as CustomRoleId | null),
    ...placeOf(c, seen),
    only: only === 'outside' || only === 'ending' ? only : null,
    tag: idIn(c, 'tag'),
  }
}

function idIn(c: Ctx, name: string): string | null {
  const text = c.req.query(name)
  return text !== undefined && isId(text) ? text : null
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
