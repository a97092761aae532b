import { closeRequests, endOnBehalf, type StoredOnBehalf } from '../../access-requests/index.ts'
import { recorded } from '../../accounts/domain/roles.ts'
import { record, recordAll } from '../../event-log/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { ChangeId } from '../domain/change.ts'
import {
  endAllGrants,
  endArrangements,
  type EndedGrant,
  lapseClaims,
  writeClosed,
} from './close-account.store.ts'

/** An end of an account: by which change, brought about by whom. */
export type Ending = { readonly accountId: AccountId; readonly changeId: ChangeId; readonly by: PersonId }

/**
 * Closes an account for good: its open requests are closed with an explanation, its grants, claims and delegations end;
 * its identifier stays taken and its event log stays whole. Hold its requests, its grants and itself first.
 */
export async function closeAccount(
  tx: Tx,
  ending: Ending & { readonly waiting: readonly StoredOnBehalf[] },
): Promise<void> {
  const { accountId, changeId, by } = ending
  const requests = await closeRequests(tx, { account: accountId }, { because: 'ACCOUNT_CLOSED', by })
  const grants = await endAllGrants(tx, accountId, by)
  await endArrangements(tx, accountId)
  const claims = await lapseClaims(tx, accountId)
  await writeClosed(tx, accountId, null)
  await recordEnds(tx, ending, { grants, claims, because: 'ACCOUNT_CLOSED' })
  await record(tx, {
    type: 'account.closed',
    account: accountId,
    actor: by,
    facts: { changeId, requests, grants: grants.length },
  })
  await endOnBehalf(tx, ending.waiting, { because: 'ACCOUNT_CLOSED', by })
}

/** Records what ended with an account, grant by grant and claim by claim. */
export async function recordEnds(
  tx: Tx,
  { accountId, by }: Ending,
  ended: {
    readonly grants: readonly EndedGrant[]
    readonly claims: Awaited<ReturnType<typeof lapseClaims>>
    readonly because: 'ACCOUNT_CLOSED' | 'ACCOUNT_MERGED'
  },
): Promise<void> {
  await recordAll(
    tx,
    accountId,
    ended.grants.map(({ id, personId, role, virtualAccountId, requestId }) => ({
      type: 'grant.revoked',
      account: accountId,
      actor: by,
      subject: personId,
      facts: {
        grantId: id,
        personId,
        role: recorded(role),
        virtualAccountId,
        requestId,
        byTheHolder: false,
        because: ended.because,
      },
    })),
  )
  for (const { id, claimantId } of ended.claims) {
    const facts = { claimId: id }
    await record(tx, { type: 'claim.lapsed', account: accountId, actor: null, subject: claimantId, facts })
  }
}
