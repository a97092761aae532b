import { type Grant, type Rights, rightsOf } from '../../accounts/domain/rights.ts'
import type { NamedTree, StoredAccount } from '../../accounts/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { Database } from '../../platform/db/index.ts'
import {
  type Happened,
  mostRehearsed,
  type Past,
  type Rehearsal,
  rehearse,
} from '../../rules/domain/rehearse.ts'
import { givesOwn, type RuleBook } from '../../rules/domain/rule.ts'
import { belongingOf, type StoredBook } from '../../rules/index.ts'
import { mayDecide } from '../domain/approvers.ts'
import { verifiedDomainsOf } from '../profile.ts'
import { decidingGrants, type PastRequest, pastRequests } from './past.query.ts'

/** What rules would have made of the requests of the last months. */
export type Rehearsed = Rehearsal<PastRequest> & {
  readonly replayed: number
  /** There are more than a rehearsal replays. */
  readonly isCut: boolean
}

/** Replays the requests of an account by the rules as they are and as they would be: two or three reads, whatever there is. */
export async function rehearseRules(
  db: Database,
  seen: { readonly account: StoredAccount; readonly tree: NamedTree },
  books: { readonly now: StoredBook; readonly after: RuleBook },
  now: Date,
): Promise<Rehearsed> {
  const { account, tree } = seen
  const [found, grants] = await Promise.all([pastRequests(db, account.id), decidingGrants(db, account.id)])
  const requests = found.slice(0, mostRehearsed)
  const belonging = await belongingOf(db, account.id, {
    rules: [...books.now.rules, ...books.after.rules],
    people: [...new Set(requests.map(({ beneficiaryId }) => beneficiaryId))],
  })
  const deciders = holders(grants, tree, now)
  const givesOwnRoles = books.after.rules.concat(books.now.rules).some((rule) => givesOwn(rule))
  const past = requests.map((request): Past<PastRequest> => {
    const { ask, requesterId, beneficiaryId, submittedAt } = request
    return {
      kept: request,
      byPeople: happenedTo(request),
      facts: {
        now: submittedAt,
        tree,
        account,
        ask,
        verifiedDomains: verifiedDomainsOf(request),
        groups: belonging.get(beneficiaryId) ?? [],
        people: [...new Set([requesterId, beneficiaryId])],
        held: null,
        ownRoles: books.now.ownRoles,
        givers: givesOwnRoles
          ? deciders
              .filter(({ personId }) => personId !== requesterId && personId !== beneficiaryId)
              .map(({ rights }) => rights)
          : [],
        deciders: deciders.some((one) => couldDecide(account, one, request)) ? 1 : 0,
      },
    }
  })
  return { ...rehearse(past, books), replayed: requests.length, isCut: found.length > requests.length }
}

type Holder = { readonly personId: PersonId; readonly rights: Rights }

// Administrators of the account first: for nearly every request the first one is the answer.
function holders(grants: readonly Grant[], tree: NamedTree, now: Date): Holder[] {
  const people = new Map<PersonId, Grant[]>()
  for (const grant of grants) people.set(grant.personId, [...(people.get(grant.personId) ?? []), grant])
  return [...people]
    .map(([personId, held]) => ({ personId, rights: rightsOf(held, tree, now) }))
    .toSorted((one, other) => rank(other) - rank(one))
}

function rank({ rights }: Holder): number {
  return rights.held.some(({ role }) => role === 'SA') ? 1 : 0
}

function couldDecide({ id }: StoredAccount, holder: Holder, request: PastRequest): boolean {
  return mayDecide({ ...request, accountId: id }, { ...holder, countsAs: [], isDisabled: false }).ok
}

function happenedTo({ verdict, given }: PastRequest): Happened {
  if (verdict === null) return null
  return given === null ? { kind: 'DECLINED' } : { kind: 'APPROVED', given }
}
