import { z } from 'zod'
import { type ClaimId, isId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiAcceptDocumentsPath,
  apiApproveClaimPath,
  apiClaimsAtDeskPath,
  apiRejectClaimPath,
} from '../../paths/claims.ts'
import { type ApiCaller, typedPasswordRecently } from '../../people/index.ts'
import {
  afterId,
  cursorRefused,
  type Given,
  type Operation,
  pageFields,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { provingDomains } from '../domain/claim.ts'
import { words } from '../messages/index.ts'
import { type Refused, sayWhyNot, standingIn } from '../vacancy/claim-answers.tsx'
import { rejectForm } from '../vacancy/claims.form.ts'
import { deskClaims, deskFilters } from '../vacancy/claims.query.ts'
import { findClaim } from '../vacancy/claims.store.ts'
import { approve, reject } from '../vacancy/decide-claim.ts'
import { recordFor } from '../vacancy/dns.ts'
import { takeProof } from '../vacancy/prove-claim.ts'
import { partyOf } from '../vacancy/told.store.ts'
import {
  claimPageSchema,
  claimSchema,
  exampleClaim,
  exampleListedClaim,
  rejectionSchema,
  shownClaim,
  shownListed,
} from './claims.schema.ts'

/** What the operations about claims need. */
export type ClaimPlatform = Pick<Platform, 'cursors' | 'key' | 'config'>

/** There is nothing that this caller may see. */
export const notFound: Problem = { status: 404, code: 'not-found' }
/** A claim as an answer. */
export const answer = { description: 'The claim as it is now.', schema: claimSchema, example: exampleClaim }

/** The claim as this caller may see it; undefined when they may not. */
export async function given(
  { key }: ClaimPlatform,
  db: Database | Tx,
  caller: ApiCaller,
  id: string,
): Promise<Given | undefined> {
  const claim = isId(id) ? await findClaim(db, id as ClaimId) : undefined
  if (!claim) return undefined
  const as = await standingIn(db, caller, claim)
  const claimant = await partyOf(db, claim.claimantId)
  if (!claimant || (!as.claimant && !as.agent && !as.member)) return undefined
  const records = provingDomains(claim).map((domain) => ({ domain, ...recordFor(key, claim.id, domain) }))
  return {
    body: shownClaim(claim, as, { claimant, records }),
    object: { accountId: claim.accountId, id: claim.id },
  }
}

/** A refusal as a problem: the same sentence as on the page. */
export function problemOf(refusal: Refused, { reader }: ApiCaller): Problem {
  if (refusal.code === 'not-found') return notFound
  const detail = sayWhyNot(reader, refusal)
  if (refusal.code === 'too-often') return { status: 429, code: refusal.code, detail, retryAfter: 3_600 }
  const code = refusal.code === 'claimed-already' ? 'claim-open-already' : refusal.code
  return { status: 409, code, detail }
}

/** What a step about a claim came to: the claim as it is then, or the problem; nothing of it for whoever may not see it. */
export async function answered(
  platform: ClaimPlatform,
  tx: Tx,
  caller: ApiCaller,
  { id, outcome }: { readonly id: string; readonly outcome: Outcome<unknown, Refused> },
): Promise<Outcome<Given, Problem>> {
  const shown = await given(platform, tx, caller, id)
  if (!shown) return refuse(notFound)
  return outcome.ok ? done(shown) : refuse(problemOf(outcome.refusal, caller))
}

/** A text by the rule of the page's form. */
export function readClaimText(
  rule: z.ZodType<string>,
  text: string,
  { caller, pointer }: { readonly caller: ApiCaller; readonly pointer: string },
): Outcome<string, Problem> {
  const read = rule.safeParse(text)
  if (read.success) return done(read.data)
  const detail = words.for(caller.reader)('claim.error.reason')
  return refuse({ status: 422, code: 'invalid', errors: [{ pointer, detail }] })
}

const tag = 'Claims'
const shared = {
  tag,
  params: { id: 'The id of the claim.' },
  scope: 'decisions:write',
  status: 200,
  versioned: false,
  answer,
} as const
const nothing = z.strictObject({})
const query = z.strictObject({
  show: z.enum(deskFilters).optional().meta({ description: 'To decide (the default), not over, or over.' }),
  ...pageFields,
})

function listing({ cursors }: ClaimPlatform): Operation<ApiCaller> {
  return reading<ApiCaller, typeof query>({
    id: 'listClaimsAtDesk',
    tag,
    path: apiClaimsAtDeskPath.pattern,
    scope: 'requests:read',
    summary: 'List claims, as a support agent',
    description: 'Those of others, newest first, fifty at a time.',
    query,
    answer: {
      description: 'A page of claims.',
      schema: claimPageSchema,
      example: { items: [{ ...exampleListedClaim, status: 'WITH_SUPPORT' }], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, query: { show: filter = 'decide', after: cursor } }) {
      if (!caller.isSupport) return refuse(notFound)
      const bound = { person: caller.personId, filter: `api:claims:${filter}`, now: caller.now }
      const after = afterId({ cursors, bound }, cursor)
      if (after === undefined) return cursorRefused(caller)
      const { claims, next } = await deskClaims(db, caller.personId, { filter, after })
      const sealed = next === undefined ? null : cursors.seal([next], bound)
      return done({ body: { items: claims.map(shownListed), after: sealed } })
    },
  })
}

function rejecting(platform: ClaimPlatform): Operation<ApiCaller> {
  return writing<ApiCaller, typeof rejectionSchema>({
    ...shared,
    id: 'rejectClaim',
    path: apiRejectClaimPath.pattern,
    summary: 'Reject a claim',
    description: 'As a support agent, of somebody else’s claim, until it is over.',
    body: rejectionSchema,
    exampleBody: { answer: 'The register names somebody else.' },
    problems: [404, 409, 422],
    async run(tx, { caller, params: { id = '' }, body }) {
      if (!caller.isSupport || !(await findClaim(tx, id as ClaimId))) return refuse(notFound)
      const read = readClaimText(rejectForm.shape.answer, body.answer, { caller, pointer: '/answer' })
      if (!read.ok) return read
      const outcome = await reject(tx, caller, { id: id as ClaimId, answer: read.value })
      return answered(platform, tx, caller, { id, outcome })
    },
  })
}

/** What support agents do with claims. */
export function decidingClaims(platform: ClaimPlatform): readonly Operation<ApiCaller>[] {
  return [
    listing(platform),
    writing<ApiCaller, typeof nothing>({
      ...shared,
      id: 'acceptDocumentsOfClaim',
      path: apiAcceptDocumentsPath.pattern,
      summary: 'Take documents as the proof of a claim',
      description: 'As a support agent, of somebody else’s claim. The week’s notice begins.',
      body: null,
      problems: [404, 409],
      async run(tx, { caller, params: { id = '' } }) {
        if (!caller.isSupport) return refuse(notFound)
        const { personId } = caller
        const proven = { proof: 'DOCUMENTS', domain: null, agentId: personId, by: personId } as const
        return answered(platform, tx, caller, { id, outcome: await takeProof(tx, id as ClaimId, proven) })
      },
    }),
    writing<ApiCaller, typeof nothing>({
      ...shared,
      id: 'approveClaim',
      path: apiApproveClaimPath.pattern,
      summary: 'Agree to a claim',
      description:
        'As a support agent, after the notice; the second, different agent grants it. It needs your password typed within the last five minutes, so that a token can never do it.',
      body: null,
      problems: [403, 404, 409],
      async run(tx, { caller, params: { id = '' } }) {
        if (!caller.isSupport || !(await findClaim(tx, id as ClaimId))) return refuse(notFound)
        if (!typedPasswordRecently(caller)) return refuse({ status: 403, code: 'recent-sign-in-needed' })
        return answered(platform, tx, caller, { id, outcome: await approve(tx, caller, id as ClaimId) })
      },
    }),
    rejecting(platform),
  ]
}
