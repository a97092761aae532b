import { holdPerson } from '../../people/index.ts'
import { sql } from 'kysely'
import { installation, type PersonId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import type { ApplicationId } from '../domain/application.ts'
import type { Applicant } from '../domain/applying.ts'

type Counts = Pick<Applicant, 'open' | 'today' | 'same'>

const counts = prepare<{ installation: string; person: string; identifier: string }, Counts>(
  (p) => sql<Counts>`
    select count(*) filter (where a.settled_at is null)::int as open,
      count(*) filter (where a.submitted_at > app_now() - interval '24 hours')::int as today,
      (array_agg(jsonb_build_object('id', a.id, 'reference', a.reference))
        filter (where a.settled_at is null and a.identifier = ${p.identifier}))[1] as same
    from account_applications a
    where a.account_id = ${p.installation}::uuid and a.requester_id = ${p.person}::uuid
      and (a.settled_at is null or a.submitted_at > app_now() - interval '24 hours')`,
)

/** What somebody has asked for already, held so that nobody counts twice at once. */
export async function applicantOf(tx: Tx, person: PersonId, identifier: string): Promise<Counts> {
  await holdPerson(tx, person)
  const [row] = await counts(tx, { installation, person, identifier })
  return row ?? { open: 0, today: 0, same: null }
}

type Key = { person: string; key: string }
type Kept = { fingerprint: Buffer; id: ApplicationId }

const find = prepare<Key, Kept>(
  (p) => sql<Kept>`
    select fingerprint, object_id as id from idempotency_keys
    where person_id = ${p.person}::uuid and key = ${p.key}`,
)

/** What the same form made before. */
export async function madeBefore(tx: Tx, person: PersonId, key: string): Promise<Kept | undefined> {
  return (await find(tx, { person, key }))[0]
}

const keep = prepare<Key & { installation: string; id: string; fingerprint: Buffer }, never>(
  (p) => sql<never>`
    insert into idempotency_keys (person_id, key, fingerprint, account_id, object_id, answer)
    values (${p.person}::uuid, ${p.key}, ${p.fingerprint}::bytea, ${p.installation}::uuid, ${p.id}::uuid, '{}')
    on conflict do nothing`,
)

/** Keeps what a form made, so that sending it twice makes one. */
export async function keepMade(
  tx: Tx,
  made: { person: PersonId; key: string; id: ApplicationId; fingerprint: Buffer },
): Promise<void> {
  await keep(tx, { ...made, installation })
}
