import { extendedEnd } from '../../accounts/domain/ending.ts'
import { readEnd, type TypedEnd } from '../../accounts/domain/end-moment.ts'
import { recorded } from '../../accounts/domain/roles.ts'
import { type HeldIn, heldIn, type StoredGrant } from '../../accounts/index.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { sayGrant } from '../decide/sayings.ts'
import { words } from '../messages/index.ts'
import type { AskedScope } from '../domain/request.ts'
import { keepDraft } from '../submit/drafts.store.ts'
import { type LookUpRefusal, lookUp } from '../submit/look-up.ts'
import { type Sent, submit, type SubmitRefusal } from '../submit/submit.ts'
import { typedFrom } from '../submit/typed.form.ts'

/** One role that the viewer holds, and its account. */
export type OwnGrant = HeldIn & { readonly grant: StoredGrant }

/** The role of the viewer's own that a path names; undefined when they hold none such now. */
export async function ownGrant(
  db: Database,
  viewer: Viewer,
  named: { readonly identifier: string; readonly id: string },
): Promise<OwnGrant | undefined> {
  const found = await heldIn(db, viewer, named.identifier)
  const grant = found?.held.find(({ id }) => id === named.id)
  return found && grant && { ...found, grant }
}

/** What is proposed when a role is to go on: until when, and with which words; undefined for one without end. */
export function proposalFor(
  { reader }: Pick<Viewer, 'reader'>,
  { account, grant, tree }: OwnGrant,
): { readonly end: TypedEnd; readonly reason: string } | undefined {
  const { endsAt, createdAt } = grant
  if (endsAt === null) return undefined
  const end = extendedEnd({ since: createdAt, endsAt }, account.timeZone)
  return { end, reason: words.for(reader)('extend.reason', { held: sayGrant(reader, grant, tree) }) }
}

/** What is asked when a role is to go on; what is left empty is as proposed. */
export type Extending = TypedEnd & { readonly reason: string; readonly key: string }

/** Why nothing was asked; `without-end`: the role does not end. */
export type ExtendRefusal = SubmitRefusal | LookUpRefusal | { readonly code: 'without-end' }

/**
 * Asks for a role of the viewer's to go on: a request like any other, for the same role in the same place until a later
 * end. The account is looked up first, as if its identifier had been typed.
 */
export async function extend(
  db: Database,
  viewer: Viewer,
  own: OwnGrant,
  asked: Extending,
): Promise<Outcome<Sent, ExtendRefusal>> {
  const proposed = proposalFor(viewer, own)
  if (!proposed) return refuse({ code: 'without-end' })
  const found = await lookUp(db, viewer, own.account.identifier)
  if (!found.ok) return found
  const ends = readEnd(asked.day.trim() === '' ? proposed.end : asked) ?? null
  const reason = asked.reason.trim() === '' ? proposed.reason : asked.reason
  const wish = { scope: scopeOf(own.grant), role: recorded(own.grant.role), ends, reason }
  return submit(db, viewer, { identifier: own.account.identifier, key: asked.key, wish })
}

/** Fills the form for a new request with a role that the viewer holds, for asking for another one instead. */
export async function fillFormFrom(
  db: Database,
  viewer: Viewer,
  { account, grant }: OwnGrant,
): Promise<Outcome<true, LookUpRefusal>> {
  const found = await lookUp(db, viewer, account.identifier)
  if (!found.ok) return found
  const ask = { scope: scopeOf(grant), role: grant.role, endsAt: grant.endsAt }
  const typed = typedFrom({ ask, reason: '' }, account.timeZone)
  await keepDraft(db, viewer.personId, { ...typed, identifier: account.identifier, repeats: '' })
  return found
}

function scopeOf({ virtualAccountId }: StoredGrant): AskedScope {
  return virtualAccountId === null
    ? { kind: 'ACCOUNT' }
    : { kind: 'VIRTUAL', virtualAccountIds: [virtualAccountId] }
}
