import { done, type Outcome, refuse } from '../../kernel/outcome.ts'

/** What somebody looks after beside their roles in accounts: the support desk, the installation. */
export type Offices = { readonly support: boolean; readonly operator: boolean }

/** Why somebody’s offices stay as they are. */
export type OfficesRefusal =
  | 'not-operator'
  | 'nobody'
  | 'oneself'
  | 'stale'
  | 'not-active'
  | 'last-operator'
  | 'recent-sign-in-needed'

/** Whom an operator's act is about, and who operates beside them: what the rules about operators ask. */
export type Standing = {
  /** Who acts; null is whoever has the machine. */
  readonly by: { readonly isOperator: boolean; readonly isThemselves: boolean } | null
  readonly person: { readonly status: 'ACTIVE' | 'DISABLED' | 'ERASED'; readonly offices: Offices }
  /**
   * How many active operators there are beside the person. One whom no mail reaches, or who has never been here, counts:
   * whoever has the machine lets them in with `vestibule link`.
   */
  readonly otherOperators: number
}

/** A change of offices, with all that decides whether it may be made. */
export type OfficesChange = Standing & {
  /** Whether whoever changes them typed their password lately; at the machine nobody is asked. */
  readonly typedPassword: boolean
  /** The offices that were shown to whoever changes them. */
  readonly seen?: Offices | undefined
  readonly wanted: Offices
}

/** Why somebody is not shut out or erased, as far as operators go. */
export type LeavingRefusal = 'not-operator' | 'nobody' | 'oneself' | 'last-operator'

/** Which of the offices somebody has, as one word for sentences and forms. */
export type WhichOffices = 'none' | 'support' | 'operator' | 'both'

/** Which of the offices these are. */
export function whichOffices({ support, operator }: Offices): WhichOffices {
  if (support) return operator ? 'both' : 'support'
  return operator ? 'operator' : 'none'
}

/** The offices that a word stands for. */
export function officesOf(which: WhichOffices): Offices {
  return {
    support: which === 'support' || which === 'both',
    operator: which === 'operator' || which === 'both',
  }
}

/** Whether somebody has the same offices twice. */
export function sameOffices(one: Offices, other: Offices): boolean {
  return one.support === other.support && one.operator === other.operator
}

/**
 * Why somebody may not be shut out or erased; undefined: they may. Only an active operator does it, never to themselves,
 * and the last operator stays.
 */
export function mayNotLeave(standing: Standing): LeavingRefusal | undefined {
  return notAllowed(standing) ?? (isLastOperator(standing) ? 'last-operator' : undefined)
}

/**
 * Whether the offices may be changed so, and to what; null: they are so already. Only an active operator changes them,
 * with a password typed lately, never their own; the last operator stays, and whoever cannot sign in gets none.
 */
export function decideOffices(change: OfficesChange): Outcome<Offices | null, OfficesRefusal> {
  const { by, typedPassword, person, wanted } = change
  const refusal = notAllowed(change)
  if (refusal) return refuse(refusal)
  if (sameOffices(person.offices, wanted)) return done(null)
  const problem = notPossible(change)
  if (problem) return refuse(problem)
  return by && !typedPassword ? refuse('recent-sign-in-needed') : done(wanted)
}

function notAllowed({ by, person }: Standing): LeavingRefusal | undefined {
  if (by && !by.isOperator) return 'not-operator'
  if (by?.isThemselves) return 'oneself'
  return person.status === 'ERASED' ? 'nobody' : undefined
}

function notPossible(change: OfficesChange): OfficesRefusal | undefined {
  const { person, seen, wanted } = change
  const { status, offices } = person
  if (seen && !sameOffices(offices, seen)) return 'stale'
  if (gains(offices, wanted) && status !== 'ACTIVE') return 'not-active'
  return !wanted.operator && isLastOperator(change) ? 'last-operator' : undefined
}

function isLastOperator({ person: { status, offices }, otherOperators }: Standing): boolean {
  return offices.operator && status === 'ACTIVE' && otherOperators === 0
}

function gains(offices: Offices, wanted: Offices): boolean {
  return (wanted.support && !offices.support) || (wanted.operator && !offices.operator)
}
