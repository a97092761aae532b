import { createHash } from 'node:crypto'
import { record } from '../../event-log/index.ts'
import type { AccountId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { withChildren } from '../domain/rights.ts'
import type { NamedTree, NamedVirtualAccount } from '../domain/tree.ts'
import {
  type ChangedRights,
  changedByMove,
  decidersChange,
  mayArrangeBelow,
  mayStandBelow,
  placing,
  type PlacingRefusal,
} from '../domain/virtual-accounts.ts'
import { type Arranger, holdPlace, type Unavailable, type Which } from './power.ts'
import {
  holdersIn,
  type NamedHolder,
  type OpenRequest,
  requestsFor,
  writePlace,
} from './virtual-accounts.store.ts'

/** What a move would change. */
export type MoveEffects = {
  readonly people: readonly (ChangedRights & { readonly holder: NamedHolder })[]
  /** Open requests that other people decide afterwards. */
  readonly requests: readonly OpenRequest[]
  /** Names just these effects, so that what is confirmed is what was shown. */
  readonly mark: string
}

/** Where a virtual account is to stand; `mark` names the effects that were shown, null where nobody looked. */
export type Moving = Which & { readonly parentId: VirtualAccountId | null; readonly mark: string | null }

export type MoveRefusal =
  | PlacingRefusal
  | Unavailable
  | { readonly code: 'below-itself' }
  | { readonly code: 'changed-meanwhile' }

/** Whether it may stand there, asked before the effects are worked out. */
export function mayMove(
  tree: NamedTree,
  place: NamedVirtualAccount,
  parentId: VirtualAccountId | null,
): Outcome<NamedVirtualAccount | null, PlacingRefusal | { readonly code: 'below-itself' }> {
  if (!mayStandBelow(tree, place, parentId)) return refuse({ code: 'below-itself' })
  return placing(tree, { name: place.name, parentId, except: place.id })
}

/** Who gains or loses what when a virtual account moves below another, and which open requests get other deciders. */
export async function effectsOfMove(
  db: Database | Tx,
  tree: NamedTree,
  { place, parent }: { readonly place: NamedVirtualAccount; readonly parent: NamedVirtualAccount | null },
): Promise<MoveEffects> {
  const accountId: AccountId = tree.accountId
  const ways = { before: place.path, after: [...(parent?.path ?? []), place.id] }
  const moved = [...withChildren(place.id, tree)]
  const holders = await inForceIn(db, accountId, [...new Set([...ways.before, ...ways.after])])
  const open = await requestsFor(db, accountId, moved)
  const people = changedByMove(holders, ways).flatMap((changed) => {
    const holder = holders.find(({ personId }) => personId === changed.personId)
    return holder ? [{ ...changed, holder }] : []
  })
  const pathOf = new Map(tree.virtualAccounts.map(({ id, path }) => [id, path]))
  const before = (id: VirtualAccountId) => pathOf.get(id) ?? []
  const after = (id: VirtualAccountId) => {
    const at = before(id).indexOf(place.id)
    return at < 0 ? before(id) : [...(parent?.path ?? []), ...before(id).slice(at)]
  }
  const deciders = await everyHolderOf(db, accountId, { open, holders, before, after })
  const requests = open.filter((one) => decidersChange(one, deciders, { before, after }))
  return { people, requests, mark: markOf(people, requests) }
}

type Asked = {
  readonly open: readonly OpenRequest[]
  readonly holders: readonly NamedHolder[]
  readonly before: (id: VirtualAccountId) => readonly VirtualAccountId[]
  readonly after: (id: VirtualAccountId) => readonly VirtualAccountId[]
}

// A request may name virtual accounts elsewhere too, and whoever decides it administers those as well.
async function everyHolderOf(
  db: Database | Tx,
  account: AccountId,
  { open, holders, before, after }: Asked,
): Promise<readonly NamedHolder[]> {
  if (open.length === 0) return holders
  const asked = open.flatMap(({ virtualAccountIds }) => virtualAccountIds)
  return inForceIn(db, account, [...new Set(asked.flatMap((id) => [...before(id), ...after(id)]))])
}

async function inForceIn(db: Database | Tx, account: AccountId, ids: readonly VirtualAccountId[]) {
  return (await holdersIn(db, account, ids)).filter(({ isSuspended }) => !isSuspended)
}

function markOf(people: MoveEffects['people'], requests: MoveEffects['requests']): string {
  const said = JSON.stringify([
    people.map(({ personId, gained, lost }) => [personId, gained, lost]),
    requests.map(({ id }) => id),
  ])
  return createHash('sha256').update(said).digest('base64url').slice(0, 16)
}

/** Moves a virtual account, with all below it; refused when it would change something else than what was shown. */
export async function moveVirtualAccount(
  tx: Tx,
  by: Arranger,
  { account, id, parentId, mark }: Moving,
): Promise<Outcome<MoveEffects, MoveRefusal>> {
  const held = await holdPlace(tx, by, { account, id }, 'move')
  if (!held.ok) return held
  const { place, tree, rights } = held.value
  if (rights && !mayArrangeBelow(rights, parentId)) return refuse({ code: 'not-found' })
  const allowed = mayMove(tree, place, parentId)
  if (!allowed.ok) return allowed
  const effects = await effectsOfMove(tx, tree, { place, parent: allowed.value })
  if (mark !== null && mark !== effects.mark) return refuse({ code: 'changed-meanwhile' })
  await writePlace(tx, account, id, allowed.value)
  await record(
    tx,
    {
      type: 'virtual-account.moved',
      account,
      actor: by?.personId ?? null,
      facts: { virtualAccountId: id, parentId, from: place.parentId, people: effects.people.length },
    },
    { quiet: true },
  )
  return done(effects)
}
