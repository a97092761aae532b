import { customRolesOf, accountOf, administratorsOf, grantsOf } from '../../accounts/index.ts'
import type { NamedTree } from '../../accounts/index.ts'
import { type CustomRole, type GrantedRole, isRole, keyOf, readChoice } from '../../accounts/domain/roles.ts'
import { approverOf, type Decider } from '../../access-requests/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Database, transact } from '../../platform/db/index.ts'
import { tagsOf } from '../../tags/index.ts'
import { chosenPeople, grantsHeldBy } from '../chosen.query.ts'
import type { Act, Planned, Which } from '../domain/acts.ts'
import { planFor } from '../domain/planning.ts'
import { changeSelection, type KeptAct, lockSelection, type Selection } from '../selections.store.ts'

/** Where somebody sees people, and where they tag them; null for the whole account. */
export type Sight = {
  readonly tree: NamedTree
  readonly within: readonly VirtualAccountId[] | null
  readonly tagging: readonly VirtualAccountId[] | null
}

/** Why nothing was planned: it is on its way already, or the role or the tag is gone. */
export type ActRefusal = { readonly code: 'already-started' | 'role-gone' | 'tag-gone' }

/** Says what is to happen to those who were chosen, and keeps what becomes of each as things stand. */
export async function chooseAct(
  db: Database,
  decider: Decider,
  { selection, act: kept, sight }: { selection: Selection; act: KeptAct; sight: Sight },
): Promise<Outcome<readonly Planned[], ActRefusal>> {
  const act = await understood(db, selection, kept)
  if (!act.ok) return act
  const planned = await plan(db, decider, { selection, act: act.value, sight })
  const which = { by: decider.personId, id: selection.id }
  return transact(db, async (tx) => {
    const locked = await lockSelection(tx, which)
    if (!locked || locked.startedAt !== null) return refuse({ code: 'already-started' })
    const items = planned.map((one) => ({ ...one, outcome: null }))
    await changeSelection(tx, which, { act: kept, items })
    return done(planned)
  })
}

async function understood(
  db: Database,
  { accountId }: Selection,
  kept: KeptAct,
): Promise<Outcome<Act, ActRefusal>> {
  if (kept.kind === 'TAG' || kept.kind === 'UNTAG') {
    const tags = await tagsOf(db, accountId)
    return tags.some(({ id }) => id === kept.tag) ? done(kept) : refuse({ code: 'tag-gone' })
  }
  if (kept.kind === 'REMOVE') return done(kept)
  const which: Which = kept.which === 'EVERY' ? 'EVERY' : { key: kept.which }
  if (kept.kind === 'NO_END') return done({ kind: kept.kind, which })
  if (kept.kind === 'END') return done({ kind: kept.kind, which, endsAt: new Date(kept.endsAt) })
  const to = roleIn(kept.to, isRole(kept.to) ? [] : await customRolesOf(db, accountId))
  return to ? done({ kind: kept.kind, which, to }) : refuse({ code: 'role-gone' })
}

/** The role that was chosen, among those of the account's own; undefined when there is none, or not as it was. */
export function roleIn(choice: string, ownRoles: readonly CustomRole[]): GrantedRole | undefined {
  const chosen = readChoice(choice)
  if (typeof chosen !== 'object') return chosen
  return ownRoles.find((own) => keyOf(own) === chosen.custom && own.version === chosen.version)
}

type ToPlan = { readonly selection: Selection; readonly act: Act; readonly sight: Sight }

async function plan(db: Database, decider: Decider, { selection, act, sight }: ToPlan): Promise<Planned[]> {
  const { accountId, people } = selection
  const { tree, within, tagging } = sight
  const rows = await chosenPeople(db, { accountId, people, within, tagging })
  const grants = Map.groupBy(await grantsHeldBy(db, accountId, people), ({ personId }) => personId)
  const own = await grantsOf(db, { accountId, personId: decider.personId })
  const { twoForAdministrator: wantsTwo } = await accountOf(db, accountId)
  const facts = { now: decider.now, wantsTwo, administrators: await administratorsOf(db, accountId) }
  const chosen = rows
    .filter(({ isInSight }) => isInSight)
    .map((row) => ({ ...row, grants: grants.get(row.personId) ?? [] }))
  return planFor(chosen, act, approverOf(decider, own, tree), facts)
}
