import { askedOwnRole } from '../../people/index.ts'
import { sql } from 'kysely'
import type { AccountId, PersonId, RequestId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import type { Ask } from '../domain/request.ts'
import { type AskRow, askOf } from '../requests.row.ts'

/** Which open requests: of an account, by or for a person, or both together. */
export type Closable =
  | { readonly account: AccountId; readonly person?: PersonId }
  | { readonly account?: AccountId; readonly person: PersonId }

type Open = { accountId: AccountId; id: RequestId }

const open = prepare<{ account: string | null; person: string | null }, Open>(
  (p) => sql<Open>`
    select r.account_id as "accountId", r.id from access_requests r
    where r.status in ('PENDING', 'INFO_REQUESTED')
      and (${p.account}::uuid is null or r.account_id = ${p.account}::uuid)
      and (${p.person}::uuid is null or r.beneficiary_id = ${p.person}::uuid or r.requester_id = ${p.person}::uuid)
    order by r.account_id, r.id`,
)

/** The open requests that these words name, in the order in which they are to be locked. */
export function openRequestsOf(tx: Tx, which: Closable): Promise<Open[]> {
  return open(tx, { account: which.account ?? null, person: which.person ?? null })
}

type AskedRow = AskRow & { readonly id: RequestId; readonly beneficiaryId: PersonId }

const openFor = prepare<{ account: string; people: readonly string[] }, AskedRow>(
  (p) => sql<AskedRow>`
    select r.id, r.beneficiary_id as "beneficiaryId", r.ask_scope as "askScope",
      r.ask_virtual_account_ids as "askVirtualAccountIds", r.ask_named as "askNamed", r.ask_role as "askRole",
      ${askedOwnRole} as "askOwnRole", r.ask_ends_at as "askEndsAt"
    from access_requests r
    where r.account_id = ${p.account}::uuid and r.beneficiary_id = any(${p.people}::uuid[])
      and r.status in ('PENDING', 'INFO_REQUESTED')
    order by r.id for update of r`,
)

/** An open request, with whom it is for and what it asks. */
export type OpenFor = { readonly id: RequestId; readonly beneficiaryId: PersonId; readonly ask: Ask }

/** The open requests of an account for these people, locked, so that nobody decides them meanwhile. */
export async function lockOpenRequestsFor(
  tx: Tx,
  accountId: AccountId,
  people: readonly PersonId[],
): Promise<OpenFor[]> {
  if (people.length === 0) return []
  const rows = await openFor(tx, { account: accountId, people })
  return rows.map((row) => ({ id: row.id, beneficiaryId: row.beneficiaryId, ask: askOf(row) }))
}
