import { createHash } from 'node:crypto'
import { profileOf } from '../../access-requests/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  findApplication,
  insertApplication,
  setApplicationClocks,
  tellStep,
  type Wanted,
} from '../applications.store.ts'
import { type ApplicationId, checksFor } from '../domain/application.ts'
import { type ApplyRefusal, mayApply } from '../domain/applying.ts'
import { recordApplication } from '../record.ts'
import { applicantOf, keepMade, madeBefore } from './applicant.store.ts'
import { compare } from './compare.ts'
import { dropDraft } from './drafts.store.ts'
import type { Similar } from './looks.store.ts'

/** What somebody sends, and the key that names the form they sent it with. */
export type Applying = { readonly wanted: Wanted; readonly key: string }

/** Why nothing was sent: also because there is something like it, which the person may see. */
export type ApplyingRefusal =
  | ApplyRefusal
  | { readonly code: 'sent-before' }
  | { readonly code: 'exists'; readonly accounts: readonly Similar[] }
  | { readonly code: 'identifier-taken'; readonly accounts: readonly Similar[] }

/** An application that was sent; `repeated`: by the same form, before. */
export type Applied = { readonly id: ApplicationId; readonly repeated: boolean }

/**
 * Applies for a new account. What looks like an account that the person may see is theirs to tell apart; what looks like
 * a hidden one goes to an operator without a word. The same form sent twice makes one application.
 */
export async function apply(
  tx: Tx,
  viewer: Viewer,
  { wanted, key }: Applying,
  installationNeedsProof: boolean,
): Promise<Outcome<Applied, ApplyingRefusal>> {
  const { personId } = viewer
  const counts = await applicantOf(tx, personId, wanted.identifier)
  const fingerprint = createHash('sha256').update(JSON.stringify(wanted)).digest()
  const before = await madeBefore(tx, personId, key)
  if (before)
    return before.fingerprint.equals(fingerprint)
      ? done({ id: before.id, repeated: true })
      : refuse({ code: 'sent-before' })
  const { verified, profileComplete } = viewer
  const allowed = mayApply({ verified, profileComplete, ...counts })
  if (!allowed.ok) return allowed
  const { visible, found } = await compare(tx, viewer, wanted)
  const told = toldApart(visible, wanted)
  if (!told.ok) return told
  const checks = checksFor(wanted.type, { ...found, proofIsRequired: installationNeedsProof })
  const status = checks.length === 0 ? 'AWAITING_NOMINEE' : 'CHECKING'
  const profile = profileOf(viewer)
  const id = await insertApplication(tx, {
    ...wanted,
    requesterId: personId,
    profile,
    checks,
    status,
    now: viewer.now,
  })
  const made = id && (await findApplication(tx, id))
  if (!made) throw new Error('An application clashed with one that its author’s lock should have shown')
  await setApplicationClocks(tx, made)
  await tellStep(tx, made.id, { kind: 'SENT', by: personId })
  await keepMade(tx, { person: personId, key, id: made.id, fingerprint })
  await dropDraft(tx, personId)
  await recordApplication(tx, made, {
    type: 'submitted',
    by: personId,
    facts: { status, checks: [...checks] },
  })
  return done({ id: made.id, repeated: false })
}

/** Whether what is asked for was told apart from what there is and may be seen. */
export function toldApart(
  visible: readonly Similar[],
  { insists }: Pick<Wanted, 'insists'>,
): Outcome<null, ApplyingRefusal> {
  if (visible.some(({ isSame }) => isSame)) return refuse({ code: 'identifier-taken', accounts: visible })
  if (visible.length > 0 && insists === '') return refuse({ code: 'exists', accounts: visible })
  return done(null)
}
