import { rightsOf, type Tree } from '../../accounts/domain/rights.ts'
import { holdGrantsOf, treeOf } from '../../accounts/index.ts'
import { type Fact, record } from '../../event-log/index.ts'
import type { AccountId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type Change, changed, placeOf } from '../domain/change.ts'
import { type DraftProblems, mayChangeRules, readDraft } from '../domain/reading.ts'
import { type Draft, givesOwn, listOf, mostRules, type NameableGroup, type RuleBook } from '../domain/rule.ts'
import { groupsNamedBy } from '../groups.query.ts'
import { holdBook, lockRolesOf, type RuleChange, type StoredBook, writeBook } from '../rules.store.ts'

/** Who changes rules. */
export type Author = { readonly personId: PersonId; readonly now: Date }

/** What is asked for; `version` is that of the rules it was made from. */
export type ChangeAsked = {
  readonly accountId: AccountId
  readonly change: Change
  readonly version: number
}

/** Why the rules stay as they are. */
export type ChangeRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'changed-meanwhile'; readonly version: number }
  | { readonly code: 'unfit'; readonly problems: DraftProblems }
  | { readonly code: 'too-many'; readonly max: number }

/** Changes the rules of an account, or of one of its virtual accounts; every administrator is told. */
export async function changeRules(
  tx: Tx,
  by: Author,
  asked: ChangeAsked,
): Promise<Outcome<RuleBook, ChangeRefusal>> {
  const { accountId } = asked
  const before = await heldFor(tx, asked)
  const held = await holdGrantsOf(tx, { accountId, personId: by.personId })
  const tree = await treeOf(tx, accountId)
  const groups = await groupsNamedBy(tx, accountId, draftIn(asked.change))
  const allowed = plan(before, { by, held: rightsOf(held, tree, by.now), tree, groups }, asked)
  if (!allowed.ok) return allowed
  const { after, change, place } = allowed.value
  await writeBook(tx, accountId, { before, after, by: by.personId })
  await record(tx, {
    type: 'rule.changed',
    account: accountId,
    actor: by.personId,
    facts: factsOf(change, place, after),
  })
  return done(after)
}

// Whoever edits or retires a role that is to be given is waited for.
async function heldFor(tx: Tx, { accountId, change }: ChangeAsked): Promise<StoredBook> {
  const book = await holdBook(tx, accountId)
  const draft = draftIn(change)
  return draft && givesOwn(draft) ? lockRolesOf(tx, accountId) : book
}

/** What a change writes; undefined when it moves, switches or removes. */
export function draftIn(change: Change): Draft | undefined {
  return change.kind === 'ADD' || change.kind === 'WRITE' ? change.draft : undefined
}

type Power = {
  readonly by: Author
  readonly held: ReturnType<typeof rightsOf>
  readonly tree: Tree
  /** The open user groups that the change names. */
  readonly groups: readonly NameableGroup[]
}
type Plan = {
  readonly after: RuleBook
  readonly change: Change
  readonly place: VirtualAccountId | null
}

/** What the rules would be after a change, when this person may make it; changes nothing. */
export function plan(
  before: StoredBook,
  { by, held, tree, groups }: Power,
  { change, version }: Omit<ChangeAsked, 'accountId'>,
): Outcome<Plan, ChangeRefusal> {
  const place = placeOf(before, change)
  const known = place !== undefined && mayChangeRules(held, place)
  // Somebody who was looking at a rule that is gone by now learns that it is.
  if (before.version !== version && (known || isAuthorSomewhere(before, held)))
    return refuse({ code: 'changed-meanwhile', version: before.version })
  if (!known) return refuse({ code: 'not-found' })
  const read = readChange(change, {
    tree,
    account: before.account,
    groups,
    ownRoles: before.ownRoles,
    place,
    rights: held,
  })
  if (!read.ok) return read
  if (change.kind === 'ADD' && listOf(before, place).length >= mostRules)
    return refuse({ code: 'too-many', max: mostRules })
  const after = changed(before, read.value, by.personId)
  return after ? done({ after, change: read.value, place }) : refuse({ code: 'not-found' })
}

function isAuthorSomewhere(before: RuleBook, held: Power['held']): boolean {
  const places = [null, ...before.rules.map(({ place }) => place)]
  return places.some((place) => mayChangeRules(held, place))
}

function readChange(
  change: Change,
  setting: Parameters<typeof readDraft>[1],
): Outcome<Change, Extract<ChangeRefusal, { code: 'unfit' }>> {
  if (change.kind !== 'ADD' && change.kind !== 'WRITE') return done(change)
  const read = readDraft(change.draft, setting)
  return read.ok ? done({ ...change, draft: read.value }) : refuse({ code: 'unfit', problems: read.refusal })
}

const names = {
  ADD: () => 'ADDED',
  WRITE: () => 'CHANGED',
  SWITCH: (change) => (change.kind === 'SWITCH' && change.on ? 'SWITCHED_ON' : 'SWITCHED_OFF'),
  MOVE: (change) => (change.kind === 'MOVE' && change.up ? 'MOVED_UP' : 'MOVED_DOWN'),
  REMOVE: () => 'REMOVED',
} as const satisfies Record<Change['kind'], (change: Change) => RuleChange>

function factsOf(change: Change, place: VirtualAccountId | null, after: RuleBook): Record<string, Fact> {
  const rule = after.rules.find(({ id }) => id === change.id)
  return {
    what: names[change.kind](change),
    ruleId: change.id,
    ruleVersion: rule?.version ?? null,
    virtualAccountId: place,
    outcome: rule?.outcome.kind ?? null,
    version: after.version,
  }
}
