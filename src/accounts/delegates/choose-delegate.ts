import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { treeOf } from '../accounts.store.ts'
import { type Colleague, type DelegationRefusal, mayDelegate } from '../domain/delegation.ts'
import { rightsOf } from '../domain/rights.ts'
import { holdGrantsOf } from '../grants.store.ts'
import {
  colleaguesIn,
  delegationsOf,
  lockDelegations,
  removeDelegate,
  writeDelegate,
} from './delegates.store.ts'

type By = Pick<Viewer, 'personId' | 'now'>

/** Why no delegate was chosen; `not-found`: one does not decide in such an account. */
export type ChooseRefusal = DelegationRefusal | { readonly code: 'not-found' }

/** Chooses who stands in for the viewer in an account while they are away; both are told. */
export async function chooseDelegate(
  tx: Tx,
  by: By,
  chosen: { readonly accountId: AccountId; readonly delegateId: PersonId },
): Promise<Outcome<null, ChooseRefusal>> {
  const { accountId, delegateId } = chosen
  await lockDelegations(tx, accountId)
  const colleagues = await heldBy(tx, by, accountId, [by.personId, delegateId])
  const [own, other] = [by.personId, delegateId].map((id) => colleagues.find((one) => one.personId === id))
  if (!own) return refuse({ code: 'not-found' })
  if (!other) return refuse({ code: 'less-power' })
  const allowed = mayDelegate(own, other, await delegationsOf(tx, accountId))
  if (!allowed.ok) return allowed
  await writeDelegate(tx, accountId, { personId: by.personId, delegateId })
  const event = { account: accountId, actor: by.personId, subject: delegateId }
  await record(tx, { type: 'delegate.chosen', ...event })
  return done(null)
}

/** Ends a delegation: the viewer's own, or one in which they stand in for `of`. */
export async function endDelegation(
  tx: Tx,
  by: By,
  ended: { readonly accountId: AccountId; readonly of?: PersonId },
): Promise<Outcome<null, ChooseRefusal>> {
  const { accountId, of } = ended
  await lockDelegations(tx, accountId)
  const which = of === undefined ? { personId: by.personId } : { personId: of, delegateId: by.personId }
  const delegateId = await removeDelegate(tx, accountId, which)
  if (delegateId === undefined) return refuse({ code: 'not-found' })
  const event = { account: accountId, actor: by.personId, subject: of ?? delegateId }
  const facts = { byTheDelegate: of !== undefined }
  await record(tx, { type: 'delegate.ended', ...event, facts })
  return done(null)
}

// What both hold, locked, so that it is not taken away meanwhile.
async function heldBy(tx: Tx, by: By, accountId: AccountId, ids: readonly PersonId[]): Promise<Colleague[]> {
  const tree = await treeOf(tx, accountId)
  const named = await colleaguesIn(tx, accountId)
  const found: Colleague[] = []
  for (const person of named.filter(({ personId }) => ids.includes(personId))) {
    const grants = await holdGrantsOf(tx, { accountId, personId: person.personId })
    found.push({ ...person, rights: rightsOf(grants, tree, by.now) })
  }
  return found
}
