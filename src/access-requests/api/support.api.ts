import { z } from 'zod'
import { roles } from '../../accounts/domain/roles.ts'
import type { CaseId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiConfirmSupportDecisionPath,
  apiDropSupportDecisionPath,
  apiHandBackPath,
  apiSupportDecisionPath,
} from '../../paths/support-cases.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Operation, type Problem, reading, writing } from '../../platform/api/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { caseOf } from '../../support-cases/index.ts'
import { confirmDecision, dropDecision, proposeDecision } from '../decide-as-support/decide-as-support.ts'
import { proofsIn, proposalOf, type StoredProposal } from '../decide-as-support/proposals.store.ts'
import type { SupportDecision } from '../domain/deciding-as-support.ts'
import { type Reason, readReason } from '../domain/reason.ts'
import { declineCodes } from '../domain/request.ts'
import { handBack } from '../hand-back/hand-back.ts'
import { words } from '../messages/index.ts'
import { isByOffice, keepLook } from '../request/look.ts'
import { findRequest } from '../requests.store.ts'
import { exampleRequest } from './example.ts'
import { answered, notFound, type Pointers } from './problem.api.ts'
import { requestSchema, scopeSchema } from './request.schema.ts'

type Settings = Pick<Platform, 'settings'>

const instant = z.iso.datetime({ offset: true })
const decisionSchema = z
  .discriminatedUnion('verdict', [
    z.strictObject({
      verdict: z.literal('APPROVE'),
      role: z.enum(roles),
      scope: scopeSchema,
      endsAt: instant.meta({ description: 'Within 90 days.' }),
    }),
    z.strictObject({ verdict: z.literal('DECLINE'), code: z.enum(declineCodes) }),
  ])
  .meta({ id: 'SupportDecision' })
const text = z.string().max(4_000)
const proposeSchema = z
  .strictObject({
    decision: decisionSchema,
    note: text.meta({ description: 'What the requester reads, 10 to 1,000 characters.' }),
    grounds: text.meta({
      description: 'What the proof shows, for the second agent, 10 to 1,000 characters.',
    }),
  })
  .meta({ id: 'ProposedSupportDecision' })
const proposalSchema = z
  .strictObject({
    id: z.uuid(),
    ...proposeSchema.shape,
    proofs: z.int().meta({ description: 'How many files of proof its case holds.' }),
    isYours: z.boolean().meta({ description: 'You proposed it, so another agent must confirm it.' }),
    proposedAt: instant,
  })
  .meta({ id: 'SupportProposal' })
const confirmSchema = z
  .strictObject({ proposalId: z.uuid().meta({ description: 'The id of the proposal that you have read.' }) })
  .meta({ id: 'ConfirmedSupportDecision' })

const exampleDecision: z.input<typeof proposeSchema> = {
  decision: {
    verdict: 'APPROVE',
    role: 'SV',
    scope: { kind: 'ACCOUNT' },
    endsAt: '2027-01-31T23:59:59.000Z',
  },
  note: 'You see the account until Umbrella has an administrator again.',
  grounds: 'The extract of the register names Grace Liu, who asks for it.',
}
const exampleProposal: z.input<typeof proposalSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4fc1',
  ...exampleDecision,
  proofs: 1,
  isYours: false,
  proposedAt: '2026-11-23T12:00:00.000Z',
}

const nothing = z.strictObject({})
const shared = {
  tag: 'Support desk',
  params: { id: 'The id of the request.' },
  scope: 'decisions:write',
  status: 200,
} as const
const answer = {
  description: 'The request as it is now.',
  schema: requestSchema,
  example: { ...exampleRequest, stage: 'WITH_SUPPORT' },
} as const
const pointers: Pointers = {
  'role-scope-mismatch': '/decision/role',
  'beyond-support': '/decision/role',
  'unknown-virtual-account': '/decision/scope/virtualAccountIds',
  'end-out-of-range': '/decision/endsAt',
}
const password = 'It needs your password typed within the last five minutes, so that a token can never do it.'

function shown(
  { id, by, decision, note, grounds, proposedAt }: StoredProposal,
  known: { readonly proofs: number; readonly viewerId: string },
): z.input<typeof proposalSchema> {
  const { proofs, viewerId } = known
  const told = { note, grounds, proofs, isYours: by === viewerId, proposedAt: proposedAt.toISOString() }
  if (decision.verdict === 'DECLINE') return { id, decision, ...told }
  const { role, scope, endsAt } = decision.given
  const places =
    scope.kind === 'VIRTUAL' ? { kind: scope.kind, virtualAccountIds: [...scope.virtualAccountIds] } : scope
  return {
    id,
    decision: { verdict: 'APPROVE', role, scope: places, endsAt: endsAt?.toISOString() ?? '' },
    ...told,
  }
}

const readProposal = reading<ApiCaller, typeof nothing>({
  tag: shared.tag,
  params: shared.params,
  id: 'readSupportDecision',
  path: apiSupportDecisionPath.pattern,
  scope: 'requests:read',
  summary: 'Read the decision that an agent proposed',
  description: 'For support agents. The account sees that you looked.',
  query: nothing,
  answer: { description: 'What is proposed.', schema: proposalSchema, example: exampleProposal },
  problems: [404],
  async run(db, { caller, params: { id = '' }, isGuess }) {
    const request = caller.isSupport ? await findRequest(db, caller, id as RequestId) : undefined
    if (!request || request.mine || (isByOffice(request) && isGuess)) return refuse(notFound)
    await keepLook(db, caller, request)
    const proposal = await proposalOf(db, request)
    if (proposal?.version !== request.version) return refuse(notFound)
    const proofs = await proofsIn(db, request, await caseOf(db, request))
    return done({ body: shown(proposal, { proofs, viewerId: caller.personId }), version: request.version })
  },
})

function decisionIn({ decision }: z.output<typeof proposeSchema>): SupportDecision {
  if (decision.verdict === 'DECLINE') return decision
  const { role, scope, endsAt } = decision
  const places =
    scope.kind === 'VIRTUAL'
      ? { kind: scope.kind, virtualAccountIds: scope.virtualAccountIds as VirtualAccountId[] }
      : scope
  return { verdict: 'APPROVE', given: { role, scope: places, endsAt: new Date(endsAt) } }
}

function readText(value: string, pointer: string, { reader }: ApiCaller): Outcome<Reason, Problem> {
  const read = readReason(value)
  if (read.ok) return read
  const detail = words.for(reader)('as-support.error.text')
  return refuse({ status: 422, code: 'invalid', errors: [{ pointer, detail }] })
}

function proposing(platform: Settings): Operation<ApiCaller> {
  return writing<ApiCaller, typeof proposeSchema>({
    ...shared,
    id: 'proposeSupportDecision',
    path: apiSupportDecisionPath.pattern,
    summary: 'Propose a decision, as a support agent',
    description: `For a request that nobody of its account can decide, on proof in its case. A second agent confirms it. ${password}`,
    body: proposeSchema,
    exampleBody: exampleDecision,
    versioned: true,
    answer,
    problems: [403, 404, 409, 422],
    async run(tx, { caller, params, body, version }) {
      const id = params['id'] as RequestId
      const note = readText(body.note, '/note', caller)
      if (!note.ok) return note
      const grounds = readText(body.grounds, '/grounds', caller)
      if (!grounds.ok) return grounds
      const isAllowed = platform.settings.supportMayDecide
      const proposed = { decision: decisionIn(body), note: note.value, grounds: grounds.value, version }
      const outcome = await proposeDecision(tx, caller, id, { ...proposed, isAllowed })
      return answered<CaseId>(tx, caller, id, { outcome, pointers })
    },
  })
}

function confirming(platform: Settings): Operation<ApiCaller> {
  return writing<ApiCaller, typeof confirmSchema>({
    ...shared,
    id: 'confirmSupportDecision',
    path: apiConfirmSupportDecisionPath.pattern,
    summary: 'Confirm what another agent proposed',
    description: `The request is decided, and everybody who belonged to the account is told. ${password}`,
    body: confirmSchema,
    exampleBody: { proposalId: exampleProposal.id },
    versioned: false,
    answer: {
      ...answer,
      example: { ...exampleRequest, status: 'APPROVED', stage: 'WITH_SUPPORT', version: 2 },
    },
    problems: [403, 404, 409, 422],
    async run(tx, { caller, params, body: { proposalId } }) {
      const id = params['id'] as RequestId
      const isAllowed = platform.settings.supportMayDecide
      const outcome = await confirmDecision(tx, caller, id, { proposalId, isAllowed })
      return answered<CaseId>(tx, caller, id, { outcome, pointers })
    },
  })
}

/** What support agents do with requests that their account cannot decide. */
export function supporting(platform: Settings): readonly Operation<ApiCaller>[] {
  return [
    writing<ApiCaller, typeof nothing>({
      ...shared,
      id: 'handRequestBack',
      path: apiHandBackPath.pattern,
      summary: 'Give a request back to its administrators',
      description:
        'As a support agent or an operator, once somebody who may decide can be reached. They are told, with a new date; the case is resolved.',
      body: null,
      versioned: false,
      answer: { ...answer, example: { ...exampleRequest, version: 1 } },
      problems: [403, 404, 409],
      async run(tx, { caller, params }) {
        const id = params['id'] as RequestId
        return answered<CaseId | null>(tx, caller, id, { outcome: await handBack(tx, caller, id) })
      },
    }),
    readProposal,
    proposing(platform),
    confirming(platform),
    writing<ApiCaller, typeof nothing>({
      ...shared,
      id: 'dropSupportDecision',
      path: apiDropSupportDecisionPath.pattern,
      summary: 'Drop what an agent proposed',
      description: 'As a support agent: your own proposal, or another’s.',
      body: null,
      versioned: false,
      answer,
      problems: [404, 409],
      async run(tx, { caller, params }) {
        const id = params['id'] as RequestId
        return answered<CaseId>(tx, caller, id, { outcome: await dropDecision(tx, caller, id) })
      },
    }),
  ]
}
