import { type RawBuilder, sql } from 'kysely'
import type { AccountId, GrantId, PersonId, RequestId } from '../../kernel/id.ts'
import { grantIsActive, type nameOf, roleOf, sameRoleAs, type Told, toldColumns } from '../../people/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import type { GrantedRole } from '../domain/roles.ts'

const administrators = prepare<{ account: string; but: string | null }, Told>(
  (p) => sql<Told>`
    select distinct on (p.id) ${toldColumns} from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
    where g.account_id = ${p.account}::uuid and g.role = 'SA' and ${grantIsActive}
      and p.id is distinct from ${p.but}::uuid
    order by p.id`,
)

/** The administrators of an account, but for one. */
export function otherAdministrators(tx: Tx, account: string, but: string | null): Promise<Told[]> {
  return administrators(tx, { account, but })
}

const waiting = prepare<{ account: string; kind: string }, { personId: PersonId }>(
  (p) => sql<{ personId: PersonId }>`
    select m.person_id as "personId" from mails m
    where m.account_id = ${p.account}::uuid and m.kind = ${p.kind} and m.state = 'QUEUED' and m.person_id is not null`,
)

const one = prepare<{ what: string }, never>(
  (p) => sql<never>`select pg_advisory_xact_lock(hashtextextended(${p.what}, 0))`,
)

/** Those for whom a mail of this kind about the account waits already; until the end of the transaction nobody else asks. */
export async function alreadyTold(tx: Tx, account: string, kind: string): Promise<ReadonlySet<PersonId>> {
  await one(tx, { what: `${kind} ${account}` })
  return new Set((await waiting(tx, { account, kind })).map(({ personId }) => personId))
}

/** A right that ends or has ended, as its letters say it. */
export type ToldEnd = {
  readonly identifier: string
  readonly accountName: string
  readonly role: GrantedRole
  /** The names from the topmost virtual account down; none for the whole account. */
  readonly place: readonly string[]
  readonly endsAt: Date | null
  readonly now: Date
  readonly personId: PersonId
  readonly holder: Parameters<typeof nameOf>[0]
  readonly isOver: boolean
  readonly isSuspended: boolean
  /** The same is held by another grant: nothing is lost. */
  readonly goesOn: boolean
  /** The open request for the account of whoever holds it. */
  readonly openRequestId: RequestId | null
  readonly reference: string | null
}

type Which = { account: string; grant: string }

const end = prepare<Which, ToldEnd>(
  (p) => sql<ToldEnd>`
    select a.identifier, a.name as "accountName", ${roleOf('e')} as role, e.ends_at as "endsAt", app_now() as now,
      e.person_id as "personId", e.revoked_at is not null or e.ends_at <= app_now() as "isOver",
      e.suspended_at is not null as "isSuspended", r.id as "openRequestId", r.reference,
      json_build_object('firstName', h.first_name, 'lastName', h.last_name, 'preferredFirstName',
        h.preferred_first_name, 'address', h.address) as holder,
      exists (select from grants g where g.account_id = e.account_id and g.person_id = e.person_id and g.id <> e.id
        and ${sameRoleAs('g', 'e')} and g.virtual_account_id is not distinct from e.virtual_account_id
        and ${grantIsActive} and (g.ends_at is null or g.ends_at > e.ends_at)) as "goesOn",
      coalesce((
        select json_agg(above.name order by array_position(v.path, above.id))
        from virtual_accounts v join virtual_accounts above
          on above.account_id = v.account_id and above.id = any(v.path)
        where v.account_id = e.account_id and v.id = e.virtual_account_id
      ), '[]') as place
    from grants e
    join accounts a on a.id = e.account_id and a.status <> 'CLOSED'
    join people h on h.id = e.person_id
    left join access_requests r on r.account_id = e.account_id and r.beneficiary_id = e.person_id
      and r.status in ('PENDING', 'INFO_REQUESTED')
    where e.account_id = ${p.account}::uuid and e.id = ${p.grant}::uuid`,
)

/** What there is to tell about the end of a right; undefined when there is none, or its account is closed. */
export async function endToTell(
  tx: Tx,
  which: { readonly accountId: AccountId; readonly id: GrantId },
): Promise<ToldEnd | undefined> {
  return (await end(tx, { account: which.accountId, grant: which.id }))[0]
}

/** How many rights of an account end soon, when the first does, and which are the next. */
export type Summary = {
  readonly soonest: readonly EndingSoon[]
  readonly identifier: string
  readonly accountName: string
  readonly count: number
  readonly first: Date | null
}

/** One of them. */
export type EndingSoon = Pick<ToldEnd, 'role' | 'holder'> & {
  readonly place: string | null
  readonly endsAt: Date
}

const mostNamed = 10

type WithinDays = { account: string; days: number }

const soonest = prepare<WithinDays, EndingSoon>(
  (p) => sql<EndingSoon>`
    select ${roleOf('g')} as role, g.ends_at as "endsAt", v.name as place,
      json_build_object('firstName', h.first_name, 'lastName', h.last_name, 'preferredFirstName',
        h.preferred_first_name, 'address', h.address) as holder
    from grants g
    join people h on h.id = g.person_id
    left join virtual_accounts v on v.account_id = g.account_id and v.id = g.virtual_account_id
    where g.account_id = ${p.account}::uuid and ${endsSoon(p.days)}
    order by g.ends_at, g.id limit ${sql.lit(mostNamed)}`,
)

const summary = prepare<WithinDays, Omit<Summary, 'soonest'>>(
  (p) => sql<Omit<Summary, 'soonest'>>`
    select a.identifier, a.name as "accountName", held.count, held.first
    from accounts a cross join lateral (
      select count(*)::int as count, min(g.ends_at) as first from grants g
      where g.account_id = a.id and ${endsSoon(p.days)}
    ) held
    where a.id = ${p.account}::uuid and a.status = 'ACTIVE'`,
)

/** What ends in an account within so many days. */
export async function summaryOf(tx: Tx, account: string, days: number): Promise<Summary | undefined> {
  const [found] = await summary(tx, { account, days })
  return found && { ...found, soonest: await soonest(tx, { account, days }) }
}

// Of the grants `g`: in force, and over within so many days.
function endsSoon(days: RawBuilder<number>): RawBuilder<unknown> {
  return sql`g.ends_at is not null and g.revoked_at is null and g.expired_at is null
    and g.suspended_at is null and g.ends_at > (select app_now())
    and g.ends_at <= (select app_now()) + make_interval(days => ${days}::int)`
}
