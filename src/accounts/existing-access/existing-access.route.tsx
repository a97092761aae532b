import { Hono } from 'hono'
import { newAccountPath, smartAccountsCsvPath, smartAccountsPath } from '../../paths/accounts.ts'
import { frameOf, signedIn } from '../../people/index.ts'
import { type Ctx, csv, type Env, html, page, send } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { type Arrangement, arrange, columnsOf, sortKeys } from './arrange.ts'
import { contactsOf } from './contacts.query.ts'
import { NewAccountPage } from './entries.page.tsx'
import { ExistingAccessPage } from './existing-access.page.tsx'
import { type HeldRole, rolesHeldBy } from './existing-access.query.ts'

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
            rolesHeldBy(platform.db, viewer.personId),
            contactsOf(platform.db, viewer.personId),
          ])
          const arrangement = arrangementOf(c)
          return html(
            c,
            <ExistingAccessPage
              frame={frameOf(c, platform, viewer)}
              tabs={platform.settings.tabs}
              roles={arrange(viewer.reader, all, arrangement)}
              total={all.length}
              arrangement={arrangement}
              takenBack={c.req.query('done') === 'taken-back'}
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
          const all = await rolesHeldBy(platform.db, viewer.personId)
          c.header('Content-Disposition', 'attachment; filename="smart-accounts.csv"')
          const rows = tableOf(viewer.reader, arrange(viewer.reader, all, arrangementOf(c)))
          return send(c, csv(rows), 'text/csv; charset=utf-8')
        },
      }),
    )
    .get(
      newAccountPath.pattern,
      page({ who, show: (c, viewer) => html(c, <NewAccountPage frame={frameOf(c, platform, viewer)} />) }),
    )
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
  const heads = ['domain', 'name', 'virtual', 'role', 'source', 'until'] as const
  return [
    heads.map((head) => t(`existing.${head}`)),
    ...roles.map((held) => {
      const { domain, name, virtual, role, source } = columnsOf(reader, held)
      const from = held.reference === null ? source : `${source} ${held.reference}`
      return [domain, name, virtual, role, from, held.endsAt?.toISOString() ?? '']
    }),
  ]
}
