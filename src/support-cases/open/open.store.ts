import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountId, CaseId, PersonId, RequestId } from '../../kernel/id.ts'
import { administersAsked } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { answersCases, type CaseSight } from '../case.store.ts'

/** A request that a case is opened about. */
export type RequestInCase = {
  readonly accountId: AccountId
  readonly id: RequestId
  readonly reference: string
  readonly accountName: string
}

const find = prepare<{ id: string; person: string; office: boolean }, RequestInCase>(
  (p) => sql<RequestInCase>`
    select r.account_id as "accountId", r.id, r.reference, r.account_name as "accountName"
    from access_requests r
    where r.id = ${p.id}::uuid and (r.requester_id = ${p.person}::uuid or r.beneficiary_id = ${p.person}::uuid
      or ${p.office}::boolean or ${administersAsked(p.person)})`,
)

/** The request with this id, when whoever opens the case may see it. */
export async function requestFor(
  db: Database | Tx,
  viewer: CaseSight,
  id: RequestId,
): Promise<RequestInCase | undefined> {
  return (await find(db, { id, person: viewer.personId, office: answersCases(viewer) }))[0]
}

type Kept = { person: string; key: string; fingerprint: Buffer }

const keep = prepare<Kept, { key: string }>(
  (p) => sql<{ key: string }>`
    insert into idempotency_keys (person_id, key, fingerprint, answer)
    values (${p.person}::uuid, ${p.key}, ${p.fingerprint}::bytea, '{}')
    on conflict do nothing returning key`,
)
const before = prepare<{ person: string; key: string }, { caseId: CaseId | null }>(
  (p) => sql<{ caseId: CaseId | null }>`
    select answer ->> 'caseId' as "caseId" from idempotency_keys
    where person_id = ${p.person}::uuid and key = ${p.key}`,
)
const name = prepare<{ person: string; key: string; caseId: string }, never>(
  (p) => sql<never>`
    update idempotency_keys set answer = json_build_object('caseId', ${p.caseId}::text)
    where person_id = ${p.person}::uuid and key = ${p.key}`,
)

/** Takes the key of a form; gives the case that the same form opened before, null when it is the first time. */
export async function takeKey(tx: Tx, person: PersonId, key: string, text: string): Promise<CaseId | null> {
  const fingerprint = createHash('sha256').update(text).digest()
  const rows = await keep(tx, { person, key, fingerprint })
  if (rows.length === 1) return null
  const [row] = await before(tx, { person, key })
  return row?.caseId ?? null
}

/** Remembers which case the form opened. */
export async function nameKey(tx: Tx, person: PersonId, key: string, caseId: CaseId): Promise<void> {
  await name(tx, { person, key, caseId })
}
