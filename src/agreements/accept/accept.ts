import { may, rightsOf } from '../../accounts/domain/rights.ts'
import { holdGrantsOf } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { agreementsOf, insertAcceptance } from '../agreements.store.ts'
import { isWhole, outstanding, type WhichVersion } from '../domain/agreement.ts'

/** Why nothing was accepted. */
export type AcceptRefusal =
  | { readonly code: 'not-found' }
  /** A newer version was published since the text was shown. */
  | { readonly code: 'text-changed' }

/** What is accepted, for which account, by whom: the versions that were shown. */
export type Accepting = {
  readonly account: AccountId
  readonly by: PersonId
  readonly versions: readonly WhichVersion[]
}

/**
 * Accepts for an account every agreement that it has not accepted, exactly the versions that were shown. Whether somebody may do it is for the
 * caller; what somebody accepted before stays as it was. Gives how many were new.
 */
export async function acceptAgreements(
  tx: Tx,
  { account, by, versions }: Accepting,
): Promise<Outcome<number, AcceptRefusal>> {
  const { newest, accepted: before } = await agreementsOf(tx, account)
  if (!isWhole(versions, newest, before)) return refuse({ code: 'text-changed' })
  const accepted: WhichVersion[] = []
  for (const { agreementId, version } of outstanding(newest, before)) {
    if (await insertAcceptance(tx, { agreementId, version, account, by }))
      accepted.push({ agreementId, version })
  }
  for (const { agreementId, version } of accepted) {
    const facts = { agreementId, version }
    await record(tx, { type: 'agreement.accepted', account, actor: by, facts }, { quiet: true })
  }
  return done(accepted.length)
}

/** Accepts for an account as somebody who may: the agreement approver and account administrators. */
export async function acceptFor(
  tx: Tx,
  viewer: Pick<Viewer, 'personId' | 'now'>,
  { account, versions }: Omit<Accepting, 'by'>,
): Promise<Outcome<number, AcceptRefusal>> {
  const { personId } = viewer
  const held = await holdGrantsOf(tx, { accountId: account, personId })
  const rights = rightsOf(held, { accountId: account, virtualAccounts: [] }, viewer.now)
  if (!may(rights, 'accept-agreements', { kind: 'ACCOUNT' })) return refuse({ code: 'not-found' })
  return acceptAgreements(tx, { account, by: personId, versions })
}
