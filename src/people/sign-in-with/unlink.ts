import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { ProviderId } from '../domain/provider.ts'
import { lockPerson } from '../people.store.ts'
import { releaseNames, unlinkPerson } from '../providers/providers.store.ts'

/** Ends somebody's own link with a provider; the names that it kept are theirs again. */
export async function unlink(
  tx: Tx,
  by: { readonly personId: PersonId; readonly typedPassword: boolean },
  provider: ProviderId,
): Promise<Outcome<null, 'recent-sign-in-needed' | 'not-found'>> {
  await lockPerson(tx, by.personId)
  if (!by.typedPassword) return refuse('recent-sign-in-needed')
  await releaseNames(tx, provider, by.personId)
  if (!(await unlinkPerson(tx, by.personId, provider))) return refuse('not-found')
  const event = { type: 'person.provider-unlinked', account: installation, actor: by.personId }
  await record(tx, { ...event, facts: { providerId: provider } }, { quiet: true })
  return done(null)
}
