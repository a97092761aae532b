import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { record } from '../event-log/index.ts'
import { type AccountId, newId, type PersonId, type RequestId } from '../kernel/id.ts'
import { prepare, type Tx } from '../platform/db/index.ts'

/** Why the support desk is needed. */
export type CaseCause = 'NOBODY_REACHABLE'

/** The request a case is about, and who brought it about. */
export type Opening = {
  readonly accountId: AccountId
  readonly requestId: RequestId
  readonly cause: CaseCause
  readonly by: PersonId | null
}

type NewCase = { account: string; id: string; reference: string; request: string; cause: string }

const insert = prepare<NewCase, { id: string }>(
  (p) => sql<{ id: string }>`
    insert into cases (account_id, id, reference, request_id, cause)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.reference}, ${p.request}::uuid, ${p.cause})
    on conflict do nothing
    returning id`,
)

// Crockford's base 32, as on requests: nothing in it is read as something else.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function newReference(): string {
  const letters = [...randomBytes(8)].map((byte) => alphabet.charAt(byte & 31)).join('')
  return `SC-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/**
 * Opens a case about a request and records it; support agents are told. Nothing happens when one is open already.
 * Records an event, so call it at the end of a transaction.
 */
export async function openCase(tx: Tx, opening: Opening): Promise<void> {
  const { accountId, requestId, cause, by } = opening
  const id = newId<'case'>()
  const opened = await insert(tx, {
    account: accountId,
    id,
    reference: newReference(),
    request: requestId,
    cause,
  })
  if (opened.length === 0) return
  const facts = { caseId: id, cause }
  await record(tx, { type: 'case.opened', account: accountId, actor: by, request: requestId, facts })
}

const insertVacancy = prepare<Omit<NewCase, 'request'>, { id: string }>(
  (p) => sql<{ id: string }>`
    insert into cases (account_id, id, reference, cause)
    select ${p.account}::uuid, ${p.id}::uuid, ${p.reference}, ${p.cause}
    where not exists (
      select from cases c where c.account_id = ${p.account}::uuid and c.status not in ('RESOLVED', 'CLOSED'))
    returning id`,
)

/** Opens a case about an account that nobody administers any more, unless one is open; recorded, so call it last. */
export async function openVacancy(
  tx: Tx,
  { accountId, by }: Pick<Opening, 'accountId' | 'by'>,
): Promise<void> {
  const id = newId<'case'>()
  const cause = 'NOBODY_REACHABLE'
  const opened = await insertVacancy(tx, { account: accountId, id, reference: newReference(), cause })
  if (opened.length === 0) return
  await record(tx, { type: 'case.opened', account: accountId, actor: by, facts: { caseId: id, cause } })
}
