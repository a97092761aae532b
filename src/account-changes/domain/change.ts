import {
  type AccountStatus,
  type AccountType,
  accountTypes,
  type Visibility,
} from '../../accounts/domain/account.ts'
import type { Identifier } from '../../accounts/domain/identifier.ts'
import type { AccountId, Id, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { TextProblem } from '../../kernel/written.ts'

export type ChangeId = Id<'account-change'>

/** What takes two people, neither of whom has to belong to the account. */
export const proposedKinds = ['CLOSE', 'MERGE', 'IDENTIFIER', 'TYPE', 'LIST'] as const
/** What an operator does alone, at once, and can undo. */
const loneKinds = ['SUSPEND', 'RESUME'] as const
export const changeKinds = [...loneKinds, ...proposedKinds] as const
export type ChangeKind = (typeof changeKinds)[number]
export type ProposedKind = (typeof proposedKinds)[number]

/** What somebody wants done with an account. */
export type Wish =
  | { readonly kind: 'CLOSE' }
  /** It becomes a virtual account of another one. */
  | { readonly kind: 'MERGE'; readonly into: AccountId }
  | { readonly kind: 'IDENTIFIER'; readonly identifier: Identifier }
  | { readonly kind: 'TYPE'; readonly type: AccountType }
  /** Everybody who is signed in finds it. */
  | { readonly kind: 'LIST' }

/** How long something that was asked waits for its second person. */
export const daysToAgree = 14
/** How long an identifier that was given up is kept from others. */
export const daysReserved = 90

/** Who acts, as far as the rules go; `countsAs`: other identities of the same person. */
export type Actor = {
  readonly personId: PersonId
  readonly countsAs: readonly PersonId[]
  /** They are a support agent or an operator. */
  readonly isOffice: boolean
  readonly isOperator: boolean
  /** They administer the whole account. */
  readonly isAdministrator: boolean
  readonly typedPasswordLately: boolean
}

/** An account as the rules of its changes see it. */
export type Changeable = {
  readonly id: AccountId
  readonly identifier: Identifier
  readonly type: AccountType
  readonly status: AccountStatus
  readonly visibility: Visibility
}

/** What was asked, and how far it is. */
export type Change = {
  readonly id: ChangeId
  readonly accountId: AccountId
  readonly kind: ChangeKind
  readonly askedBy: PersonId
  readonly lapsesAt: Date
  readonly firstBy: PersonId | null
  /** The first of the two could still be one: active, and an agent or operator. */
  readonly firstStands: boolean
  readonly settledAt: Date | null
  readonly version: number
}

/** Why something was not done to an account. */
export type ChangeRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'recent-sign-in-needed' }
  | { readonly code: 'not-possible-now'; readonly status: AccountStatus }
  | { readonly code: 'asked-already' }
  | { readonly code: 'as-it-is' }
  | { readonly code: 'identifier-unfit' }
  | { readonly code: 'identifier-taken' }
  | { readonly code: 'into-unknown' }
  | { readonly code: 'into-itself' }
  | { readonly code: 'same-person' }
  | { readonly code: 'settled' }
  | { readonly code: 'lapsed' }
  | { readonly code: 'stale-version' }
  | { readonly code: 'reason-unfit'; readonly problem: TextProblem }

type Checked = Outcome<true, ChangeRefusal>
const fine: Checked = done(true)

/** Whether the account is one that this can be wanted of; whoever asks must be allowed to ask. */
export function mayAsk(account: Changeable, actor: Actor, wish: Wish): Checked {
  if (!actor.isOffice && !actor.isAdministrator) return refuse({ code: 'not-found' })
  if (!actor.typedPasswordLately) return refuse({ code: 'recent-sign-in-needed' })
  return isPossible(account, wish)
}

/** Whether an account, as it is now, can be changed like this. */
export function isPossible(account: Changeable, wish: Wish): Checked {
  const { status } = account
  // A suspended account can be closed for good; everything else waits until it is resumed.
  const possible = status === 'ACTIVE' || (status === 'SUSPENDED' && wish.kind === 'CLOSE')
  if (!possible) return refuse({ code: 'not-possible-now', status })
  if (wish.kind === 'MERGE' && wish.into === account.id) return refuse({ code: 'into-itself' })
  return isAlready(account, wish) ? refuse({ code: 'as-it-is' }) : fine
}

function isAlready(account: Changeable, wish: Wish): boolean {
  if (wish.kind === 'IDENTIFIER') return wish.identifier === account.identifier
  if (wish.kind === 'TYPE') return wish.type === account.type
  return wish.kind === 'LIST' && account.visibility === 'LISTED'
}

/** What an agreement comes to: it is the first of two, or the change is made. */
export type Agreement = 'FIRST' | 'DONE'

/** What it comes to when this person agrees. Two are two people: whoever was the first, in any identity, is not the second. */
export function agree(
  change: Change,
  actor: Actor,
  sent: { readonly version: number; readonly now: Date },
): Outcome<Agreement, ChangeRefusal> {
  if (!actor.isOffice) return refuse({ code: 'not-found' })
  const waiting = waits(change, sent)
  if (!waiting.ok) return waiting
  if (!actor.typedPasswordLately) return refuse({ code: 'recent-sign-in-needed' })
  if (change.firstBy === null || !change.firstStands) return done('FIRST')
  return isActor(actor, change.firstBy) ? refuse({ code: 'same-person' }) : done('DONE')
}

/** Whether this person may say no: anybody of support or operation, but for their own proposal, which they withdraw. */
export function mayRefuse(change: Change, actor: Actor, sent: { version: number; now: Date }): Checked {
  if (!actor.isOffice) return refuse({ code: 'not-found' })
  const waiting = waits(change, sent)
  if (!waiting.ok) return waiting
  return isActor(actor, change.askedBy) ? refuse({ code: 'same-person' }) : fine
}

/** Whether this person may take it back: who asked, or another administrator of the account when one of them did. */
export function mayWithdraw(change: Change, actor: Actor, sent: { version: number; now: Date }): Checked {
  const isTheirs = isActor(actor, change.askedBy) || (actor.isAdministrator && change.firstBy === null)
  return isTheirs ? waits(change, sent) : refuse({ code: 'not-found' })
}

/** Whether an operator may suspend the account, or let it go on. */
export function mayPause(account: Changeable, actor: Actor, kind: 'SUSPEND' | 'RESUME'): Checked {
  if (!actor.isOperator) return refuse({ code: 'not-found' })
  if (!actor.typedPasswordLately) return refuse({ code: 'recent-sign-in-needed' })
  const wanted = kind === 'SUSPEND' ? 'ACTIVE' : 'SUSPENDED'
  return account.status === wanted ? fine : refuse({ code: 'not-possible-now', status: account.status })
}

function waits(change: Change, { version, now }: { version: number; now: Date }): Checked {
  if (change.settledAt !== null) return refuse({ code: 'settled' })
  if (change.lapsesAt <= now) return refuse({ code: 'lapsed' })
  return change.version === version ? fine : refuse({ code: 'stale-version' })
}

function isActor({ personId, countsAs }: Actor, id: PersonId): boolean {
  return personId === id || countsAs.includes(id)
}

/** The kind that a word in an address names. */
export function kindIn(word: string): ChangeKind | undefined {
  return changeKinds.find((kind) => kind.toLowerCase() === word)
}

/** A wish as it is kept: ids and codes only. */
export function keptWish(wish: Wish): Record<string, string> {
  if (wish.kind === 'MERGE') return { into: wish.into }
  if (wish.kind === 'IDENTIFIER') return { identifier: wish.identifier }
  return wish.kind === 'TYPE' ? { type: wish.type } : {}
}

/** The wish that was kept. */
export function wishFrom(kind: ProposedKind, kept: Readonly<Record<string, string>>): Wish {
  if (kind === 'MERGE') return { kind, into: (kept['into'] ?? '') as AccountId }
  if (kind === 'IDENTIFIER') return { kind, identifier: (kept['identifier'] ?? '') as Identifier }
  if (kind === 'TYPE') {
    return { kind, type: accountTypes.find((type) => type === kept['type']) ?? 'CUSTOMER' }
  }
  return { kind }
}

/** Whether a change of this kind takes two. */
export function takesTwo(kind: ChangeKind): kind is ProposedKind {
  return (proposedKinds as readonly string[]).includes(kind)
}
