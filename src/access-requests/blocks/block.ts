import { rightsGiven, rightsOf } from '../../accounts/domain/rights.ts'
import { holdGrantsOf, treeOf } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import { type AccountId, newId, type PersonId, type VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { blocksWithin, mayBlockIn } from '../domain/blocking.ts'
import { blockFrom } from '../domain/deciding.ts'
import { readReason } from '../domain/reason.ts'
import type { Block } from '../domain/request.ts'
import { type BlockId, endBlock, holdKnown, insertBlock, type Known } from './blocks.store.ts'

/** Who blocks somebody, or takes their requests again: by what they hold, or as an operator at the machine. */
export type Blocker = { readonly personId: PersonId; readonly now: Date; readonly atTheMachine?: true }

/** Whom to block, where, for how long, and why; the reason is for those who administer there. */
export type BlockAsked = {
  readonly accountId: AccountId
  readonly address: string
  readonly howLong: Block
  readonly reason: string
  /** Only in these virtual accounts; none: in the whole account. */
  readonly places: readonly VirtualAccountId[]
}

/** Why nobody was blocked. */
export type BlockRefusal = {
  readonly code: 'not-found' | 'unknown' | 'own' | 'already' | 'reason' | 'places'
}

/** Takes no request from somebody for a time, in the account or in a part of it; what they hold stays as it is. */
export async function blockPerson(
  tx: Tx,
  by: Blocker,
  { accountId, address, howLong, reason, places }: BlockAsked,
): Promise<Outcome<BlockId, BlockRefusal>> {
  const rights = await rightsHeld(tx, by, accountId)
  const within = blocksWithin(rights)
  if (within?.length === 0) return refuse({ code: 'not-found' })
  if (!mayBlockIn(rights, places)) return refuse({ code: 'places' })
  const where = whereIn(places)
  const person = await holdKnown(tx, accountId, { address, within, places: where })
  const read = readReason(reason)
  const wrong = whyNot(person, by)
  if (!person || wrong) return refuse({ code: wrong ?? 'unknown' })
  if (!read.ok) return refuse({ code: 'reason' })
  const id = newId<'block'>()
  const { until } = blockFrom(howLong, by.now)
  await insertBlock(tx, {
    account: accountId,
    id,
    person: person.id,
    by: by.personId,
    reason: read.value,
    until,
    places: where,
  })
  const facts = { blockId: id, until: until?.toISOString() ?? null, ...placeFacts(where) }
  const event = { type: 'block.set', account: accountId, actor: by.personId, subject: person.id, facts }
  await record(tx, event, { quiet: true })
  return done(id)
}

function whereIn(places: readonly VirtualAccountId[]): readonly VirtualAccountId[] | null {
  return places.length === 0 ? null : [...new Set(places)]
}

function whyNot(person: Known | undefined, by: Blocker): 'unknown' | 'own' | 'already' | undefined {
  if (!person) return 'unknown'
  if (person.id === by.personId) return 'own'
  return person.blocked ? 'already' : undefined
}

/** Takes requests from somebody again. */
export async function liftBlock(
  tx: Tx,
  by: Blocker,
  { accountId, id }: { readonly accountId: AccountId; readonly id: BlockId },
): Promise<Outcome<true, { readonly code: 'not-found' }>> {
  const within = blocksWithin(await rightsHeld(tx, by, accountId))
  if (within?.length === 0) return refuse({ code: 'not-found' })
  const lifted = await endBlock(tx, { accountId, id, by: by.personId, within })
  if (!lifted) return refuse({ code: 'not-found' })
  const event = { type: 'block.lifted', account: accountId, actor: by.personId, subject: lifted.person }
  await record(tx, { ...event, facts: { blockId: id, ...placeFacts(lifted.places) } }, { quiet: true })
  return done(true)
}

// Their grants are held until the transaction ends: whoever takes them away at this moment is waited for.
async function rightsHeld(tx: Tx, by: Blocker, accountId: AccountId) {
  const held = await holdGrantsOf(tx, { accountId, personId: by.personId })
  const tree = await treeOf(tx, accountId)
  if (!by.atTheMachine) return rightsOf(held, tree, by.now)
  return rightsGiven({ role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null }, tree)
}

function placeFacts(places: readonly VirtualAccountId[] | null) {
  return places === null ? {} : { virtualAccountIds: places }
}
