import { Hono } from 'hono'
import { ownAccessPath } from '../../paths/access.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { readIdentifier } from '../domain/identifier.ts'
import { reachOf } from '../domain/roles.ts'
import { words } from '../messages/index.ts'
import { contactsOf } from './contacts.query.ts'
import { rolesKeptIn } from './existing-access.query.ts'
import { pastOf } from './history.query.ts'
import { OwnAccountPage } from './own-account.page.tsx'

/** One's own access to one account; for whoever holds nothing there, as if there were none. */
export function ownAccountRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    ownAccessPath.pattern,
    page({ who: signedIn(platform), show: (c, viewer) => show(c, platform, viewer) }),
  )
}

async function show(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const { db } = platform
  const { personId, reader } = viewer
  const read = readIdentifier(c.req.param('identifier') ?? '')
  const roles = read.ok ? await rolesKeptIn(db, personId, read.value) : []
  const [first] = roles
  if (!first) return c.notFound()
  const { accountId, identifier } = first
  const [past, contacts] = await Promise.all([
    pastOf(db, { accountId, personId, locale: reader.locale }),
    contactsOf(db, personId, identifier),
  ])
  const manages = roles.some((held) => !held.isSuspended && reachOf(held.role, 'see-people') !== 'nowhere')
  const done = c.req.query('done') === 'taken-back'
  const flash = done ? { kind: 'success' as const, text: words.for(reader)('existing.given-up') } : undefined
  const props = {
    frame: frameOf(c, platform, viewer),
    roles,
    past,
    contacts,
    now: viewer.now,
    manages,
    flash,
  }
  return html(c, <OwnAccountPage {...props} />)
}
