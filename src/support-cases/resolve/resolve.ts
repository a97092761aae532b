import { record } from '../../event-log/index.ts'
import type { AccountId, CaseId, PersonId, RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { aboutCase, caseOf, changeCase, lockCase, lockStored, type StoredCase } from '../case.store.ts'
import { startClosing } from '../close/close.store.ts'
import { type CaseRefusal, stepCase } from '../domain/case.ts'

/** Why a case is over: somebody of that side said so, or its request went on without it. */
type Because = 'REQUESTER' | 'SUPPORT' | 'HANDED_BACK' | 'REQUEST_SETTLED'

/** Says that the matter is settled: by the requester, or by support. The account's side does not decide that. */
export async function resolve(tx: Tx, viewer: Viewer, id: CaseId): Promise<Outcome<CaseId, CaseRefusal>> {
  const one = await lockCase(tx, viewer, id)
  if (!one || one.seat === 'ACCOUNT') return refuse({ code: 'not-found' })
  const next = stepCase(one, 'resolve', viewer.now)
  if (!next.ok) return next
  await end(tx, one, { by: viewer.personId, because: one.seat })
  return done(id)
}

/** Resolves the case that a request waited for, because it is settled or back with its administrators; recorded, so call it last. */
export async function resolveCaseOf(
  tx: Tx,
  request: { readonly accountId: AccountId; readonly id: RequestId },
  why: { readonly by: PersonId | null; readonly because: 'HANDED_BACK' | 'REQUEST_SETTLED' },
): Promise<CaseId | undefined> {
  const id = await caseOf(tx, request)
  const one = id && (await lockStored(tx, request.accountId, id))
  if (!one || one.status === 'RESOLVED' || one.status === 'CLOSED') return undefined
  await end(tx, one, why)
  return one.id
}

async function end(
  tx: Tx,
  one: StoredCase,
  { by, because }: { readonly by: PersonId | null; readonly because: Because },
): Promise<void> {
  await changeCase(tx, one, { status: 'RESOLVED' })
  await startClosing(tx, one)
  const facts = { caseId: one.id, because }
  await record(tx, { type: 'case.resolved', ...aboutCase(one, by), facts })
}
