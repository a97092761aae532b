import type { GrantSource } from '../../accounts/domain/events.ts'
import type { Given, Grant } from '../../accounts/domain/rights.ts'
import { isAdministratorRole, keyOf } from '../../accounts/domain/roles.ts'
import type { Approver } from '../../access-requests/domain/approvers.ts'
import type { PersonId } from '../../kernel/id.ts'
import { type ChangeFacts, changeGrant, endMembership, scopeOf } from '../../members/domain/changing.ts'
import type { Act, Planned, Problem, Which } from './acts.ts'

type Held = Grant & { readonly source: GrantSource }

/** Somebody who was chosen, with all they hold in the account, suspended or not. */
export type Chosen = {
  readonly personId: PersonId
  readonly grants: readonly Held[]
  readonly tags: readonly string[]
  /** Whoever chose them may tag them. */
  readonly mayBeTagged: boolean
}

type About = { readonly act: Act; readonly by: Approver; readonly facts: ChangeFacts }

/** What becomes of each of several people if it is done now, in their order; the single act's own policy says so. */
export function planFor(people: readonly Chosen[], act: Act, by: Approver, facts: ChangeFacts): Planned[] {
  // For the password one is asked when it is carried out.
  const about = { act, by: { ...by, passwordTypedAt: facts.now }, facts }
  return people.flatMap((person) => planOne(person, about))
}

function planOne(person: Chosen, about: About): Planned[] {
  const { act, by } = about
  if (act.kind === 'TAG' || act.kind === 'UNTAG') return [planTag(person, act)]
  if (person.personId === by.personId) return [leftAs(person, 'yourself')]
  return act.kind === 'REMOVE' ? [planRemoval(person, about)] : planChanges(person, { ...about, act })
}

function leftAs({ personId, grants }: Chosen, problem: Problem): Planned {
  return { personId, grantId: null, seen: grants.map(({ id }) => id), problem, isPowerful: false }
}

function planTag(person: Chosen, { kind, tag }: Extract<Act, { kind: 'TAG' | 'UNTAG' }>): Planned {
  const carries = person.tags.includes(tag)
  if (!person.mayBeTagged) return leftAs(person, 'not-yours')
  if (kind === 'TAG' && carries) return leftAs(person, 'tagged-already')
  if (kind === 'UNTAG' && !carries) return leftAs(person, 'not-tagged')
  return { ...leftAs(person, 'not-found'), problem: null }
}

function planRemoval(person: Chosen, { by, facts }: About): Planned {
  const { personId, grants } = person
  const allowed = endMembership(grants, by, facts)
  return {
    personId,
    grantId: null,
    seen: grants.map(({ id }) => id),
    problem: allowed.ok ? null : allowed.refusal.code,
    isPowerful: grants.some(({ role }) => isAdministratorRole(role)),
  }
}

type Change = Extract<Act, { kind: 'ROLE' | 'END' | 'NO_END' }>
type AboutChange = Omit<About, 'act'> & { readonly act: Change }

function planChanges(person: Chosen, about: AboutChange): Planned[] {
  const grants = person.grants.filter((grant) => isMeant(about.act.which, grant))
  if (grants.length === 0) return [leftAs(person, 'no-such-role')]
  const taken = new Set<string>()
  return grants.map((grant) => planChange(person, grant, { about, taken }))
}

function isMeant(which: Which, { role }: Held): boolean {
  return which === 'EVERY' || which.key === keyOf(role)
}

const seatOf = ({ role, virtualAccountId }: Pick<Grant, 'role' | 'virtualAccountId'>) =>
  `${keyOf(role)} ${virtualAccountId}`

function planChange(
  person: Chosen,
  grant: Held,
  { about, taken }: { readonly about: AboutChange; readonly taken: Set<string> },
): Planned {
  const { act, by, facts } = about
  const to = becomes(grant, act)
  const seat = seatOf({ ...grant, role: to.role })
  const problem = changeProblem(grant, to, by, facts) ?? heldAlready(person, grant, seat, taken)
  if (problem === null) taken.add(seat)
  return {
    personId: person.personId,
    grantId: grant.id,
    seen: [],
    problem,
    isPowerful: isAdministratorRole(grant.role) || isAdministratorRole(to.role),
  }
}

/** What a grant becomes: another role or another end, where it is. */
export function becomes(grant: Pick<Grant, 'role' | 'virtualAccountId' | 'endsAt'>, act: Change): Given {
  const { role, endsAt } = grant
  const same = { role, scope: scopeOf(grant), endsAt }
  if (act.kind === 'ROLE') return { ...same, role: act.to }
  return { ...same, endsAt: act.kind === 'END' ? act.endsAt : null }
}

function changeProblem(grant: Held, to: Given, by: Approver, facts: ChangeFacts): Problem | undefined {
  if (grant.suspendedAt !== null) return 'suspended'
  const allowed = changeGrant(grant, to, by, facts)
  return allowed.ok ? undefined : allowed.refusal.code
}

// Two roles at one place that would become the same one: the second stays what it is.
function heldAlready(
  { grants }: Chosen,
  grant: Held,
  seat: string,
  taken: ReadonlySet<string>,
): Problem | null {
  const isHeld = grants.some((one) => one.id !== grant.id && one.source !== 'GROUP' && seatOf(one) === seat)
  return isHeld || taken.has(seat) ? 'already-held' : null
}
