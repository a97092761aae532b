import { sql } from 'kysely'
import type { AccountId, Id, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { grantIsActive } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Belonging, Draft, NameableGroup, NamedGroup, RuleBook } from './domain/rule.ts'

type Row = NamedGroup & { readonly places: readonly VirtualAccountId[] }

const scopeOf = (places: readonly VirtualAccountId[]): Belonging['scope'] =>
  places.length === 0 ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds: places }

const nameable = prepare<{ account: string; ids: readonly string[]; most: number }, Row>(
  (p) => sql<Row>`
    (select u.id, u.name, u.virtual_account_ids as places from user_groups u
      where u.account_id = ${p.account}::uuid and u.closed_at is null
      order by lower(u.name), u.id limit ${p.most}::int)
    union
    select u.id, u.name, u.virtual_account_ids from user_groups u
    where u.account_id = ${p.account}::uuid and u.closed_at is null and u.id = any(${p.ids}::uuid[])`,
)

/** The user groups of an account that a rule can name: so many by name, and these. */
export async function nameableGroups(
  db: Database | Tx,
  accountId: AccountId,
  which: { readonly most: number; readonly ids: readonly string[] },
): Promise<NameableGroup[]> {
  const rows = await nameable(db, { account: accountId, ...which })
  return rows
    .map(({ places, ...group }) => ({ ...group, scope: scopeOf(places) }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** The user groups, of those that a draft names, that are open; nothing is read where it names none. */
export async function groupsNamedBy(
  db: Database | Tx,
  accountId: AccountId,
  draft: Draft | undefined,
): Promise<NameableGroup[]> {
  const ids = draft ? namedIn(draft) : []
  return ids.length === 0 ? [] : nameableGroups(db, accountId, { most: 0, ids })
}

function namedIn({ conditions: { who } }: Draft): string[] {
  return who.kind === 'GROUPS' ? who.groups.map(({ id }) => id) : []
}

type BelongingRow = { personId: PersonId; id: Id<'user-group'>; places: VirtualAccountId[] }

const belonging = prepare<
  { account: string; people: readonly string[]; groups: readonly string[] },
  BelongingRow
>(
  (p) => sql<BelongingRow>`
    select m.person_id as "personId", u.id, u.virtual_account_ids as places
    from user_group_members m
    join user_groups u on u.account_id = m.account_id and u.id = m.group_id and u.closed_at is null
    where m.account_id = ${p.account}::uuid and m.person_id = any(${p.people}::uuid[])
      and m.group_id = any(${p.groups}::uuid[])
      and exists (select from grants g where g.account_id = m.account_id and g.group_id = m.group_id
        and g.person_id = m.person_id and ${grantIsActive})`,
)

/** In which of the groups that rules name these people are, by their ids; nothing is read where no rule names one. */
export async function belongingOf(
  db: Database | Tx,
  accountId: AccountId,
  { rules, people }: Pick<RuleBook, 'rules'> & { readonly people: readonly PersonId[] },
): Promise<ReadonlyMap<PersonId, readonly Belonging[]>> {
  const groups = [...new Set(rules.flatMap(namedIn))]
  const found = new Map<PersonId, Belonging[]>()
  if (groups.length === 0) return found
  for (const { personId, id, places } of await belonging(db, {
    account: accountId,
    people: [...people],
    groups,
  }))
    found.set(personId, [...(found.get(personId) ?? []), { id, scope: scopeOf(places) }])
  return found
}
