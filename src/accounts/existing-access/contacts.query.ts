import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { grantIsActive, nameOf } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

/** How somebody who holds a role in an account reaches those who administer it, by the account's setting. */
export type AccountContact = {
  readonly identifier: string
  readonly accountName: string
  readonly show: 'NAMES' | 'RELAY' | 'NONE'
  /** Up to five administrators, where the account shows their names. */
  readonly names: readonly string[]
  readonly count: number
}

type Row = Omit<AccountContact, 'names'> & { people: Parameters<typeof nameOf>[0][] }

const contacts = prepare<{ person: string; identifier: string | null; most: number }, Row>(
  (p) => sql<Row>`
    select a.identifier, a.name as "accountName", a.show_administrators as show, held.count,
      case when a.show_administrators = 'NAMES' then held.people else '[]' end as people
    from (
      select distinct g.account_id from grants g where g.person_id = ${p.person}::uuid and ${grantIsActive}
    ) mine
    join accounts a on a.id = mine.account_id and a.status = 'ACTIVE'
      and a.identifier = coalesce(${p.identifier}::text, a.identifier)
    cross join lateral (
      select count(*)::int as count, coalesce(json_agg(json_build_object('firstName', first_name, 'lastName',
          last_name, 'preferredFirstName', preferred_first_name, 'address', '') order by n) filter (where n <= 5),
          '[]') as people
      from (
        select p.first_name, p.last_name, p.preferred_first_name, row_number() over (order by p.last_name, p.id) as n
        from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
        where g.account_id = a.id and g.role = 'SA' and ${grantIsActive}
          and p.id <> ${p.person}::uuid
      ) others
    ) held
    where held.count > 0
    order by lower(a.name), a.identifier limit ${p.most}::int`,
)

/** The accounts in which somebody holds a role and that others administer; or one of them. */
export async function contactsOf(
  db: Database,
  person: PersonId,
  identifier: string | null = null,
): Promise<AccountContact[]> {
  const rows = await contacts(db, { person, identifier, most: 50 })
  return rows.map(({ people, ...row }) => ({
    ...row,
    // Somebody without a name is not shown by their address.
    names: people.map((one) => nameOf(one)).filter((name) => name !== ''),
  }))
}
