import { type RawBuilder, sql } from 'kysely'
import { standInOf } from '../accounts/index.ts'
import type { AccountId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { grantIsActive, isAwayAs, isThereAs } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { AskedScope } from './domain/request.ts'

/** Who could decide a request for this scope, asked by and for these people. */
export type Approving = {
  readonly accountId: AccountId
  readonly scope: AskedScope
  readonly requesterId: PersonId
  readonly beneficiaryId: PersonId
}

/** Somebody who may decide a request now, and how they are told about it. */
export type Approver = {
  readonly personId: PersonId
  readonly address: string
  readonly locale: 'en' | 'fr'
  readonly timeZone: string
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  /** Their mail is not returned and they are there, or somebody stands in for them. */
  readonly reachable: boolean
  /** Mail to them comes back. */
  readonly bounced: boolean
  /** The moment they are back; null while they are there. */
  readonly awayUntil: Date | null
  /** What they say about being away. */
  readonly awayNote: string
  /** Who decides for them while they are away: one of the approvers. */
  readonly standIn: PersonId | null
  /** The account wants them mailed only once a request is late. */
  readonly isBackup: boolean
}

/**
 * SQL: the ids of people who may decide a request: administrators that cover the whole asked scope. No
 * `virtualAccounts`: it asks for none.
 */
export function approverIds(p: {
  readonly account: RawBuilder<unknown>
  readonly virtualAccounts: RawBuilder<unknown> | null
}): RawBuilder<unknown> {
  const ofAccount = sql`
    select g.person_id from grants g
    where g.account_id = ${p.account} and g.decides and g.virtual_account_id is null and ${grantIsActive}`
  if (p.virtualAccounts === null) return sql`(${ofAccount})`
  return sql`(${ofAccount}
    union
    select g.person_id from grants g
    join virtual_accounts v on v.account_id = g.account_id and g.virtual_account_id = any(v.path)
    where g.account_id = ${p.account} and g.decides and ${grantIsActive}
      and v.id = any(${p.virtualAccounts}::uuid[])
    group by g.person_id having count(distinct v.id) = cardinality(${p.virtualAccounts}::uuid[])
  )`
}

/** SQL: whoever gave this approval still administers the account; else it counts no longer as the first of two. */
export function stillAdministers(decision: 'd' | 'half'): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from grants g join people still on still.id = g.person_id and still.status = 'ACTIVE'
    where g.account_id = ${sql.ref(`${decision}.account_id`)} and g.person_id = ${sql.ref(`${decision}.decided_by`)}
      and g.role = 'SA' and ${grantIsActive})`
}

/** SQL: the person `p` gets mail and is there. */
export const isReachable = isThereAs('p')

/** SQL: what tells an approver `p` who is away from one who is there, for `approverOfRow`. */
export function absence(matter: {
  readonly account: RawBuilder<unknown>
  readonly virtualAccounts: RawBuilder<unknown> | null
  readonly not: RawBuilder<unknown>
}): { readonly awayUntil: RawBuilder<Date | null>; readonly standIn: RawBuilder<PersonId | null> } {
  const { account, not } = matter
  return {
    awayUntil: sql<Date | null>`case when ${isAwayAs('p')} then p.away_until end`,
    standIn: sql<PersonId | null>`case when ${isAwayAs('p')} then ${standInOf({ account, able: approverIds(matter), not })} end`,
  }
}

/** Whether a query about approvers is for virtual accounts, and whether it says who stands in for those who are away. */
export type Breadth = { readonly places: boolean; readonly standIns: boolean }

/**
 * A query about approvers in each breadth. PostgreSQL sets up all parts of a statement each time, also those that find
 * nothing, so what is seldom asked is a statement of its own.
 */
export function inEachBreadth<Query>(make: (breadth: Breadth) => Query): (breadth: Breadth) => Query {
  const made = new Map<string, Query>()
  return (breadth) => {
    const name = `${breadth.places} ${breadth.standIns}`
    const query = made.get(name) ?? make(breadth)
    made.set(name, query)
    return query
  }
}

/** Asks for stand-ins only where somebody is away; then all is read anew, as of one moment. */
export async function withStandIns<Answer>(
  read: (standIns: boolean) => Promise<Answer>,
  isAnybodyAway: (answer: Answer) => boolean,
): Promise<Answer> {
  const answer = await read(false)
  return isAnybodyAway(answer) ? read(true) : answer
}

type ApproverValues = {
  account: string
  virtualAccounts: readonly string[]
  requester: string
  beneficiary: string
}

const findApprovers = inEachBreadth(({ places, standIns }) =>
  prepare<ApproverValues, Omit<Approver, 'reachable'>>((v) => {
    const account = sql`${v.account}::uuid`
    const not = sql`(${v.requester}::uuid, ${v.beneficiary}::uuid)`
    const asked = { account, virtualAccounts: places ? v.virtualAccounts : null, not }
    const { awayUntil, standIn } = absence(asked)
    return sql<Omit<Approver, 'reachable'>>`
      select p.id as "personId", p.address, p.locale, p.time_zone as "timeZone", p.first_name as "firstName",
        p.last_name as "lastName", p.preferred_first_name as "preferredFirstName",
        p.mail_bounced_at is not null as bounced, ${awayUntil} as "awayUntil", p.away_note as "awayNote",
        ${standIns ? standIn : sql`null::uuid`} as "standIn", exists (
          select from backup_approvers k where k.account_id = ${account} and k.person_id = p.id) as "isBackup"
      from people p
      where p.status = 'ACTIVE' and p.id not in ${not} and p.id in ${approverIds(asked)}
      order by p.id`
  }),
)

/** Whether mail reaches an approver who is there, or another who stands in for them. */
export function isReached(one: Pick<Approver, 'bounced' | 'awayUntil' | 'standIn'>): boolean {
  return one.awayUntil === null ? !one.bounced : one.standIn !== null
}

/**
 * Everybody who may decide such a request now: never the requester, the beneficiary or somebody disabled. A delegate
 * is among them by what they hold themselves, and only named by those for whom they stand in.
 */
export async function approversOf(db: Database | Tx, asked: Approving): Promise<Approver[]> {
  const virtualAccounts = virtualAccountsOf(asked.scope)
  const values = {
    account: asked.accountId,
    virtualAccounts,
    requester: asked.requesterId,
    beneficiary: asked.beneficiaryId,
  }
  const rows = await withStandIns(
    (standIns) => findApprovers({ places: virtualAccounts.length > 0, standIns })(db, values),
    (found) => found.some(({ awayUntil }) => awayUntil !== null),
  )
  return rows.map((row) => ({ ...row, reachable: isReached(row) }))
}

const hold = prepare<Pick<ApproverValues, 'account' | 'virtualAccounts'>, never>(
  (v) => sql<never>`
    select from people p
    where p.id in ${approverIds({ account: sql`${v.account}::uuid`, virtualAccounts: v.virtualAccounts })}
    order by p.id for share`,
)

/**
 * Lets nobody who may decide such a request go or come back, or be reached again, before the transaction ends; waits for
 * whoever is doing so.
 */
export async function holdApprovers(tx: Tx, asked: Pick<Approving, 'accountId' | 'scope'>): Promise<void> {
  await hold(tx, { account: asked.accountId, virtualAccounts: virtualAccountsOf(asked.scope) })
}

/** The virtual accounts an asked scope names, each once. */
export function virtualAccountsOf(scope: AskedScope): VirtualAccountId[] {
  return scope.kind === 'VIRTUAL' ? [...new Set(scope.virtualAccountIds)] : []
}
