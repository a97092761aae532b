import { type Told, toldColumns } from '../people/index.ts'
import { sql } from 'kysely'
import type { AccountId, PersonId, RequestId } from '../kernel/id.ts'
import { prepare, type Tx } from '../platform/db/index.ts'
import type { Ask } from './domain/request.ts'
import { type AskRow, askOf } from './requests.row.ts'

type Which = { readonly accountId: AccountId; readonly id: RequestId }

const operators = prepare<Record<string, never>, Told>(
  () => sql<Told>`
    select ${toldColumns} from people p
    where p.is_operator and p.status = 'ACTIVE' and p.mail_bounced_at is null order by p.id`,
)

/** The operators of the installation who get mail. */
export function operatorsToTell(tx: Tx): Promise<Told[]> {
  return operators(tx, {})
}

const viewers = prepare<{ account: string; request: string; before: number }, { personId: PersonId }>(
  (p) => sql<{ personId: PersonId }>`
    select person_id as "personId" from views
    where account_id = ${p.account}::uuid and request_id = ${p.request}::uuid and version < ${p.before}::int`,
)

/** Those whose last look was at a version before this one. */
export async function viewersBefore(tx: Tx, which: Which, version: number): Promise<ReadonlySet<PersonId>> {
  const rows = await viewers(tx, { account: which.accountId, request: which.id, before: version })
  return new Set(rows.map(({ personId }) => personId))
}

type StoredAsk = Omit<AskRow, 'askEndsAt'> & { askEndsAt: string | null }

const seen = prepare<
  { account: string; request: string; person: string },
  { ask: StoredAsk; reason: string }
>(
  (p) => sql<{ ask: StoredAsk; reason: string }>`
    select m.ask, m.reason from amendments m
    join views v on v.account_id = m.account_id and v.request_id = m.request_id
    where m.account_id = ${p.account}::uuid and m.request_id = ${p.request}::uuid
      and v.person_id = ${p.person}::uuid and m.version >= v.version
    order by m.version limit 1`,
)

/** What somebody read when they last looked; undefined when nothing has changed for them since. */
export async function lastRead(
  tx: Tx,
  which: Which,
  personId: PersonId,
): Promise<{ ask: Ask; reason: string } | undefined> {
  const [row] = await seen(tx, { account: which.accountId, request: which.id, person: personId })
  return row && { ask: askFromJson(row.ask), reason: row.reason }
}

/** The ask as it is kept beside an amendment. */
export function askFromJson(ask: StoredAsk): Ask {
  return askOf({ ...ask, askEndsAt: ask.askEndsAt === null ? null : new Date(ask.askEndsAt) })
}
