import { Hono } from 'hono'
import { smartAccountsCsvPath, smartAccountsPath } from '../../paths/accounts.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, csv, type Env, html, page, send } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { type Arrangement, arrange, columnsOf, sortKeys } from './arrange.ts'
import { contactsOf } from './contacts.query.ts'
import { ExistingAccessPage } from './existing-access.page.tsx'
import { type HeldRole, rolesKeptBy } from './existing-access.query.ts'

/** Existing access, its export, and the pages of the entries that have no slice of their own yet. */
export function existingAccessRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(
      smartAccountsPath.pattern,
      page({
        who,
        async show(c, viewer) {
          const [all, contacts] = await Promise.all([
            rolesKeptBy(platform.db, viewer.personId),
            contactsOf(platform.db, viewer.personId),
          ])
          const arrangement = arrangementOf(c)
          const arranged = arrange(viewer.reader, all, arrangement)
          const { shown, next } = pageOf(c, platform, viewer, { arranged, arrangement })
          return html(
            c,
            <ExistingAccessPage
              frame={frameOf(c, platform, viewer)}
              tabs={platform.settings.tabs}
              roles={shown}
              next={next}
              now={viewer.now}
              total={all.length}
              arrangement={arrangement}
              done={doneIn(c)}
              contacts={contacts}
            />,
          )
        },
      }),
    )
    .get(
      smartAccountsCsvPath.pattern,
      page({
        who,
        async show(c, viewer) {
          const all = await rolesKeptBy(platform.db, viewer.personId)
          c.header('Content-Disposition', 'attachment; filename="smart-accounts.csv"')
          const rows = tableOf(viewer.reader, arrange(viewer.reader, all, arrangementOf(c)))
          return send(c, csv(rows), 'text/csv; charset=utf-8')
        },
      }),
    )
}

function doneIn(c: Ctx): 'taken-back' | 'left' | undefined {
  const done = c.req.query('done')
  return done === 'taken-back' || done === 'left' ? done : undefined
}

const pageLength = 50

// What is held is read whole, since it is sorted and found by words in the reader's language; a page begins after a row.
function pageOf(
  c: Ctx,
  { cursors }: Platform,
  { personId, now }: Viewer,
  { arranged, arrangement }: { readonly arranged: readonly HeldRole[]; readonly arrangement: Arrangement },
): { readonly shown: readonly HeldRole[]; readonly next: string | undefined } {
  const bound = { person: personId, filter: `existing-access:${JSON.stringify(arrangement)}`, now }
  const [after, position] = cursors.open(c.req.query('after') ?? '', bound) ?? []
  const found = after === undefined ? -1 : arranged.findIndex(({ id }) => id === after)
  // The row may have gone meanwhile: then those that stood after it do so where it stood.
  const from = after === undefined ? 0 : found < 0 ? Number(position) : found + 1
  const shown = arranged.slice(from, from + pageLength)
  const last = shown.at(-1)
  const more = last !== undefined && from + pageLength < arranged.length
  return { shown, next: more ? cursors.seal([last.id, String(from + pageLength - 1)], bound) : undefined }
}

function arrangementOf(c: Ctx): Arrangement {
  const asked = c.req.query('sort')
  return {
    find: (c.req.query('find') ?? '').slice(0, 100),
    sort: sortKeys.find((key) => key === asked) ?? 'domain',
    descending: c.req.query('order') === 'down',
  }
}

function tableOf(reader: Reader, roles: readonly HeldRole[]): string[][] {
  const t = words.for(reader)
  const heads = ['domain', 'name', 'virtual', 'role', 'source', 'since', 'until'] as const
  return [
    heads.map((head) => t(`existing.${head}`)),
    ...roles.map((held) => {
      const { domain, name, virtual, role, source } = columnsOf(reader, held)
      const from = held.reference === null ? source : `${source} ${held.reference}`
      return [domain, name, virtual, role, from, held.since.toISOString(), held.endsAt?.toISOString() ?? '']
    }),
  ]
}
