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
import { command, type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { checkDns } from './check-dns.route.ts'
import {
  back,
  claimIdIn,
  flashIn,
  isTooOften,
  type Refused,
  refused,
  type Said,
  show,
} from './claim-answers.tsx'
import { buttonForm, rejectForm, roleMailForm } from './claims.form.ts'
import { ClaimsPage, NewClaimPage } from './claims.page.tsx'
import { claimsOf, deskClaims, deskFilters } from './claims.query.ts'
import { approve, reject, stop, withdrawClaim } from './decide-claim.ts'
import { newClaim } from './new-claim.route.tsx'
import { askRoleMail, offerDocuments, takeProof } from './prove-claim.ts'

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
    invalid: (c, viewer, wrong) =>
      viewer.isSupport ? show(c, platform, viewer, { ...wrong, status: 422 }) : c.notFound(),
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
