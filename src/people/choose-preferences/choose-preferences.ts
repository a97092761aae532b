import { done, type Outcome } from '../../kernel/outcome.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Locale } from '../../platform/i18n/reader.ts'
import { writePreferences } from '../people.store.ts'

/** Sets the language, and when it is given the time zone, that somebody reads pages and mails in. */
export async function choosePreferences(
  tx: Tx,
  by: PersonId,
  chosen: { locale: Locale; timeZone?: string },
): Promise<Outcome<null, never>> {
  await writePreferences(tx, by, chosen)
  return done(null)
}
