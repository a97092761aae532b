import { createHash } from 'node:crypto'
import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  allVersions,
  type InLanguages,
  insertAgreement,
  insertVersion,
  lockAgreement,
  retire,
} from '../agreements.store.ts'
import type { AgreementId, WhichVersion } from '../domain/agreement.ts'

/** A text that is to hold from a day on; `after` is the version it was written after, 0 for the first. */
export type Publishing = {
  /** Null: a new agreement. */
  readonly agreementId: AgreementId | null
  readonly after: number
  readonly title: InLanguages
  readonly text: InLanguages
  readonly requiredFrom: Date
}

/** Why nothing was published. */
export type PublishRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'retired' }

/** Publishes an agreement, or the next version of one: accounts can accept it at once, and must from its day on. */
export async function publish(
  tx: Tx,
  by: PersonId,
  asked: Publishing,
): Promise<Outcome<WhichVersion, PublishRefusal>> {
  const agreementId = asked.agreementId ?? (await insertAgreement(tx))
  const locked = await lockAgreement(tx, agreementId)
  if (!locked) return refuse({ code: 'not-found' })
  if (locked.retiredAt) return refuse({ code: 'retired' })
  const versions = (await allVersions(tx)).filter((one) => one.agreementId === agreementId)
  const last = versions[0]?.version ?? 0
  if (last !== asked.after) return refuse({ code: 'changed-meanwhile' })
  const { title, text, requiredFrom } = asked
  const made = { agreementId, version: last + 1, title, text, requiredFrom, by }
  if (!(await insertVersion(tx, made))) return refuse({ code: 'changed-meanwhile' })
  const digest = createHash('sha256')
    .update(JSON.stringify([title, text]))
    .digest('hex')
  await record(tx, {
    type: 'agreement.published',
    account: installation,
    actor: by,
    facts: { agreementId, version: made.version, digest, requiredFrom: requiredFrom.toISOString() },
  })
  return done({ agreementId, version: made.version })
}

/** Retires an agreement: what was accepted stays on record, and nobody has to accept it any more. */
export async function retireAgreement(
  tx: Tx,
  by: PersonId,
  agreementId: AgreementId,
): Promise<Outcome<null, PublishRefusal>> {
  if (!(await lockAgreement(tx, agreementId))) return refuse({ code: 'not-found' })
  if (!(await retire(tx, agreementId))) return refuse({ code: 'retired' })
  const event = { type: 'agreement.retired', account: installation, actor: by, facts: { agreementId } }
  await record(tx, event, { quiet: true })
  return done(null)
}
