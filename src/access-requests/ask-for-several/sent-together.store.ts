import { sql } from 'kysely'
import type { PersonId, RequestId } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

/** What became of one account, as it is kept: the request, or the sentence that was said instead. */
export type KeptOutcome = {
  readonly identifier: string
  readonly requestId: RequestId | null
  readonly said: string
}
/** The same with the request as it can be shown. */
export type ShownOutcome = KeptOutcome & {
  readonly reference: string | null
  readonly accountName: string | null
}

const keep = prepare<{ person: string; id: string; outcomes: string }, never>(
  (p) => sql<never>`
    with old as (
      delete from sent_together where person_id = ${p.person}::uuid and sent_at < app_now() - interval '30 days'
    )
    insert into sent_together (person_id, id, outcomes)
    values (${p.person}::uuid, ${p.id}::uuid, ${p.outcomes}::jsonb) on conflict do nothing`,
)

/** Keeps what became of each, so that the page that says it can be loaded again. */
export async function keepOutcomes(
  db: Database,
  person: PersonId,
  { id, outcomes }: { readonly id: string; readonly outcomes: readonly KeptOutcome[] },
): Promise<void> {
  await keep(db, { person, id, outcomes: JSON.stringify(outcomes) })
}

const find = prepare<{ person: string; id: string }, ShownOutcome>(
  (p) => sql<ShownOutcome>`
    select o.one ->> 'identifier' as identifier, (o.one ->> 'requestId')::uuid as "requestId", o.one ->> 'said' as said,
      r.reference, r.account_name as "accountName"
    from sent_together s
    cross join lateral jsonb_array_elements(s.outcomes) with ordinality as o (one, n)
    left join access_requests r on r.id = (o.one ->> 'requestId')::uuid and r.requester_id = s.person_id
    where s.person_id = ${p.person}::uuid and s.id = ${p.id}::uuid
    order by o.n`,
)

/** What became of each account of a form that somebody sent; nothing when there is none of theirs. */
export function findOutcomes(db: Database, person: PersonId, id: string): Promise<ShownOutcome[]> {
  return find(db, { person, id })
}
