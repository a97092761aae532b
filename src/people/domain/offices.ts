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

/** A change of offices, with all that decides whether it may be made. */
export type OfficesChange = {
  /** Who changes them; null is whoever has the machine. */
  readonly by: {
    readonly isOperator: boolean
    readonly isThemselves: boolean
    readonly typedPassword: boolean
  } | null
  readonly person: { readonly status: 'ACTIVE' | 'DISABLED' | 'ERASED'; readonly offices: Offices }
  /** The offices that were shown to whoever changes them. */
  readonly seen?: Offices | undefined
  readonly wanted: Offices
  /** How many active operators there are beside the person. */
  readonly otherOperators: number
}

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
 * Whether the offices may be changed so, and to what; null: they are so already. Only an active operator changes them,
 * with a password typed lately, never their own; the last operator stays, and whoever cannot sign in gets none.
 */
export function decideOffices(change: OfficesChange): Outcome<Offices | null, OfficesRefusal> {
  const { by, person, wanted } = change
  const refusal = notAllowed(change)
  if (refusal) return refuse(refusal)
  if (sameOffices(person.offices, wanted)) return done(null)
  const problem = notPossible(change)
  if (problem) return refuse(problem)
  return by?.typedPassword === false ? refuse('recent-sign-in-needed') : done(wanted)
}

function notAllowed({ by, person }: OfficesChange): OfficesRefusal | undefined {
  if (by && !by.isOperator) return 'not-operator'
  if (by?.isThemselves) return 'oneself'
  return person.status === 'ERASED' ? 'nobody' : undefined
}

function notPossible({ person, seen, wanted, otherOperators }: OfficesChange): OfficesRefusal | undefined {
  const { status, offices } = person
  if (seen && !sameOffices(offices, seen)) return 'stale'
  if (gains(offices, wanted) && status !== 'ACTIVE') return 'not-active'
  const isLeft = offices.operator && !wanted.operator && status === 'ACTIVE' && otherOperators === 0
  return isLeft ? 'last-operator' : undefined
}

function gains(offices: Offices, wanted: Offices): boolean {
  return (wanted.support && !offices.support) || (wanted.operator && !offices.operator)
}
