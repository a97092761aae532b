import type { Database } from '../../platform/db/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type Purpose, versionIn } from '../domain/prepared-text.ts'
import type { StoredRequest } from '../requests.row.ts'
import { offeredTexts } from './prepared-texts.store.ts'

/** A prepared text to start from: its title for who chooses it, its words for who will read them. */
export type Offer = { readonly id: string; readonly title: string; readonly text: string }

/** What somebody who declines or asks about this request can start from. */
export async function offersFor(
  db: Database,
  reader: Reader,
  request: Pick<StoredRequest, 'accountId' | 'requesterId'>,
  purpose: Purpose,
): Promise<Offer[]> {
  const texts = await offeredTexts(db, { account: request.accountId, purpose, reader: request.requesterId })
  return texts.map((text) => ({
    id: text.id,
    title: versionIn(text, reader.locale).title,
    text: versionIn(text, text.locale).text,
  }))
}
