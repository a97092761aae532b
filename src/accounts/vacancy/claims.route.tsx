import { Hono } from 'hono'
import { type ClaimId, isId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  acceptDocumentsPath,
  approveClaimPath,
  checkDnsPath,
  claimPath,
  claimsPath,
  newClaimPath,
  offerDocumentsPath,
  rejectClaimPath,
  roleMailPath,
  stopClaimPath,
  withdrawClaimPath,
} from '../../paths/claims.ts'
import { askForPassword, frameOf, signedIn, typedPasswordRecently, type Viewer } from '../../people/index.ts'
import { type Tx, transact } from '../../platform/db/index.ts'
import {
  command,
  countAttempt,
  type Ctx,
  type Env,
  html,
  page,
  readForm,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { type ClaimRefusal, provingDomains } from '../domain/claim.ts'
import { words } from '../messages/index.ts'
import { ClaimPage, type ClaimPageProps } from './claim.page.tsx'
import { buttonForm, checkDnsForm, newClaimForm, rejectForm, roleMailForm } from './claims.form.ts'
import { ClaimsPage, NewClaimPage } from './claims.page.tsx'
import { claimsOf, deskClaims, deskFilters } from './claims.query.ts'
import { findClaim, heldARole, type StoredClaim } from './claims.store.ts'
import { approve, reject, stop, withdrawClaim } from './decide-claim.ts'
import { lookFor, recordFor } from './dns.ts'
import { openClaim } from './open-claim.ts'
import { askRoleMail, offerDocuments, takeProof } from './prove-claim.ts'
import { partyOf } from './told.store.ts'
import { isVacant } from './vacant.ts'

type Refused = ClaimRefusal | { readonly code: 'not-found' } | { readonly code: 'too-often' }
type Again = Pick<ClaimPageProps, 'flash' | 'typed' | 'errors'>

const hour = 3_600
const limits = {
  open: { most: 10, seconds: hour },
  check: { most: 20, seconds: hour },
  mail: { most: 5, seconds: hour },
}

function sayRefusal(viewer: Viewer, refusal: Exclude<Refused, { code: 'not-found' }>): Flash {
  const t = words.for(viewer.reader)
  const text =
    refusal.code === 'notice-runs'
      ? t('claim.refused.notice-runs', { date: formatDate(viewer.reader, refusal.until, 'date') })
      : t(`claim.refused.${refusal.code}`)
  return { kind: 'danger', title: t('claim.refused.title'), text }
}

function claimIdIn(c: Ctx): ClaimId | undefined {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (id as ClaimId) : undefined
}

/** Who may see a claim: the claimant, agents, and once it is noticed whoever holds or held a role in the account. */
async function standing(
  platform: Platform,
  viewer: Viewer,
  claim: StoredClaim,
): Promise<ClaimPageProps['as']> {
  const claimant = claim.claimantId === viewer.personId
  const asked = !claimant && claim.provedAt !== null
  const member = asked && (await heldARole(platform.db, claim.accountId, viewer.personId))
  return { claimant, agent: viewer.isSupport && !claimant, member }
}

async function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  again: Again,
  status = 200,
): Promise<Response> {
  const id = claimIdIn(c)
  const claim = id && (await findClaim(platform.db, id))
  if (!claim) return c.notFound()
  const as = await standing(platform, viewer, claim)
  if (!as.claimant && !as.agent && !as.member) return c.notFound()
  const [vacant, claimant] = await Promise.all([
    isVacant(platform.db, claim.accountId),
    platform.db.transaction().execute((tx) => partyOf(tx, claim.claimantId)),
  ])
  if (!claimant) return c.notFound()
  const records = provingDomains(claim).map((domain) => ({
    domain,
    ...recordFor(platform.key, claim.id, domain),
  }))
  const shown = { claim, claimant, as, records, isVacant: vacant, viewerId: viewer.personId }
  const frame = frameOf(c, platform, viewer)
  return html(c, <ClaimPage frame={frame} {...shown} {...again} />, status as 200)
}

function refused(c: Ctx, platform: Platform, viewer: Viewer, refusal: Refused): Response | Promise<Response> {
  if (refusal.code === 'not-found') return c.notFound()
  const status = refusal.code === 'too-often' ? 429 : 409
  return show(c, platform, viewer, { flash: sayRefusal(viewer, refusal) }, status)
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
type Said = (typeof said)[number]

function flashIn(c: Ctx, viewer: Viewer): Flash | undefined {
  const what = said.find((name) => name === c.req.query('done'))
  if (!what) return undefined
  const kind = what === 'absent' || what === 'no-answer' ? 'warning' : 'success'
  return { kind, text: words.for(viewer.reader)(`claim.done.${what}`) }
}

const back = (c: Ctx, id: string, what: Said) => seeOther(c, `${claimPath.to(id)}?done=${what}`)

/** A button on a claim's page that does one thing. */
function button(
  platform: Platform,
  parts: {
    readonly run: (tx: Tx, viewer: Viewer, id: ClaimId) => Promise<Outcome<Said, Refused>>
    readonly agentsOnly?: boolean
    readonly withPassword?: boolean
  },
) {
  return page({
    who: signedIn(platform),
    async show(c: Ctx, viewer) {
      const id = claimIdIn(c)
      if (!id || (parts.agentsOnly && !viewer.isSupport)) return c.notFound()
      if (!readForm(c, buttonForm).ok) return seeOther(c, claimPath.to(id))
      if (parts.withPassword && !typedPasswordRecently(viewer)) return askForPassword(c, platform, viewer)
      const outcome = await transact(platform.db, (tx) => parts.run(tx, viewer, id))
      if (!outcome.ok) return refused(c, platform, viewer, outcome.refusal)
      platform.wake()
      return back(c, id, outcome.value)
    },
  })
}

const then = <Refusal,>(outcome: Outcome<unknown, Refusal>, what: Said): Outcome<Said, Refusal> =>
  outcome.ok ? done(what) : outcome

async function isTooOften(platform: Platform, viewer: Viewer, what: keyof typeof limits): Promise<boolean> {
  const bucket = { name: `claim:${what}:${viewer.personId}`, limit: limits[what] }
  return (await countAttempt(platform.db, [bucket])) > 0
}

function checkDns(platform: Platform) {
  return page({
    who: signedIn(platform),
    async show(c: Ctx, viewer) {
      const id = claimIdIn(c)
      const form = readForm(c, checkDnsForm)
      const claim = id && (await findClaim(platform.db, id))
      if (!claim || claim.claimantId !== viewer.personId) return c.notFound()
      const domain = form.ok ? provingDomains(claim).find((one) => one === form.value.domain) : undefined
      if (domain === undefined) return refused(c, platform, viewer, { code: 'other-domain' })
      if (await isTooOften(platform, viewer, 'check'))
        return refused(c, platform, viewer, { code: 'too-often' })
      const answer = await lookFor(recordFor(platform.key, claim.id, domain), platform.config.dnsServer)
      if (answer !== 'FOUND') return back(c, claim.id, answer === 'ABSENT' ? 'absent' : 'no-answer')
      const proven = { proof: 'DNS', domain, agentId: null, by: viewer.personId } as const
      const outcome = await transact(platform.db, (tx) => takeProof(tx, claim.id, proven))
      if (!outcome.ok) return refused(c, platform, viewer, outcome.refusal)
      platform.wake()
      return back(c, claim.id, 'proven')
    },
  })
}

function newClaim(platform: Platform) {
  const again = (
    c: Ctx,
    viewer: Viewer,
    typed: Typed,
    more: { errors?: Record<string, string>; flash?: Flash },
  ) =>
    html(
      c,
      <NewClaimPage frame={frameOf(c, platform, viewer)} typed={typed} {...more} />,
      more.errors ? 422 : 409,
    )
  return command(platform, {
    who: signedIn(platform),
    form: newClaimForm,
    run: async (tx, viewer, form): Promise<Outcome<ClaimId, Refused>> => {
      if (await isTooOften(platform, viewer, 'open')) return refuse({ code: 'too-often' })
      return openClaim(tx, viewer, form)
    },
    invalid: (c, viewer, { typed, errors }) => again(c, viewer, typed, { errors }),
    refused: (c, viewer, { refusal, typed }) =>
      refusal.code === 'not-found'
        ? c.notFound()
        : again(c, viewer, typed, { flash: sayRefusal(viewer, refusal) }),
    done: (c, _viewer, id) => back(c, id, 'opened'),
  })
}

function roleMail(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: roleMailForm,
    run: async (tx, viewer, form, c): Promise<Outcome<ClaimId, Refused>> => {
      const id = claimIdIn(c)
      if (!id) return refuse({ code: 'not-found' })
      if (await isTooOften(platform, viewer, 'mail')) return refuse({ code: 'too-often' })
      const asked = await askRoleMail(tx, viewer, { id, ...form })
      return asked.ok ? done(id) : asked
    },
    invalid: (c) => seeOther(c, claimPath.to(c.req.param('id') ?? '')),
    refused: (c, viewer, { refusal }) => refused(c, platform, viewer, refusal),
    done: (c, _viewer, id) => back(c, id, 'mailed'),
  })
}

function rejecting(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: rejectForm,
    run: async (tx, viewer, form, c): Promise<Outcome<ClaimId, Refused>> => {
      const id = claimIdIn(c)
      if (!id || !viewer.isSupport) return refuse({ code: 'not-found' })
      const outcome = await reject(tx, viewer, { id, answer: form.answer })
      return outcome.ok ? done(id) : outcome
    },
    invalid: (c, viewer, wrong) => (viewer.isSupport ? show(c, platform, viewer, wrong, 422) : c.notFound()),
    refused: (c, viewer, { refusal }) => refused(c, platform, viewer, refusal),
    done: (c, _viewer, id) => back(c, id, 'rejected'),
  })
}

function list(platform: Platform) {
  return page({
    who: signedIn(platform),
    async show(c: Ctx, viewer) {
      const filter = deskFilters.find((name) => name === c.req.query('show')) ?? 'decide'
      const after = c.req.query('after') ?? ''
      const paging = { filter, after: isId(after) ? after : null }
      const [own, desk] = await Promise.all([
        claimsOf(platform.db, viewer.personId),
        viewer.isSupport ? deskClaims(platform.db, viewer.personId, paging) : null,
      ])
      const frame = frameOf(c, platform, viewer)
      return html(c, <ClaimsPage frame={frame} own={own} desk={desk && { filter, ...desk }} />)
    },
  })
}

/** Claims: opening, proving, stopping and deciding them. */
export function claimRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const fresh = page({
    who,
    show: (c: Ctx, viewer) => {
      const typed = { identifier: (c.req.query('account') ?? '').slice(0, 500) }
      return html(c, <NewClaimPage frame={frameOf(c, platform, viewer)} typed={typed} />)
    },
  })
  const one = page({
    who,
    show: (c: Ctx, viewer) => show(c, platform, viewer, { flash: flashIn(c, viewer) }),
  })
  const app = new Hono<Env>()
    .get(claimsPath.pattern, list(platform))
    .get(newClaimPath.pattern, fresh)
    .post(newClaimPath.pattern, newClaim(platform))
    .get(claimPath.pattern, one)
    .post(checkDnsPath.pattern, checkDns(platform))
    .post(roleMailPath.pattern, roleMail(platform))
    .post(rejectClaimPath.pattern, rejecting(platform))
  for (const [path, run] of steps) app.post(path.pattern, button(platform, run))
  const home = page({ who, show: (c: Ctx) => seeOther(c, claimPath.to(claimIdIn(c) ?? '')) })
  for (const path of [checkDnsPath, roleMailPath, rejectClaimPath, ...steps.map(([step]) => step)])
    app.get(path.pattern, home)
  return app
}

const steps = [
  [offerDocumentsPath, { run: async (tx, by, id) => then(await offerDocuments(tx, by, id), 'documents') }],
  [withdrawClaimPath, { run: async (tx, by, id) => then(await withdrawClaim(tx, by, id), 'withdrawn') }],
  [stopClaimPath, { run: async (tx, by, id) => then(await stop(tx, by, id), 'stopped') }],
  [
    acceptDocumentsPath,
    {
      agentsOnly: true,
      run: async (tx, by, id) => {
        const proven = { proof: 'DOCUMENTS', domain: null, agentId: by.personId, by: by.personId } as const
        return then(await takeProof(tx, id, proven), 'proven')
      },
    },
  ],
  [approveClaimPath, { agentsOnly: true, withPassword: true, run: (tx, by, id) => approve(tx, by, id) }],
] as const satisfies readonly (readonly [{ readonly pattern: string }, Parameters<typeof button>[1]])[]
