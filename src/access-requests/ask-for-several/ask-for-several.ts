import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { type LookUpRefusal, lookUp } from '../submit/look-up.ts'
import { type Sent, type SubmitRefusal, submit } from '../submit/submit.ts'
import type { WishForm } from '../submit/wish.ts'

/** What is asked of each account, and the key that names the form. */
export type AskingSeveral = {
  readonly identifiers: readonly string[]
  readonly wish: WishForm
  readonly key: string
}

/** What became of one of them; the identifier as it was typed. */
export type OneOfSeveral = {
  readonly identifier: string
  readonly outcome: Outcome<Sent, SubmitRefusal | LookUpRefusal>
}

/**
 * Sends a request for each account, one after the other, each by itself: one that is refused stops no other. The same
 * form sent twice sends nothing twice.
 */
export async function askForSeveral(
  db: Database,
  viewer: Viewer,
  asking: AskingSeveral,
): Promise<OneOfSeveral[]> {
  const answers: OneOfSeveral[] = []
  for (const identifier of asking.identifiers) {
    answers.push({ identifier, outcome: await askForOne(db, viewer, { ...asking, identifier }) })
  }
  return answers
}

async function askForOne(
  db: Database,
  viewer: Viewer,
  { identifier, wish, key }: AskingSeveral & { readonly identifier: string },
): Promise<OneOfSeveral['outcome']> {
  const found = await lookUp(db, viewer, identifier)
  if (!found.ok) return found
  const read = readIdentifier(identifier)
  if (!read.ok) return refuse({ code: 'not-found' })
  return submit(db, viewer, { identifier: read.value, wish, key: `${key}:${read.value}` })
}
