import { sql } from 'kysely'
import type { AccountId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { accountsDecidedBy, grantIsActive } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { type Colleague, type Delegation, mayDelegate } from '../domain/delegation.ts'
import { rightsOf, type Tree } from '../domain/rights.ts'
import { grantColumns, type StoredGrant } from '../grants.store.ts'

/** Somebody as they are named to their colleagues. */
export type Named = {
  readonly personId: PersonId
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
}

/** An account in which somebody decides: who stands in for them there, and who could. */
export type Deciding = {
  readonly id: AccountId
  readonly identifier: string
  readonly name: string
  readonly chosen: PersonId | null
  /** Everybody whom the rules allow, by name. */
  readonly possible: readonly Named[]
}

type Row = StoredGrant &
  Named & {
    directoryId: string | null
    isDisabled: boolean
    identifier: string
    accountName: string
  }

const most = 50

const colleagues = prepare<{ person: string }, Row>(
  (v) => sql<Row>`
    select ${grantColumns}, a.identifier, a.name as "accountName", p.first_name as "firstName",
      p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.address,
      p.directory_id as "directoryId", p.status <> 'ACTIVE' as "isDisabled"
    from (
      select a.id, a.identifier, a.name from ${accountsDecidedBy(v.person)} mine
      join accounts a on a.id = mine.account_id and a.status <> 'CLOSED'
      order by lower(a.name), a.identifier limit ${sql.lit(most)}
    ) a
    join grants g on g.account_id = a.id and g.decides and ${grantIsActive}
    join people p on p.id = g.person_id
    order by lower(a.name), a.identifier, lower(p.last_name), lower(p.first_name), p.id`,
)

const places = prepare<
  { person: string },
  { accountId: AccountId; id: VirtualAccountId; parentId: VirtualAccountId | null }
>(
  (v) => sql<{ accountId: AccountId; id: VirtualAccountId; parentId: VirtualAccountId | null }>`
    select v.account_id as "accountId", v.id, v.parent_id as "parentId" from virtual_accounts v
    where v.account_id in ${accountsDecidedBy(v.person)}`,
)

const delegations = prepare<{ person: string }, Delegation & { accountId: AccountId }>(
  (v) => sql<Delegation & { accountId: AccountId }>`
    select d.account_id as "accountId", d.person_id as "personId", d.delegate_id as "delegateId" from delegates d
    where d.account_id in ${accountsDecidedBy(v.person)}`,
)

/** The accounts in which somebody decides, 50 at most, with who could stand in for them in each. */
export async function decidingIn(db: Database, person: PersonId, now: Date): Promise<readonly Deciding[]> {
  const [rows, trees, chosen] = await Promise.all([
    colleagues(db, { person }),
    places(db, { person }),
    delegations(db, { person }),
  ])
  return [...Map.groupBy(rows, ({ accountId }) => accountId)].map(([id, held]) => {
    const tree = { accountId: id, virtualAccounts: trees.filter(({ accountId }) => accountId === id) }
    const others = chosen.filter(({ accountId }) => accountId === id)
    return accountWith(person, held, { tree, others, now })
  })
}

function accountWith(
  person: PersonId,
  held: readonly Row[],
  facts: { readonly tree: Tree; readonly others: readonly Delegation[]; readonly now: Date },
): Deciding {
  const people = [...Map.groupBy(held, ({ personId }) => personId)].map(([, grants]) => {
    const [row] = grants as [Row]
    return { row, colleague: { ...row, rights: rightsOf(grants, facts.tree, facts.now) } satisfies Colleague }
  })
  const [{ accountId, identifier, accountName }] = held as [Row]
  const by = people.find(({ row }) => row.personId === person)?.colleague
  const possible = people.filter(({ colleague }) => by && mayDelegate(by, colleague, facts.others).ok)
  const chosen = facts.others.find(({ personId }) => personId === person)
  return {
    id: accountId,
    identifier,
    name: accountName,
    chosen: chosen?.delegateId ?? null,
    possible: possible.map(({ row }) => row),
  }
}
