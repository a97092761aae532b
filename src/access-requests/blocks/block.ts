import { record } from '../../event-log/index.ts'
import { type AccountId, newId, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { administersNow } from '../administered-account.ts'
import { blockFrom } from '../domain/deciding.ts'
import { readReason } from '../domain/reason.ts'
import type { Block } from '../domain/request.ts'
import { type BlockId, endBlock, holdKnown, insertBlock } from './blocks.store.ts'

/** Who blocks somebody, or takes their requests again. */
export type Blocker = { readonly personId: PersonId; readonly now: Date }

/** Whom to block, for how long, and why; the reason is for those who administer the account. */
export type BlockAsked = {
  readonly accountId: AccountId
  readonly address: string
  readonly howLong: Block
  readonly reason: string
}

/** Why nobody was blocked. */
export type BlockRefusal = { readonly code: 'not-found' | 'unknown' | 'own' | 'already' | 'reason' }

/** Takes no request from somebody for a time; what they hold stays as it is. Gives the block. */
export async function blockPerson(
  tx: Tx,
  by: Blocker,
  { accountId, address, howLong, reason }: BlockAsked,
): Promise<Outcome<BlockId, BlockRefusal>> {
  const person = await holdKnown(tx, accountId, address)
  if (!(await administersNow(tx, by, accountId))) return refuse({ code: 'not-found' })
  const read = readReason(reason)
  if (!person) return refuse({ code: 'unknown' })
  if (person.id === by.personId) return refuse({ code: 'own' })
  if (!read.ok) return refuse({ code: 'reason' })
  if (person.blocked) return refuse({ code: 'already' })
  const id = newId<'block'>()
  const { until } = blockFrom(howLong, by.now)
  await insertBlock(tx, {
    account: accountId,
    id,
    person: person.id,
    by: by.personId,
    reason: read.value,
    until,
  })
  const facts = { blockId: id, until: until?.toISOString() ?? null }
  const event = { type: 'block.set', account: accountId, actor: by.personId, subject: person.id, facts }
  await record(tx, event, { quiet: true })
  return done(id)
}

/** Takes requests from somebody again. */
export async function liftBlock(
  tx: Tx,
  by: Blocker,
  { accountId, id }: { readonly accountId: AccountId; readonly id: BlockId },
): Promise<Outcome<true, { readonly code: 'not-found' }>> {
  if (!(await administersNow(tx, by, accountId))) return refuse({ code: 'not-found' })
  const person = await endBlock(tx, { accountId, id, by: by.personId })
  if (!person) return refuse({ code: 'not-found' })
  const event = { type: 'block.lifted', account: accountId, actor: by.personId, subject: person }
  await record(tx, { ...event, facts: { blockId: id } }, { quiet: true })
  return done(true)
}
