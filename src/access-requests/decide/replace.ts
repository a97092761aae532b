import { recorded } from '../../accounts/domain/roles.ts'
import type { Given, Tree } from '../../accounts/domain/rights.ts'
import { grantsOf, lockGrantToEnd, revokeGrant, type StoredGrant } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import { madeSuperfluous } from '../domain/replacing.ts'
import type { StoredRequest } from '../requests.row.ts'

/** Ends what the person holds that the new access contains whole; gives what ended. Record it last, with `recordReplaced`. */
export async function endSuperfluous(
  tx: Tx,
  { accountId, beneficiaryId }: Pick<StoredRequest, 'accountId' | 'beneficiaryId'>,
  what: { readonly given: Given; readonly tree: Tree; readonly by: PersonId; readonly now: Date },
): Promise<StoredGrant[]> {
  const before = madeSuperfluous(await grantsOf(tx, { accountId, personId: beneficiaryId }), what)
  const ended: StoredGrant[] = []
  for (const { id } of before.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const which = { accountId, id }
    const grant = await lockGrantToEnd(tx, which)
    const still = grant ? madeSuperfluous([grant], what) : []
    if (still.length > 0 && (await revokeGrant(tx, { ...which, by: what.by }))) ended.push(...still)
  }
  return ended
}

/** Records each grant that made room for a wider one; its holder is told by the mail about the new one. */
export async function recordReplaced(tx: Tx, ended: readonly StoredGrant[], by: PersonId): Promise<void> {
  for (const { id, accountId, personId, requestId, role, virtualAccountId } of ended) {
    await record(
      tx,
      {
        type: 'grant.revoked',
        account: accountId,
        actor: by,
        subject: personId,
        ...(requestId === null ? {} : { request: requestId }),
        facts: {
          grantId: id,
          role: recorded(role),
          virtualAccountId,
          byTheHolder: false,
          because: 'REPLACED',
        },
      },
      { quiet: true },
    )
  }
}
