import { sql } from 'kysely'
import { type AccountId, newId, type PersonId, type VirtualAccountId } from '../../kernel/id.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { connect } from '../../platform/db/index.ts'
import type { DemoPerson } from './cast.ts'
import { preparedTexts } from './prepared-texts.ts'

/** What a database is for: undefined while nobody has said so. */
export async function installationOf(db: Database): Promise<{ demo: boolean } | undefined> {
  return db.selectFrom('installation').select('demo').executeTakeFirst()
}

/** Says what a database is for, once and for ever. */
export async function markInstallation(db: Database | Tx, demo: boolean): Promise<void> {
  await db
    .insertInto('installation')
    .values({ demo })
    .onConflict((clash) => clash.doNothing())
    .execute()
}

/** Whether somebody is there, and whether somebody of the demo is. */
export async function whoIsThere(db: Database): Promise<{ anybody: boolean; demoPeople: boolean }> {
  const { rows } = await sql<{ anybody: boolean; demoPeople: boolean }>`
    select exists (select from people) as anybody, exists (select from people where demo) as "demoPeople"`.execute(
    db,
  )
  return rows[0] ?? { anybody: false, demoPeople: false }
}

/** The database as its owner, for one piece of work. */
export async function asOwner<Result>(
  ownerUrl: string,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const { db, end } = connect({ url: ownerUrl, size: 1, named: true, onError: () => {} })
  try {
    return await work(db)
  } finally {
    await end()
  }
}

const setting = 'vestibule.demo_now'

/**
 * Lets the owner's transaction live in the past, so that the history of the demo has its days; nobody else sees it.
 * `settle` puts the true clock back, and must run before the commit.
 */
export async function bendTime(tx: Tx): Promise<{
  now: Date
  goTo: (at: Date) => Promise<void>
  settle: () => Promise<void>
}> {
  const { rows } = await sql<{ now: Date; source: string }>`
    select app_now() as now, pg_get_functiondef('app_now'::regproc) as source`.execute(tx)
  const [{ now, source }] = rows as [{ now: Date; source: string }]
  await sql`create or replace function app_now() returns timestamptz language sql stable parallel safe
    as 'select current_setting(''vestibule.demo_now'')::timestamptz'`.execute(tx)
  return {
    now,
    async goTo(at) {
      await sql`select set_config(${setting}, ${at.toISOString()}, true)`.execute(tx)
    },
    async settle() {
      // What the database itself says the function was.
      // oxlint-disable-next-line vestibule/no-built-sql
      await sql.raw(source).execute(tx)
    },
  }
}

/** Somebody of the demo, with their id and the hash of the one password. */
export type Arrival = DemoPerson & { readonly id: PersonId; readonly hash: string }

/** Writes people with complete profiles, verified, who sign in with the one password. */
export async function insertPeople(tx: Tx, arrivals: readonly Arrival[]): Promise<void> {
  await tx
    .insertInto('auth.user')
    .values(
      arrivals.map(({ id, first, last, address }) => ({
        id,
        name: `${first} ${last}`,
        email: address,
        emailVerified: true,
      })),
    )
    .execute()
  await tx
    .insertInto('auth.account')
    .values(
      arrivals.map(({ id, hash }) => ({
        id,
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: hash,
      })),
    )
    .execute()
  await tx.insertInto('people').values(arrivals.map(personRow)).execute()
  await sql`update people set verified_at = created_at where demo`.execute(tx)
}

function personRow(person: Arrival) {
  return {
    id: person.id,
    address: person.address,
    first_name: person.first,
    last_name: person.last,
    company: person.company,
    country: person.country,
    site_address: person.site ?? '',
    company_phone: person.phone ?? '',
    locale: person.locale ?? ('en' as const),
    time_zone: person.zone ?? 'UTC',
    is_support: person.office === 'support',
    is_operator: person.office === 'operator',
    directory_id: null,
    demo: true,
  }
}

/** Switches somebody off. */
export async function disable(tx: Tx, person: PersonId): Promise<void> {
  await sql`update people set status = 'DISABLED' where id = ${person}::uuid`.execute(tx)
}

/** The virtual accounts of an account, by name. */
export async function placesOf(tx: Tx, account: AccountId): Promise<Map<string, VirtualAccountId>> {
  const rows = await tx
    .selectFrom('virtual_accounts')
    .select(['id', 'name'])
    .where('account_id', '=', account)
    .execute()
  return new Map(rows.map(({ id, name }) => [name, id as VirtualAccountId]))
}

/** Drops what would still be told to people: the story is over, and nobody gets mail about it. */
export async function forgetJobs(tx: Tx): Promise<void> {
  await tx.deleteFrom('jobs').execute()
}

/** What an account keeps ready: texts to start from, and how long its answers take, to be counted at the first look. */
export async function keepReady(tx: Tx, accountId: string): Promise<void> {
  for (const text of preparedTexts) {
    const { purpose, titleEn, textEn, titleFr, textFr } = text
    await sql`insert into prepared_texts (account_id, id, purpose, title_en, text_en, title_fr, text_fr)
      values (${accountId}, ${newId<'prepared-text'>()}, ${purpose}, ${titleEn}, ${textEn}, ${titleFr}, ${textFr})`.execute(
      tx,
    )
  }
  await sql`insert into answer_times (account_id, computed_at) values (${accountId}, '2020-01-01')
    on conflict do nothing`.execute(tx)
}

/** Lets the clocks of the past pass: what they would have done is told by the story, or not at all. */
export async function passOverClocks(tx: Tx): Promise<void> {
  await sql`update clocks set settled_at = due_at, outcome = 'SKIPPED'
    where settled_at is null and due_at <= app_now()`.execute(tx)
}

/** When people were last here: most this week, some this month, one long ago, as their names happen to fall. */
export async function rememberVisits(tx: Tx): Promise<void> {
  await sql`insert into person_activity (person_id, seen_on)
    select id, app_now()::date - (array[0, 1, 3, 12, 2, 40, 5, 130])[1 + length(first_name || last_name) % 8]
    from people where demo and status = 'ACTIVE'
    on conflict do nothing`.execute(tx)
}
