import { newestVersions } from '../../agreements/index.ts'
import { isId } from '../../kernel/id.ts'
import { frameOf, type Viewer, vouchingFor } from '../../people/index.ts'
import type { Ctx } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { findApplication, storyOf, type StoredApplication } from '../applications.store.ts'
import { similarAccounts } from '../apply/looks.store.ts'
import { type ApplicationId, isNominee } from '../domain/application.ts'
import { isProvable, provesFor } from '../prove/prove.ts'
import { recordFor } from '../prove/dns.ts'
import { partyOf } from '../told.store.ts'
import type { ApplicationView } from './application.view.ts'

/** The application that the address names. */
export function applicationIdIn(c: Ctx): ApplicationId | undefined {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (id as ApplicationId) : undefined
}

/** What somebody has to do with an application; a nominee nobody asked yet has nothing. */
export function standingOf(application: StoredApplication, viewer: Viewer): ApplicationView['as'] {
  const asked =
    application.nomineeAskedAt !== null && ['AWAITING_NOMINEE', 'ACTIVE'].includes(application.status)
  return {
    requester: application.requesterId === viewer.personId,
    nominee: asked && isNominee(application, viewer),
    operator: viewer.isOperator,
  }
}

/** The application that the address names, for whoever may see it; undefined for everybody else. */
export async function seenApplication(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
): Promise<{ application: StoredApplication; as: ApplicationView['as'] } | undefined> {
  const id = applicationIdIn(c)
  const application = id && (await findApplication(platform.db, id))
  if (!application) return undefined
  const as = standingOf(application, viewer)
  return as.requester || as.nominee || as.operator ? { application, as } : undefined
}

/** Everything its page shows; undefined for whoever may not see it. */
export async function loadApplication(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
): Promise<ApplicationView | undefined> {
  const seen = await seenApplication(c, platform, viewer)
  if (!seen) return undefined
  const { application, as } = seen
  const { db, key } = platform
  const [requester, story, agreements, similar] = await Promise.all([
    partyOf(db, application.requesterId),
    storyOf(db, application.id),
    as.nominee ? newestVersions(db) : [],
    as.operator ? likeIt(platform, viewer, application) : [],
  ])
  if (!requester) return undefined
  const proves = as.requester && provesFor(application, viewer) && isProvable(application)
  const vouching = proves ? await vouchingFor(db, viewer.sessionId, application.identifier) : undefined
  const record = proves ? recordFor(key, application.id, application.identifier) : null
  return {
    frame: frameOf(c, platform, viewer),
    application,
    as,
    requester,
    story,
    agreements,
    similar,
    record,
    vouching,
  }
}

async function likeIt({ db }: Platform, viewer: Viewer, application: StoredApplication) {
  const { identifier, name, profile, newAccountId } = application
  if (newAccountId !== null) return []
  const mail = profile.email ?? ''
  const domains = [identifier, mail.slice(mail.lastIndexOf('@') + 1)].filter((domain) => domain !== '')
  return similarAccounts(db, { person: viewer.personId, identifier, name, domains })
}
