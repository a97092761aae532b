import { type Rights, rightsGiven, rightsOf } from '../../accounts/domain/rights.ts'
import { type CustomRole, isAdministratorRole, isRole } from '../../accounts/domain/roles.ts'
import {
  accountOf,
  administratorsOf,
  customRolesToGive,
  holdGrantsOf,
  type NamedTree,
  treeOf,
} from '../../accounts/index.ts'
import { signInProblem } from '../../access-requests/domain/deciding.ts'
import { lockOpenRequestsFor, type OpenFor } from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import {
  type Giver,
  type Line,
  type LineProblem,
  type Plan,
  planFor,
  type Reading,
  type ReadLine,
  readLine,
} from '../domain/adding.ts'
import { takesTwoHere } from '../domain/changing.ts'
import type { Refusal } from '../domain/refusals.ts'
import { insertInvitation, invitedAmong } from '../invite/invitations.store.ts'
import { addresseesOf, type FoundAddressee } from '../members.store.ts'
import { insertProposal, proposedAmong } from '../propose-administrator/proposals.store.ts'
import { type Afterwards, factsOfGiven, give } from './give.ts'
import { roleNames } from './role-names.ts'

/** Who adds; null is the command line of the installation, which nobody stands behind. */
export type Adder = {
  readonly personId: PersonId
  readonly now: Date
  readonly authenticatedAt: Date | null
  readonly reader: { readonly locale: 'en' | 'fr' }
  /** An operator at the machine: they give what an administrator may, to people who are here, and invite nobody. */
  readonly atTheMachine?: true
} | null

/** What became of a line. */
export const addOutcomes = [
  'GIVEN',
  'INVITED',
  'PROPOSED',
  'HELD',
  'INVITED_BEFORE',
  'PROPOSED_BEFORE',
] as const
export type AddOutcome = (typeof addOutcomes)[number] | `PROBLEM:${LineProblem}`

/** A line with its plan, and whoever it is about. */
export type PlannedLine = {
  readonly line: Line
  readonly read: ReadLine | undefined
  readonly addressee: FoundAddressee | undefined
  readonly plan: Plan
}

/** Everything that lines are planned with. */
export type Planning = {
  readonly accountId: AccountId
  readonly tree: NamedTree
  readonly by: Giver
  readonly now: Date
  readonly timeZone: string
  readonly needsTwo: boolean
  readonly ownRoles: readonly CustomRole[]
  /** Whoever adds sees everybody who is here, so that nobody needs an invitation. */
  readonly knowsAll: boolean
}

/** What becomes of each line if it is done now; nothing is written. `forSure` holds what that depends on. */
export async function planLines(
  db: Database | Tx,
  lines: readonly Line[],
  planning: Planning,
  forSure = false,
): Promise<PlannedLine[]> {
  const { accountId, tree, by, now, needsTwo } = planning
  const reading = readingOf(planning)
  const read = lines.map((line) => readLine(line, reading))
  const addresses = [...new Set(read.flatMap((one) => (one.ok ? [one.value.address] : [])))]
  const people = await addresseesOf(db, { accountId, addresses, forSure }, { tree, now })
  const invited = await invitedAmong(db, accountId, addresses)
  const proposed = await proposedAmong(
    db,
    accountId,
    [...people.values()].map(({ personId }) => personId),
  )
  const seen = new Set<string>()
  return lines.map((line, index) => {
    const one = read[index]
    if (!one?.ok) return problemOf(line, one?.refusal ?? 'address-missing')
    const found = people.get(one.value.address)
    const addressee = found && planning.knowsAll ? { ...found, isKnown: true } : found
    const mark = JSON.stringify([one.value.address, one.value.given.role, one.value.given.scope])
    if (seen.has(mark)) return { ...problemOf(line, 'twice'), read: one.value }
    seen.add(mark)
    const facts = {
      addressee,
      isInvited: invited.has(one.value.address),
      isProposed: addressee !== undefined && proposed.has(addressee.personId),
      needsTwo,
    }
    return { line, read: one.value, addressee, plan: planFor(one.value, by, facts) }
  })
}

function problemOf(line: Line, problem: LineProblem): PlannedLine {
  return { line, read: undefined, addressee: undefined, plan: { kind: 'PROBLEM', problem } }
}

/** What lines are read with, where they are about this account. */
export function readingOf({
  tree,
  timeZone,
  now,
  ownRoles,
}: Pick<Planning, 'tree' | 'timeZone' | 'now' | 'ownRoles'>): Reading {
  const name = new Map(tree.virtualAccounts.map((one) => [one.id, one.name]))
  const places = tree.virtualAccounts.map(({ id, path }) => ({
    id,
    names: path.map((above) => name.get(above) ?? ''),
  }))
  return { timeZone, places, roleNames, ownRoles, now }
}

/** What lines of an account are planned with, for whoever adds; `rights` are theirs. */
export async function planningFor(
  db: Database | Tx,
  adder: Adder,
  of: {
    readonly accountId: AccountId
    readonly tree: NamedTree
    readonly rights: Rights
    readonly now: Date
    readonly ownRoles: readonly CustomRole[]
  },
): Promise<Planning> {
  const { accountId, tree, rights, now, ownRoles } = of
  const { timeZone, twoForAdministrator } = await accountOf(db, accountId)
  const administrators = await administratorsOf(db, accountId)
  return {
    accountId,
    tree,
    now,
    ownRoles,
    timeZone,
    knowsAll: adder?.atTheMachine === true,
    by: adder && { personId: adder.personId, rights },
    needsTwo: takesTwoHere({ administrators, wantsTwo: twoForAdministrator }),
  }
}

/**
 * Gives roles to people by their addresses, each line on its own: whoever the account knows gets the role, an
 * administrator is proposed where two must agree, everybody else is invited. Harmless when it runs twice. `authenticated`:
 * the password was typed when this was confirmed, so that work that goes on later does not ask for it again.
 */
export async function addMembers(
  tx: Tx,
  adder: Adder,
  what: {
    readonly accountId: AccountId
    readonly lines: readonly Line[]
    readonly now: Date
    readonly authenticated?: boolean
  },
): Promise<Outcome<AddOutcome[], Refusal>> {
  const { accountId, now } = what
  const ownRoles = what.lines.every(({ role }) => isRole(role)) ? [] : await customRolesToGive(tx, accountId)
  const tree = await treeOf(tx, accountId)
  const of = { accountId, tree, rights: await rightsIn(tx, adder, { accountId, tree, now }), now, ownRoles }
  const planned = await planLines(tx, what.lines, await planningFor(tx, adder, of), true)
  if (adder && !what.authenticated && planned.some(givesPower) && isStale(adder, now))
    return refuse({ code: 'recent-sign-in-needed' })
  const people = planned.flatMap(({ plan }) => (plan.kind === 'GIVE' ? [plan.personId] : []))
  const open = await lockOpenRequestsFor(tx, accountId, people)
  const outcomes: AddOutcome[] = []
  const later: Afterwards[] = []
  for (const one of planned) {
    const [outcome, afterwards] = await doLine(tx, one, { accountId, tree, adder, open, now })
    outcomes.push(outcome)
    if (afterwards) later.push(afterwards)
  }
  for (const afterwards of later) await afterwards()
  return done(outcomes)
}

const whole = { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null } as const

async function rightsIn(
  tx: Tx,
  adder: Adder,
  { accountId, tree, now }: { readonly accountId: AccountId; readonly tree: NamedTree; readonly now: Date },
): Promise<Rights> {
  if (adder?.atTheMachine) return rightsGiven(whole, tree)
  const held = adder ? await holdGrantsOf(tx, { accountId, personId: adder.personId }) : []
  return rightsOf(held, tree, now)
}

function givesPower({ plan }: PlannedLine): boolean {
  return 'given' in plan && isAdministratorRole(plan.given.role)
}

function isStale(adder: NonNullable<Adder>, now: Date): boolean {
  return signInProblem({ passwordTypedAt: adder.authenticatedAt }, now) !== undefined
}

type Doing = {
  readonly accountId: AccountId
  readonly tree: NamedTree
  readonly adder: Adder
  readonly open: readonly OpenFor[]
  readonly now: Date
}
type Done = readonly [AddOutcome, Afterwards?]

const nothingToDo = { HELD: 'HELD', INVITED: 'INVITED_BEFORE', PROPOSED: 'PROPOSED_BEFORE' } as const

function doLine(tx: Tx, line: PlannedLine, doing: Doing): Promise<Done> | Done {
  const { plan } = line
  if (plan.kind === 'PROBLEM') return [`PROBLEM:${plan.problem}`]
  if (plan.kind === 'GIVE') return doGive(tx, plan, doing)
  if (plan.kind === 'PROPOSE') return doPropose(tx, plan, doing)
  return plan.kind === 'INVITE' ? doInvite(tx, line, doing) : [nothingToDo[plan.kind]]
}

async function doGive(
  tx: Tx,
  { personId, given }: Extract<Plan, { kind: 'GIVE' | 'PROPOSE' }>,
  { accountId, tree, adder, open }: Doing,
): Promise<Done> {
  const by = adder?.personId ?? null
  const afterwards = await give(tx, { accountId, personId, given, by, tree, open })
  return afterwards ? ['GIVEN', afterwards] : ['HELD']
}

async function doPropose(
  tx: Tx,
  { personId, given }: Extract<Plan, { kind: 'GIVE' | 'PROPOSE' }>,
  { accountId, adder, now }: Doing,
): Promise<Done> {
  // The command line is one person, whoever sits there.
  if (!adder || adder.atTheMachine) return ['PROBLEM:above-own-rights']
  const { endsAt } = given
  const proposedBy = adder.personId
  const proposalId = await insertProposal(tx, { accountId, personId, endsAt, proposedBy, now })
  if (!proposalId) return ['PROPOSED_BEFORE']
  const event = { type: 'administrator.proposed', account: accountId, actor: proposedBy, subject: personId }
  const facts = { proposalId, endsAt: endsAt?.toISOString() ?? null }
  return ['PROPOSED', async () => void (await record(tx, { ...event, facts }))]
}

async function doInvite(
  tx: Tx,
  { read, addressee }: PlannedLine,
  { accountId, adder, now }: Doing,
): Promise<Done> {
  // An invitation stands on the rights of whoever sent it.
  if (!adder || adder.atTheMachine || !read) return ['PROBLEM:address-wrong']
  const by = adder.personId
  const locale = addressee?.locale ?? adder.reader.locale
  const invitationId = await insertInvitation(tx, { accountId, ...read, locale, by, now })
  if (!invitationId) return ['INVITED_BEFORE']
  const facts = { ...factsOfGiven(read.given), invitationId, n: 1 }
  const event = { type: 'member.invited', account: accountId, actor: by, facts }
  return ['INVITED', async () => void (await record(tx, event))]
}
