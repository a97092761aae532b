import type { Given } from '../../accounts/domain/rights.ts'
import { isSameRole } from '../../accounts/domain/roles.ts'
import { decideByRules, type Facts, type Verdict } from './decide.ts'
import type { RuleBook } from './rule.ts'

/** The days that a rehearsal looks back on, and the most requests that it replays. */
export const rehearsedDays = 180
export const mostRehearsed = 5000

/** What became of a request; null where nobody has decided it. */
export type Happened =
  | { readonly kind: 'APPROVED'; readonly given: Given }
  | { readonly kind: 'DECLINED' }
  | null

/** A request of the past, as a rehearsal replays it. */
export type Past<Kept> = {
  /** What rules may know of it, at the time it was sent. */
  readonly facts: Facts
  /** What people decided; not what a rule did. */
  readonly byPeople: Happened
  /** What a page says of it. */
  readonly kept: Kept
}

/** How many requests rules would have settled, and how many they would have left to people. */
export type Tally = { readonly approved: number; readonly declined: number; readonly left: number }

/** A request, with what the rules would have made of it. */
export type Replayed<Kept> = {
  readonly kept: Kept
  readonly verdict: Verdict
  readonly byPeople: Happened
}

/** What would have been, had these rules been in force. */
export type Rehearsal<Kept> = {
  readonly now: Tally
  readonly after: Tally
  /** What would become otherwise than by the rules as they are. */
  readonly changed: readonly Replayed<Kept>[]
  /** Where people had decided otherwise than the rules would have. */
  readonly otherwise: readonly Replayed<Kept>[]
  /** Which would be left to people of whom there is none. */
  readonly stranded: readonly Replayed<Kept>[]
}

/** Replays requests of the past with the rules as they are, and as they would be. */
export function rehearse<Kept>(
  past: readonly Past<Kept>[],
  books: { readonly now: RuleBook; readonly after: RuleBook },
): Rehearsal<Kept> {
  const replay = (book: RuleBook) =>
    past.map(({ facts, byPeople, kept }) => ({ kept, byPeople, verdict: decideByRules(book, facts) }))
  const now = replay(books.now)
  const after = replay(books.after)
  return {
    now: tallyOf(now),
    after: tallyOf(after),
    changed: after.filter(({ verdict }, index) => !isSameVerdict(verdict, now[index]?.verdict)),
    otherwise: after.filter(({ verdict, byPeople }) => isOtherwise(verdict, byPeople)),
    stranded: after.filter(
      ({ verdict }, index) => verdict.kind === 'LEFT' && past[index]?.facts.deciders === 0,
    ),
  }
}

function tallyOf(replayed: readonly { readonly verdict: Verdict }[]): Tally {
  const count = (kind: Verdict['kind']) => replayed.filter(({ verdict }) => verdict.kind === kind).length
  return { approved: count('APPROVE'), declined: count('DECLINE'), left: count('LEFT') }
}

function isSameVerdict(one: Verdict, other: Verdict | undefined): boolean {
  if (one.kind !== 'APPROVE' || other?.kind !== 'APPROVE') return one.kind === other?.kind
  const [until, before] = [one.given.endsAt?.getTime(), other.given.endsAt?.getTime()]
  return isSame(one.given, other.given) && until === before
}

function isOtherwise(verdict: Verdict, byPeople: Happened): boolean {
  if (byPeople === null || verdict.kind === 'LEFT') return false
  if (verdict.kind === 'DECLINE') return byPeople.kind === 'APPROVED'
  return byPeople.kind === 'DECLINED' || !isSame(verdict.given, byPeople.given)
}

// An end that differs is no other decision.
function isSame(one: Given, other: Given): boolean {
  return isSameRole(one.role, other.role) && placesOf(one) === placesOf(other)
}

function placesOf({ scope }: Given): string {
  return scope.kind === 'ACCOUNT' ? '' : [...new Set(scope.virtualAccountIds)].toSorted().join(' ')
}
