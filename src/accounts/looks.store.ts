import { sql } from 'kysely'
import type { AccountId, PersonId } from '../kernel/id.ts'
import { grantIsActive } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Account } from './domain/account.ts'
import { identifierLooks, nameLooks } from './domain/looks.ts'

type Stale = { id: string; name: string; identifier: string }

const stale = prepare<{ most: number }, Stale>(
  (p) => sql<Stale>`
    select a.id, a.name, a.identifier from account_looks l join accounts a on a.id = l.account_id
    where l.name_looks is null order by l.account_id limit ${p.most}::int`,
)

type Columns = {
  ids: readonly string[]
  names: readonly string[]
  identifiers: readonly string[]
  nameLooks: readonly string[]
  identifierLooks: readonly string[]
}

const keep = prepare<Columns, never>(
  (p) => sql<never>`
    update account_looks l set name_looks = g.name_looks, identifier_looks = g.identifier_looks
    from unnest(${p.ids}::uuid[], ${p.names}::text[], ${p.identifiers}::text[], ${p.nameLooks}::text[],
        ${p.identifierLooks}::text[]) as g(id, name, identifier, name_looks, identifier_looks)
      join accounts a on a.id = g.id and a.name = g.name and a.identifier = g.identifier
    where l.account_id = g.id`,
)

const atOnce = 1_000

/** Works out how accounts look whose name or identifier is new; nothing to do nearly always. */
export async function refreshLooks(db: Database | Tx): Promise<void> {
  for (let found = await stale(db, { most: atOnce }); found.length > 0; ) {
    await keep(db, {
      ids: found.map(({ id }) => id),
      names: found.map(({ name }) => name),
      identifiers: found.map(({ identifier }) => identifier),
      nameLooks: found.map(({ name }) => nameLooks(name)),
      identifierLooks: found.map(({ identifier }) => identifierLooks(identifier)),
    })
    found = found.length < atOnce ? [] : await stale(db, { most: atOnce })
  }
}

/** An account whose name looks like another one. */
export type Namesake = Pick<Account, 'id' | 'name' | 'status' | 'visibility' | 'verifiedDomains'> & {
  readonly isMember: boolean
}

const namesakes = prepare<{ account: string; looks: string; person: string }, Namesake>(
  (p) => sql<Namesake>`
    select a.id, a.name, a.status, a.visibility, a.verified_domains as "verifiedDomains",
      exists (select from grants g
        where g.person_id = ${p.person}::uuid and g.account_id = a.id and ${grantIsActive}) as "isMember"
    from account_looks l join accounts a on a.id = l.account_id
    where l.name_looks = ${p.looks} and a.id <> ${p.account}::uuid and a.status <> 'CLOSED'
    order by a.name, a.id limit 20`,
)

/** The other accounts whose name a reader could take for this one, whoever may see them. */
export async function namesakesOf(
  tx: Tx,
  {
    account,
    name,
    person,
  }: { readonly account: AccountId; readonly name: string; readonly person: PersonId },
): Promise<Namesake[]> {
  await refreshLooks(tx)
  return namesakes(tx, { account, looks: nameLooks(name), person })
}
