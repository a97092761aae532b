import { sql } from 'kysely'
import { patienceOf } from '../accounts/index.ts'
import type { AccountId } from '../kernel/id.ts'
import { accountsDecidedBy, mayBeDecidedBy } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'

const busy = prepare<{ people: string; above: number }, { id: string }>(
  (v) => sql<{ id: string }>`
    select p.id from unnest((${v.people})::uuid[]) p (id)
    where (
      select count(*) from (
        select from ${accountsDecidedBy(sql`p.id`)} mine
        join access_requests r on r.account_id = mine.account_id
        where ${mayBeDecidedBy(sql`p.id`)} limit ${v.above}::int + 1
      ) open) > ${v.above}::int`,
)

/** Those among the told who have so many open requests that one mail for each would be too many. */
export async function busyAmong(
  tx: Tx,
  account: AccountId,
  told: readonly { readonly personId: string | null }[],
): Promise<ReadonlySet<string>> {
  const people = told.flatMap(({ personId }) => personId ?? [])
  if (people.length === 0) return new Set()
  const { digestAbove } = await patienceOf(tx, account)
  const rows = await busy(tx, { people: `{${people.join(',')}}`, above: digestAbove })
  return new Set(rows.map(({ id }) => id))
}
