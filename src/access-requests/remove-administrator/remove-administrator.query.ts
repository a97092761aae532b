import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { nameOf } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { Decider } from '../decide/decide.store.ts'
import { aloneFrom, isBetweenTwo, stands } from '../domain/removing.ts'
import { mayTake, takesTwoToEnd } from '../domain/taking-back.ts'
import { type GrantView, loadGrant } from '../take-back/take-back.query.ts'
import { proposalOf, type StoredRemoval, unsettledRemoval } from './remove-administrator.store.ts'

/** What the viewer is to a removal: who would propose it, its author, the second, or the person concerned. */
export type Stance = 'proposer' | 'author' | 'second' | 'concerned'

/** A removal as one of those it is about sees it; without `open`, nothing is proposed. */
export type RemovalView = {
  readonly seen: GrantView
  readonly stance: Stance
  /** Nobody else could be the second now. */
  readonly betweenTwo: boolean
  /** The person concerned may end the proposal. */
  readonly mayObject: boolean
  readonly open: (StoredRemoval & { readonly proposer: string; readonly alone: Date | null }) | null
}

type Name = Parameters<typeof nameOf>[0]

const person = prepare<{ id: string }, Name>(
  (p) => sql<Name>`
    select p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName",
      p.address from people p where p.id = ${p.id}::uuid and p.status <> 'ERASED'`,
)

/** How somebody is called; empty for somebody who was erased. */
export async function nameOfPerson(db: Database | Tx, id: PersonId): Promise<string> {
  const [row] = await person(db, { id })
  return row ? nameOf(row) : ''
}

/**
 * The removal of the administrator whose grant a path names, proposed or not. Undefined for whoever may not see the
 * grant; `elsewhere` when it is no matter of two people: it is taken back or given up on the other page.
 */
export async function loadRemoval(
  db: Database | Tx,
  viewer: Decider,
  named: { readonly identifier: string; readonly id: string },
): Promise<RemovalView | 'elsewhere' | undefined> {
  const seen = await loadGrant(db, viewer, named)
  if (!seen) return undefined
  if (seen.grant.role !== 'SA' || seen.grant.revokedAt !== null) return 'elsewhere'
  const open = await loadOpen(db, seen)
  const stance = stanceOf(seen, open)
  if (!stance) return 'elsewhere'
  const author = open ? { personId: open.proposedBy, countsAs: [] } : seen.by
  const betweenTwo = isBetweenTwo(seen.grant, author, seen.facts.administrators)
  const hadNotice = open !== null && open.noticeEndsAt !== null
  return { seen, stance, betweenTwo, mayObject: betweenTwo || hadNotice, open }
}

async function loadOpen(db: Database | Tx, seen: GrantView): Promise<RemovalView['open']> {
  const { grant, tree, facts } = seen
  const removal = await unsettledRemoval(db, { accountId: grant.accountId, id: grant.id })
  if (!removal) return null
  const proposal = await proposalOf(db, removal, { tree, now: facts.now })
  if (!stands(grant, proposal, facts.now)) return null
  const proposer = await nameOfPerson(db, removal.proposedBy)
  return { ...removal, proposer, alone: aloneFrom(grant, proposal, facts) }
}

function stanceOf({ isOwn, grant, by, facts }: GrantView, open: RemovalView['open']): Stance | undefined {
  if (!open) return !isOwn && takesTwoToEnd(grant, by, facts) && mayTake(grant, by) ? 'proposer' : undefined
  if (isOwn) return 'concerned'
  if (!mayTake(grant, by)) return undefined
  return open.proposedBy === by.personId ? 'author' : 'second'
}
