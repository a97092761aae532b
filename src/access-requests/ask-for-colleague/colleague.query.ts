import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

/** Somebody who has an identity here with a proved address. */
export type Colleague = { readonly personId: PersonId; readonly locale: 'en' | 'fr' }

const find = prepare<{ address: string }, Colleague>(
  (p) => sql<Colleague>`
    select p.id as "personId", p.locale from people p
    where p.address = ${p.address} and p.status = 'ACTIVE' and p.verified_at is not null`,
)

/** The person of this address; undefined when nobody has proved it. Whoever asked is never told which. */
export async function colleagueOf(tx: Tx, address: string): Promise<Colleague | undefined> {
  return (await find(tx, { address }))[0]
}
