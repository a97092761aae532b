import { record } from '../../event-log/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { ProviderId } from '../../people/domain/provider.ts'
import { holdVouching } from '../../people/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  changeApplication,
  findApplication,
  lockApplication,
  type StoredApplication,
  tellStep,
} from '../applications.store.ts'
import {
  type ApplicationId,
  type ApplicationProof,
  type ApplicationRefusal,
  isApplicationOpen,
  openChecks,
} from '../domain/application.ts'
import { useApplicationLink } from '../links/links.store.ts'
import { recordApplication } from '../record.ts'
import { addVerifiedDomain } from './prove.store.ts'

type Refused = ApplicationRefusal | { readonly code: 'not-found' }

/** Whether the domain of an application can still be proven: while it is open, and once its account is there. */
export function isProvable({ status, proof }: Pick<StoredApplication, 'status' | 'proof'>): boolean {
  return proof === null && (isApplicationOpen(status) || status === 'ACTIVE')
}

/** Whether somebody takes part in proving: whoever asked. */
export function provesFor(application: StoredApplication, by: { readonly personId: PersonId }): boolean {
  return application.requesterId === by.personId
}

type Proven = {
  readonly proof: ApplicationProof
  /** Whose word it is, when it is that of an identity provider. */
  readonly provider?: ProviderId
  readonly domain: string
  /** Null: whoever reads a mailbox of the domain. */
  readonly by: PersonId | null
}

/**
 * Takes the domain as proven. When nothing else was to be looked at, the nominee is asked at once; an account that is
 * there already gets the domain.
 */
export async function takeProof(tx: Tx, id: ApplicationId, proven: Proven): Promise<Outcome<null, Refused>> {
  const application = await lockApplication(tx, id)
  if (!application) return refuse({ code: 'not-found' })
  if (application.proof !== null) return refuse({ code: 'proven-already' })
  const { status } = application
  if (!isProvable(application)) return refuse({ code: 'over', status })
  if (proven.domain !== application.identifier) return refuse({ code: 'not-now' })
  const { proof, by } = proven
  const isClear = status === 'CHECKING' && openChecks({ ...application, proof }).length === 0
  const changed = await changeApplication(tx, application, {
    proof,
    ...(proven.provider ? { proofProvider: proven.provider } : {}),
    ...(isClear ? { status: 'AWAITING_NOMINEE' } : {}),
  })
  await tellStep(tx, id, { kind: 'PROVEN', by })
  if (isClear) await tellStep(tx, id, { kind: 'CLEARED', by: null })
  await giveToAccount(tx, application, by)
  await recordApplication(tx, changed, { type: 'proven', by, facts: { proof, asksNow: isClear ? 1 : 0 } })
  return done(null)
}

async function giveToAccount(tx: Tx, application: StoredApplication, by: PersonId | null): Promise<void> {
  const { newAccountId, identifier, id } = application
  if (newAccountId === null || !(await addVerifiedDomain(tx, newAccountId, identifier))) return
  const event = { type: 'account.domain-proven', account: newAccountId, actor: by }
  await record(tx, { ...event, facts: { applicationId: id } }, { quiet: true })
}

/** Uses the link that was mailed to a mailbox of the domain: whoever reads that mailbox says yes. */
export async function confirmDomain(tx: Tx, token: string): Promise<Outcome<null, Refused>> {
  const link = await useApplicationLink(tx, token, 'CONFIRM_DOMAIN')
  if (!link || link.domain === null) return refuse({ code: 'not-found' })
  return takeProof(tx, link.applicationId, { proof: 'ROLE_MAIL', domain: link.domain, by: null })
}

/**
 * Takes the word of the identity provider that somebody has signed in with in this session, when an operator confirmed
 * that it speaks for the domain.
 */
export async function proveByProvider(
  tx: Tx,
  by: { readonly personId: PersonId; readonly sessionId: string },
  id: ApplicationId,
): Promise<Outcome<null, Refused | { readonly code: 'not-by-provider' }>> {
  const seen = await findApplication(tx, id)
  if (!seen || !provesFor(seen, by)) return refuse({ code: 'not-found' })
  const domain = seen.identifier
  const provider = await holdVouching(tx, by.sessionId, domain)
  if (!provider) return refuse({ code: 'not-by-provider' })
  return takeProof(tx, id, { proof: 'PROVIDER', provider, domain, by: by.personId })
}

/** Asks for the mail to a mailbox of the domain. */
export async function askRoleMail(
  tx: Tx,
  by: { readonly personId: PersonId },
  asked: { readonly id: ApplicationId; readonly mailbox: string },
): Promise<Outcome<null, Refused>> {
  const application = await lockApplication(tx, asked.id)
  if (!application || !provesFor(application, by)) return refuse({ code: 'not-found' })
  if (application.proof !== null) return refuse({ code: 'proven-already' })
  const { status } = application
  if (!isProvable(application)) return refuse({ code: 'over', status })
  const facts = { mailbox: asked.mailbox }
  await recordApplication(tx, application, { type: 'role-mail-asked', by: by.personId, facts })
  return done(null)
}
