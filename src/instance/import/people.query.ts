import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

const active = prepare<{ address: string }, { id: PersonId; now: Date }>(
  (p) => sql<{ id: PersonId; now: Date }>`
    select id, app_now() as now from people where address = ${p.address} and status = 'ACTIVE'`,
)
const any = prepare<{ address: string }, { id: string }>(
  (p) => sql<{ id: string }>`select id from people where address = ${p.address}`,
)

/** Who can sign in with this address, and the database's time. */
export async function activePersonAt(
  tx: Tx,
  address: string,
): Promise<{ id: PersonId; now: Date } | undefined> {
  return (await active(tx, { address }))[0]
}

/** Whether somebody has this address, able to sign in or not. */
export async function isKnownAddress(tx: Tx, address: string): Promise<boolean> {
  return (await any(tx, { address })).length > 0
}
