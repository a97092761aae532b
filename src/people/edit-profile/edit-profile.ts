import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { KnownPerson, Profile, ProfileField } from '../domain/viewer.ts'
import { writeProfile } from '../people.store.ts'

type By = Pick<KnownPerson, 'ownedFields'> & Profile & { readonly personId: PersonId }

/** Changes one's own details. Fields that another system keeps stay as they are; the event names fields, never values. */
export async function editProfile(tx: Tx, by: By, fields: Partial<Profile>): Promise<Outcome<null, never>> {
  const changed = (Object.keys(fields) as ProfileField[]).filter(
    (name) => by.ownedFields[name] === undefined && fields[name] !== by[name],
  )
  if (changed.length === 0) return done(null)
  const own = Object.fromEntries(changed.map((name) => [name, fields[name] ?? '']))
  await writeProfile(tx, by.personId, own)
  const event = { type: 'person.details-changed', account: installation, actor: by.personId }
  await record(tx, { ...event, facts: { fields: changed } }, { quiet: true })
  return done(null)
}
