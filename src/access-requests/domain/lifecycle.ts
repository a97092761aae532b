import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { RefusalOf } from './refusals.ts'
import {
  type AccessRequest,
  isOpen,
  openStatuses,
  type Stage,
  type Status,
  stages,
  statuses,
} from './request.ts'

/** Where a request stands, as far as its life goes. */
export type State = Pick<AccessRequest, 'status' | 'stage' | 'version'>

type Transition = {
  readonly from: readonly Status[]
  /** The stages it can start from; any when absent. */
  readonly at?: readonly Stage[]
  readonly to?: Status
  readonly stage?: Stage
  /** What was asked is another thing now, though the status stays. */
  readonly changesTheAsk?: true
}

const open = openStatuses
const pending = ['PENDING'] as const
const waiting = ['INFO_REQUESTED'] as const
const settled = statuses.filter((status) => !isOpen({ status }))
const withAccount = ['WITH_ADMINS', 'OVERDUE'] as const

/** What can happen to a request that exists. What is not in this table cannot happen. */
const transitions = {
  view: { from: open },
  'ask-for-information': { from: pending, to: 'INFO_REQUESTED' },
  answer: { from: waiting, to: 'PENDING' },
  'leave-unanswered': { from: waiting, to: 'EXPIRED' },
  approve: { from: open, to: 'APPROVED' },
  'approve-first-of-two': { from: pending },
  decline: { from: open, to: 'DECLINED' },
  withdraw: { from: open, to: 'WITHDRAWN' },
  amend: { from: open, changesTheAsk: true },
  comment: { from: open },
  remind: { from: pending, at: withAccount },
  'remind-by-clock': { from: pending, at: withAccount },
  'become-overdue': { from: pending, at: ['WITH_ADMINS'], stage: 'OVERDUE' },
  escalate: { from: pending, at: withAccount, stage: 'WITH_SUPPORT' },
  'escalate-by-clock': { from: pending, at: withAccount, stage: 'WITH_SUPPORT' },
  'hand-back': { from: open, at: ['WITH_SUPPORT'], stage: 'WITH_ADMINS' },
  'approve-by-rule': { from: pending, at: ['WITH_ADMINS'], to: 'APPROVED' },
  'decline-by-rule': { from: pending, at: ['WITH_ADMINS'], to: 'DECLINED' },
  'approve-as-support': { from: pending, at: ['WITH_SUPPORT'], to: 'APPROVED' },
  'decline-as-support': { from: pending, at: ['WITH_SUPPORT'], to: 'DECLINED' },
  expire: { from: pending, at: withAccount, to: 'EXPIRED' },
  close: { from: open, to: 'CLOSED' },
  'ask-again': { from: settled },
} as const satisfies Record<string, Transition>

/** Something that can happen to a request that exists. */
export type Step = keyof typeof transitions
export const steps = Object.keys(transitions) as readonly Step[]

/**
 * How a request begins: with the administrators, or with support when nobody is reachable. A rule settles it in the same
 * transaction, so that nobody ever sees it pending.
 */
const births = {
  submit: { status: 'PENDING', stage: 'WITH_ADMINS' },
  'submit-to-support': { status: 'PENDING', stage: 'WITH_SUPPORT' },
} as const satisfies Record<string, Pick<State, 'status' | 'stage'>>

/** A way for a request to come into being. */
export type Birth = keyof typeof births

/** How a request starts that came into being this way. */
export function born(birth: Birth): State {
  return { ...births[birth], version: 1 }
}

/** Where the request stands after the step; refused when the table does not have it. Everything else stays as it is. */
export function step<Request extends State & Settlement>(
  request: Request,
  event: Step,
): Outcome<Request, RefusalOf<'already-settled' | 'not-possible-now'>> {
  const row: Transition = transitions[event]
  const { status, stage } = request
  if (row.from.includes(status) && (row.at ?? stages).includes(stage)) return done(after(request, row))
  if (isOpen(request)) return refuse({ code: 'not-possible-now', status, stage })
  const { decidedAt, decidedBy } = request
  return refuse({ code: 'already-settled', status, decidedAt, decidedBy })
}

type Settlement = Pick<AccessRequest, 'decidedAt' | 'decidedBy'>

function after<Request extends State>(request: Request, row: Transition): Request {
  const moves = row.to !== undefined || row.changesTheAsk === true
  return {
    ...request,
    status: row.to ?? request.status,
    stage: row.stage ?? request.stage,
    version: request.version + (moves ? 1 : 0),
  }
}
