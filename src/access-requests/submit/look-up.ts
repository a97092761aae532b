import { findable } from '../../accounts/domain/account.ts'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { record } from '../../event-log/index.ts'
import { installation } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import { type Database, transact } from '../../platform/db/index.ts'
import { verifiedDomainsOf } from '../profile.ts'
import { noteHit, noteLookUp, lookUp as readAccount } from './look-up.query.ts'

/** Why there is nothing to go on with: no account for this person, or too much looked up. */
export type LookUpRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'too-many'; readonly seconds: number }

/** After so many misses in a row somebody may be trying names, and the operators are told. */
const missesToTell = 10

/**
 * Looks for the account a person typed, counts the look-up and keeps the draft. Unknown, hidden, closed and mistyped
 * identifiers take the same steps and give the same answer.
 */
export async function lookUp(
  db: Database,
  viewer: Viewer,
  typed: string,
): Promise<Outcome<true, LookUpRefusal>> {
  const read = readIdentifier(typed)
  // No identifier begins with a question mark, so that this finds nothing, and counts all the same.
  const identifier = read.ok
    ? read.value
    : `?${typed.trim().slice(0, 200).replaceAll('\0', '').toWellFormed()}`
  const { wait, account, isMember } = await readAccount(db, viewer.personId, identifier)
  if (wait > 0) return refuse({ code: 'too-many', seconds: wait })
  const asker = { verifiedDomains: verifiedDomainsOf(viewer), isMember, isInvited: false }
  const hit = viewer.verified && account !== null && findable(account, asker)
  const missesBefore = await noteLookUp(db, viewer.personId, {
    identifier,
    hit,
    typed: read.ok ? read.value : typed,
  })
  if (hit) return done(true)
  if ((missesBefore + 1) % missesToTell === 0) await recordMisses(db, viewer, missesBefore + 1)
  return refuse({ code: 'not-found' })
}

/** Whether the viewer may find the account that somebody else named for them; counted like any look-up. */
export async function findNamed(db: Database, viewer: Viewer, identifier: string): Promise<boolean> {
  const { wait, account, isMember } = await readAccount(db, viewer.personId, identifier)
  const asker = { verifiedDomains: verifiedDomainsOf(viewer), isMember, isInvited: false }
  if (wait > 0 || account === null || !findable(account, asker)) return false
  await noteHit(db, viewer.personId, identifier)
  return true
}

async function recordMisses(db: Database, viewer: Viewer, misses: number): Promise<void> {
  const event = { type: 'access-request.looked-up-in-vain', account: installation, actor: viewer.personId }
  await transact(db, async (tx) => done(await record(tx, { ...event, facts: { misses } })))
}
