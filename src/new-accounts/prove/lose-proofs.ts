import { record } from '../../event-log/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { ProviderId } from '../../people/domain/provider.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  changeApplication,
  lockApplication,
  type StoredApplication,
  tellStep,
} from '../applications.store.ts'
import { isApplicationOpen, withoutProof } from '../domain/application.ts'
import { recordApplication } from '../record.ts'
import { applicationsProvenBy, dropVerifiedDomain } from './prove.store.ts'

/**
 * Takes back what an identity provider has proven about domains that it speaks for no more: accounts lose the domain, and
 * what is still asked for is looked at again where it must be. Gives how many.
 */
export async function loseProofs(
  tx: Tx,
  by: PersonId | null,
  lost: { readonly provider: ProviderId; readonly domains: readonly string[] },
): Promise<number> {
  const proven = await applicationsProvenBy(tx, lost.provider, lost.domains)
  for (const id of proven) {
    const application = await lockApplication(tx, id)
    if (application?.proof === 'PROVIDER') await loseOne(tx, by, application)
  }
  return proven.length
}

async function loseOne(tx: Tx, by: PersonId | null, application: StoredApplication): Promise<void> {
  const { id, identifier, newAccountId } = application
  const status = withoutProof(application)
  const changed = await changeApplication(tx, application, { proof: null, status })
  await tellStep(tx, id, { kind: 'PROOF_LOST', by })
  if (newAccountId !== null) {
    const account = await dropVerifiedDomain(tx, newAccountId, identifier)
    const event = { type: 'account.domain-lost', actor: by, facts: { applicationId: id } }
    if (account) await record(tx, { ...event, account }, { quiet: true })
  }
  const facts = { looksAgain: status === application.status ? 0 : 1 }
  const quiet = !isApplicationOpen(application.status) && newAccountId === null
  await recordApplication(tx, changed, { type: 'proof-lost', by, facts, quiet })
}
