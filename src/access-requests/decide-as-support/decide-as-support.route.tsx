import { z } from 'zod'
import { endMomentOf } from '../../accounts/domain/end-moment.ts'
import type { Given } from '../../accounts/domain/rights.ts'
import { placesNamed, treeOf } from '../../accounts/index.ts'
import type { CaseId, RequestId } from '../../kernel/id.ts'
import { isId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { casePath, proposeDecisionPath } from '../../paths/support-cases.ts'
import { askForPassword, frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import {
  type Ctx,
  command,
  type FieldErrors,
  html,
  page,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { caseOf } from '../../support-cases/index.ts'
import type { SupportDecision } from '../domain/deciding-as-support.ts'
import type { Refusal } from '../domain/refusals.ts'
import { mostVirtualAccounts } from '../domain/request.ts'
import { answerTo } from '../refusal-answers.ts'
import { requestIn, showRefused } from '../request/request.route.tsx'
import type { SeenRequest } from '../requests.store.ts'
import { confirmForm, proposeForm } from './decide-as-support.form.ts'
import { confirmDecision, dropDecision, proposeDecision } from './decide-as-support.ts'
import { ProposalPage } from './proposal.page.tsx'
import { ProposePage } from './propose.page.tsx'
import { proofsIn, proposalOf } from './proposals.store.ts'

const idIn = (c: Ctx) => c.req.param('id') ?? ''

/** The form of the first agent, or what is proposed for the second one. */
export function askToDecide(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const here = await placeOf(c, platform, viewer)
      if (!here) return c.notFound()
      if (!platform.settings.supportMayDecide)
        return showRefused(c, platform, viewer, { code: 'support-may-not-decide' })
      const proposal = await proposalOf(platform.db, here.request)
      if (proposal?.version !== here.request.version) {
        const typed = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
        return form(c, platform, viewer, { here, typed: typed ?? undefined })
      }
      const tree = await treeOf(platform.db, here.request.accountId)
      const proofs = await proofsIn(platform.db, here.request, here.caseId)
      const props = { frame: frameOf(c, platform, viewer), viewerId: viewer.personId, ...here, tree }
      return html(c, <ProposalPage {...props} proposal={proposal} proofs={proofs} />)
    },
  })
}

type Place = { readonly request: SeenRequest; readonly caseId: CaseId }

/** The request and its case, for an agent whom it does not concern. */
async function placeOf(c: Ctx, platform: Platform, viewer: Viewer): Promise<Place | undefined> {
  const request = viewer.isSupport ? await requestIn(c, platform, viewer) : undefined
  if (!request || request.mine) return undefined
  const caseId = await caseOf(platform.db, request)
  return caseId && { request, caseId }
}

/** Proposes a decision, by the first agent. */
export function proposeAsSupport(platform: Platform): (c: Ctx) => Promise<Response> {
  return command(platform, {
    who: signedIn(platform),
    form: proposeForm,
    lists: ['va'],
    run: async (tx, viewer, sent, c) => {
      if (!isId(idIn(c))) return refuse<Refusal>({ code: 'not-found' })
      const isAllowed = platform.settings.supportMayDecide
      const { note, grounds, version } = sent
      const scope = sent.given && (await scopeIn(c, platform, viewer, sent.given))
      if (scope === undefined) return refuse<Refusal | UnknownPlaces>({ code: 'unknown-places' })
      const proposing = { decision: decisionIn(sent, scope), note, grounds, version, isAllowed }
      return proposeDecision(tx, viewer, idIn(c) as RequestId, proposing)
    },
    invalid: (c, viewer, { typed, errors }) => again(c, platform, viewer, { typed, errors, status: 422 }),
    refused: (c, viewer, { refusal, typed }) => {
      if (refusal.code === 'not-found') return c.notFound()
      if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
      if (refusal.code === 'unknown-places')
        return again(c, platform, viewer, { typed, errors: unknownPlaces, status: 422 })
      const { status, text } = answerTo(refusal, viewer.reader)
      return again(c, platform, viewer, { typed, problem: text, status: status === 404 ? 409 : status })
    },
    done: (c, _, caseId) => seeOther(c, casePath.to(caseId, 'proposed')),
  })
}

type UnknownPlaces = { readonly code: 'unknown-places' }
const unknownPlaces: FieldErrors = { places: 'as-support.error.places' }

// With what was written instead of ticked; undefined when there is no such virtual account.
async function scopeIn(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { scope, written }: NonNullable<z.output<typeof proposeForm>['given']>,
): Promise<Given['scope'] | undefined> {
  if (scope.kind === 'ACCOUNT' || written.trim() === '') return scope
  const here = await placeOf(c, platform, viewer)
  const tree = here ? await treeOf(platform.db, here.request.accountId) : { virtualAccounts: [] }
  const { ids, unknown } = placesNamed(tree, written, () => true)
  const all = [...new Set([...scope.virtualAccountIds, ...ids])]
  const fits = unknown.length === 0 && all.length <= mostVirtualAccounts
  return fits ? { kind: 'VIRTUAL', virtualAccountIds: all } : undefined
}

// Support's days end with the day in UTC: whoever decides from outside has no clock of the account.
function decisionIn(sent: z.output<typeof proposeForm>, scope: Given['scope'] | null): SupportDecision {
  if (sent.given === null) return { verdict: 'DECLINE', code: sent.code }
  const { role, ends } = sent.given
  return {
    verdict: 'APPROVE',
    given: { role, scope: scope ?? sent.given.scope, endsAt: endMomentOf(ends, 'UTC') ?? null },
  }
}

type Shown = {
  readonly typed?: Typed | undefined
  readonly errors?: FieldErrors
  readonly problem?: string
  readonly status?: 403 | 409 | 422 | 429
}

async function again(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const here = await placeOf(c, platform, viewer)
  return here ? form(c, platform, viewer, { here, ...shown }) : c.notFound()
}

async function form(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { here, typed, errors, problem, status }: Shown & { readonly here: Place },
): Promise<Response> {
  const tree = await treeOf(platform.db, here.request.accountId)
  const frame = frameOf(c, platform, viewer)
  const shown = { typed, errors, problem }
  return html(c, <ProposePage frame={frame} {...here} tree={tree} {...shown} />, status ?? 200)
}

/** Confirms what is proposed, by the second agent. */
export function confirmAsSupport(platform: Platform): (c: Ctx) => Promise<Response> {
  return command(platform, {
    who: signedIn(platform),
    form: confirmForm,
    run: async (tx, viewer, { proposal }, c) => {
      if (!isId(idIn(c))) return refuse<Refusal>({ code: 'not-found' })
      const isAllowed = platform.settings.supportMayDecide
      return confirmDecision(tx, viewer, idIn(c) as RequestId, { proposalId: proposal, isAllowed })
    },
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal }) =>
      refusal.code === 'recent-sign-in-needed'
        ? askForPassword(c, platform, viewer, proposeDecisionPath.to(idIn(c)))
        : showRefused(c, platform, viewer, refusal),
    done: (c, _, caseId) => seeOther(c, casePath.to(caseId, 'decided')),
  })
}

/** Drops what is proposed. */
export function dropAsSupport(platform: Platform): (c: Ctx) => Promise<Response> {
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({}),
    run: async (tx, viewer, _, c) =>
      isId(idIn(c)) ? dropDecision(tx, viewer, idIn(c) as RequestId) : refuse<Refusal>({ code: 'not-found' }),
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal }) => showRefused(c, platform, viewer, refusal),
    done: (c, _, caseId) => seeOther(c, casePath.to(caseId, 'dropped')),
  })
}
