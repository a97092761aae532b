import { sql } from 'kysely'
import { accountOf, findGrant } from '../../accounts/index.ts'
import type { AccountId, GrantId, PersonId } from '../../kernel/id.ts'
import { grantIsActive, type Told } from '../../people/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import { nameOfPerson } from './remove-administrator.query.ts'
import { findRemoval, type StoredRemoval } from './remove-administrator.store.ts'

const administrators = prepare<{ account: string }, Told>(
  (p) => sql<Told>`
    select distinct on (p.id) p.id as "personId", p.address, p.locale, p.time_zone as "timeZone"
    from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE' and p.mail_bounced_at is null
    where g.account_id = ${p.account}::uuid and g.role = 'SA' and ${grantIsActive}
    order by p.id`,
)

/** The administrators of an account whom mail reaches, but for those named. */
export async function administratorsToTell(
  tx: Tx,
  accountId: AccountId,
  but: readonly (string | null)[],
): Promise<Told[]> {
  const all = await administrators(tx, { account: accountId })
  return all.filter(({ personId }) => !but.includes(personId))
}

/** Whether somebody administers the account now. */
export async function administers(tx: Tx, accountId: AccountId, personId: PersonId): Promise<boolean> {
  return (await administrators(tx, { account: accountId })).some((one) => one.personId === personId)
}

/** A removal with the names of those it is about. */
export type ToldRemoval = {
  readonly removal: StoredRemoval
  readonly accountName: string
  readonly identifier: string
  readonly holderId: PersonId
  readonly holder: string
  readonly proposer: string
  /** Who settled it; empty while nobody has. */
  readonly settler: string
  readonly isOver: boolean
}

/** What there is to tell about a removal; undefined when there is none. */
export async function removalToTell(
  tx: Tx,
  which: { readonly accountId: AccountId; readonly id: string },
): Promise<ToldRemoval | undefined> {
  const removal = await findRemoval(tx, which)
  const grant = removal && (await findGrant(tx, { accountId: which.accountId, id: removal.grantId }))
  if (!removal || !grant) return undefined
  const { name, identifier } = await accountOf(tx, which.accountId)
  return {
    removal,
    accountName: name,
    identifier,
    holderId: grant.personId,
    holder: await nameOfPerson(tx, grant.personId),
    proposer: await nameOfPerson(tx, removal.proposedBy),
    settler: removal.settledBy ? await nameOfPerson(tx, removal.settledBy) : '',
    isOver: grant.revokedAt !== null,
  }
}

/** Who no longer administers an account, and who ended that. */
export type ToldEnd = Pick<ToldRemoval, 'accountName' | 'identifier' | 'holder'> & {
  readonly by: string
  readonly byHolder: boolean
}

type Ended = { holderId: PersonId; byId: PersonId }
const ended = prepare<{ account: string; grant: string }, Ended>(
  (p) => sql<Ended>`
    select g.person_id as "holderId", g.revoked_by as "byId" from grants g
    where g.account_id = ${p.account}::uuid and g.id = ${p.grant}::uuid and g.revoked_by is not null`,
)

/** What there is to tell about an administrator's access that is over; undefined when it is not. */
export async function endToTell(
  tx: Tx,
  which: { readonly accountId: AccountId; readonly id: GrantId },
): Promise<ToldEnd | undefined> {
  const [row] = await ended(tx, { account: which.accountId, grant: which.id })
  if (!row) return undefined
  const { name, identifier } = await accountOf(tx, which.accountId)
  return {
    accountName: name,
    identifier,
    holder: await nameOfPerson(tx, row.holderId),
    by: await nameOfPerson(tx, row.byId),
    byHolder: row.byId === row.holderId,
  }
}
