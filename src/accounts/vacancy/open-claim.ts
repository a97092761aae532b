import { record } from '../../event-log/index.ts'
import type { ClaimId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import { setClocks } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { findAccount } from '../accounts.store.ts'
import { type ClaimRefusal, mayOpenClaim } from '../domain/claim.ts'
import { type Identifier, readIdentifier } from '../domain/identifier.ts'
import { grantsOf } from '../grants.store.ts'
import { lapseClock } from './clocks.ts'
import { heldClaims, insertClaim } from './claims.store.ts'
import { isVacant } from './vacant.ts'

type By = Pick<Viewer, 'personId' | 'address' | 'verified' | 'now'>

/** Opens a claim for the account of this identifier. Whatever cannot be claimed is refused by one and the same code. */
export async function openClaim(
  tx: Tx,
  by: By,
  asked: { readonly identifier: string; readonly reason: string },
): Promise<Outcome<ClaimId, ClaimRefusal>> {
  const { personId } = by
  const read = readIdentifier(asked.identifier)
  const account = read.ok ? await findAccount(tx, read.value) : undefined
  const grants = account ? await grantsOf(tx, { accountId: account.id, personId }) : []
  const own = await heldClaims(tx, personId)
  const allowed = mayOpenClaim({
    account: account ?? null,
    asker: { verifiedDomains: domainsOf(by), isMember: grants.length > 0, isInvited: false },
    addressIsVerified: by.verified,
    isVacant: account ? await isVacant(tx, account.id) : false,
    isAdministrator: grants.some(({ role }) => role === 'SA'),
    hasOpenClaim: own.some(({ accountId }) => accountId === account?.id),
    openClaims: own.length,
  })
  if (!allowed.ok) return allowed
  const { id: accountId } = allowed.value
  const id = await insertClaim(tx, { accountId, claimantId: personId, reason: asked.reason })
  if (id === undefined) return refuse({ code: 'claimed-already' })
  await setClocks(tx, { account: accountId, subject: id }, [lapseClock(by.now)])
  await record(tx, { type: 'claim.opened', account: accountId, actor: personId, facts: { claimId: id } })
  return done(id)
}

function domainsOf({ address, verified }: By): Identifier[] {
  const domain = readIdentifier(address.slice(address.lastIndexOf('@') + 1))
  return verified && domain.ok ? [domain.value] : []
}
