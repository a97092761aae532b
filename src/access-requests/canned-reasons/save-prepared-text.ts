import { record } from '../../event-log/index.ts'
import { type AccountId, newId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { administersNow } from '../administered-account.ts'
import {
  type PreparedText,
  type PreparedTextProblems,
  preparedTextsAllowed,
  readPreparedText,
} from '../domain/prepared-text.ts'
import {
  countPreparedTexts,
  deletePreparedText,
  holdPreparedTexts,
  type PreparedTextId,
  preparedText,
  writePreparedText,
} from './prepared-texts.store.ts'

/** Why a prepared text was not saved. */
export type SaveRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'unfit'; readonly problems: PreparedTextProblems }
  | { readonly code: 'too-many'; readonly max: number }

/** Which text of which account is meant; none: a new one. */
export type Place = { readonly accountId: AccountId; readonly id: string | null }

/** Saves a text that the deciders of an account start from, new or in the place of what it was. */
export async function savePreparedText(
  tx: Tx,
  viewer: Viewer,
  { accountId, id }: Place,
  typed: PreparedText,
): Promise<Outcome<PreparedTextId, SaveRefusal>> {
  await holdPreparedTexts(tx, accountId)
  if (!(await administersNow(tx, viewer, accountId))) return refuse({ code: 'not-found' })
  const read = readPreparedText(typed)
  if (!read.ok) return refuse({ code: 'unfit', problems: read.refusal })
  const kept = await countPreparedTexts(tx, accountId)
  if (id !== null && !(await preparedText(tx, accountId, id))) return refuse({ code: 'not-found' })
  if (id === null && kept >= preparedTextsAllowed) {
    return refuse({ code: 'too-many', max: preparedTextsAllowed })
  }
  const textId = (id ?? newId<'prepared-text'>()) as PreparedTextId
  await writePreparedText(tx, accountId, { ...read.value, id: textId })
  await record(
    tx,
    {
      type: 'account.prepared-text-saved',
      account: accountId,
      actor: viewer.personId,
      facts: { textId, purpose: read.value.purpose, isNew: id === null },
    },
    { quiet: true },
  )
  return done(textId)
}

/** Removes a text; what was sent with it stays as it is. */
export async function removePreparedText(
  tx: Tx,
  viewer: Viewer,
  { accountId, id }: Place,
): Promise<Outcome<true, SaveRefusal>> {
  if (id === null || !(await administersNow(tx, viewer, accountId))) return refuse({ code: 'not-found' })
  const text = await preparedText(tx, accountId, id)
  if (!text || !(await deletePreparedText(tx, accountId, id))) return refuse({ code: 'not-found' })
  await record(
    tx,
    {
      type: 'account.prepared-text-removed',
      account: accountId,
      actor: viewer.personId,
      facts: { textId: text.id, purpose: text.purpose },
    },
    { quiet: true },
  )
  return done(true)
}
