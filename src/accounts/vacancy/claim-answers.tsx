import { type ClaimId, isId } from '../../kernel/id.ts'
import { claimPath } from '../../paths/claims.ts'
import { frameOf, type Viewer } from '../../people/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { countAttempt, type Ctx, html, seeOther } from '../../platform/http/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { type ClaimRefusal, provingDomains } from '../domain/claim.ts'
import { words } from '../messages/index.ts'
import { ClaimPage, type ClaimPageProps } from './claim.page.tsx'
import { findClaim, heldARole, type StoredClaim } from './claims.store.ts'
import { recordFor } from './dns.ts'
import { partyOf } from './told.store.ts'
import { isVacant } from './vacant.ts'

/** Why nothing was done. */
export type Refused = ClaimRefusal | { readonly code: 'not-found' } | { readonly code: 'too-often' }
type Told = Exclude<Refused, { code: 'not-found' }>
type Again = Pick<ClaimPageProps, 'flash' | 'typed' | 'errors'> & { readonly status?: 200 | 409 | 422 | 429 }

const hour = 3_600
const limits = {
  open: { most: 10, seconds: hour },
  check: { most: 20, seconds: hour },
  mail: { most: 5, seconds: hour },
}

/** A refusal as it stands on top of a page. */
export function sayRefusal({ reader }: Pick<Viewer, 'reader'>, refusal: Told): Flash {
  const title = words.for(reader)('claim.refused.title')
  return { kind: 'danger', title, text: sayWhyNot(reader, refusal) }
}

/** Why nothing was done, in a sentence. */
export function sayWhyNot(reader: Reader, refusal: Told): string {
  const t = words.for(reader)
  if (refusal.code !== 'notice-runs') return t(`claim.refused.${refusal.code}`)
  return t('claim.refused.notice-runs', { date: formatDate(reader, refusal.until, 'date') })
}

/** The claim that the address names. */
export function claimIdIn(c: Ctx): ClaimId | undefined {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (id as ClaimId) : undefined
}

/** Who may see a claim: the claimant, agents, and once it is noticed whoever holds or held a role in the account. */
export async function standingIn(
  db: Database | Tx,
  viewer: Viewer,
  claim: StoredClaim,
): Promise<ClaimPageProps['as']> {
  const claimant = claim.claimantId === viewer.personId
  const asked = !claimant && claim.provedAt !== null
  const member = asked && (await heldARole(db, claim.accountId, viewer.personId))
  return { claimant, agent: viewer.isSupport && !claimant, member }
}

/** The page of the claim, for whoever may see it. */
export async function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { status = 200, ...again }: Again,
): Promise<Response> {
  const id = claimIdIn(c)
  const claim = id && (await findClaim(platform.db, id))
  if (!claim) return c.notFound()
  const as = await standingIn(platform.db, viewer, claim)
  if (!as.claimant && !as.agent && !as.member) return c.notFound()
  const [vacant, claimant] = await Promise.all([
    isVacant(platform.db, claim.accountId),
    partyOf(platform.db, claim.claimantId),
  ])
  if (!claimant) return c.notFound()
  const records = provingDomains(claim).map((domain) => ({
    domain,
    ...recordFor(platform.key, claim.id, domain),
  }))
  const shown = { claim, claimant, as, records, isVacant: vacant, viewerId: viewer.personId }
  const frame = frameOf(c, platform, viewer)
  return html(c, <ClaimPage frame={frame} {...shown} {...again} />, status)
}

/** The page of the claim as it stands, with why nothing was done. */
export function refused(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  refusal: Refused,
): Response | Promise<Response> {
  if (refusal.code === 'not-found') return c.notFound()
  const status = refusal.code === 'too-often' ? 429 : 409
  return show(c, platform, viewer, { flash: sayRefusal(viewer, refusal), status })
}

const said = [
  'opened',
  'mailed',
  'documents',
  'proven',
  'withdrawn',
  'stopped',
  'first',
  'granted',
  'rejected',
  'absent',
  'no-answer',
] as const
/** What was done a moment ago. */
export type Said = (typeof said)[number]

/** What the page says about what was done a moment ago. */
export function flashIn(c: Ctx, viewer: Viewer): Flash | undefined {
  const what = said.find((name) => name === c.req.query('done'))
  if (!what) return undefined
  const kind = what === 'absent' || what === 'no-answer' ? 'warning' : 'success'
  return { kind, text: words.for(viewer.reader)(`claim.done.${what}`) }
}

/** Back to the claim's page, which says what was done. */
export const back = (c: Ctx, id: string, what: Said) => seeOther(c, `${claimPath.to(id)}?done=${what}`)

/** Counts an attempt; whether there were too many in the last hour. */
export async function isTooOften(
  { db }: Pick<Platform, 'db'>,
  viewer: Pick<Viewer, 'personId'>,
  what: keyof typeof limits,
): Promise<boolean> {
  const bucket = { name: `claim:${what}:${viewer.personId}`, limit: limits[what] }
  return (await countAttempt(db, [bucket])) > 0
}
