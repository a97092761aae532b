import { sql } from 'kysely'
import type { Account } from '../../accounts/domain/account.ts'
import type { PersonId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

/** How many different identifiers one person may look up. */
const most = { hour: 20, day: 60 }

/** What a look-up found, whoever asks; null: there is no such account. */
export type LookedUp = {
  /** Seconds to wait when too much was looked up; 0 when it was counted. */
  readonly wait: number
  readonly account: Pick<Account, 'status' | 'visibility' | 'verifiedDomains'> | null
  readonly isMember: boolean
}

type Row = {
  counted: boolean
  wait: number
  status: Account['status'] | null
  visibility: Account['visibility'] | null
  verifiedDomains: Account['verifiedDomains'] | null
  isMember: boolean
}

const find = prepare<{ person: string; identifier: string }, Row>(
  (p) => sql<Row>`
    with recent as (
      select count(*) filter (where looked_at > app_now() - interval '1 hour') as in_hour, count(*) as in_day,
        min(looked_at) filter (where looked_at > app_now() - interval '1 hour') as first_in_hour,
        min(looked_at) as first_in_day
      from look_ups
      where person_id = ${p.person}::uuid and identifier <> ${p.identifier}
        and looked_at > app_now() - interval '1 day'
    ), noted as (
      insert into look_ups (person_id, identifier, hit)
      select ${p.person}::uuid, ${p.identifier}, false from recent
      where in_hour < ${most.hour}::int and in_day < ${most.day}::int
      on conflict (person_id, identifier) do update set looked_at = app_now()
      returning identifier
    )
    select exists (select from noted) as counted,
      (select greatest(1, ceil(extract(epoch from case when in_day >= ${most.day}::int
        then first_in_day + interval '1 day' else first_in_hour + interval '1 hour' end - app_now())))::int
        from recent) as wait,
      a.status, a.visibility, a.verified_domains as "verifiedDomains",
      exists (
        select from grants g
        where g.person_id = ${p.person}::uuid and g.account_id = a.id and ${grantIsActive}
      ) as "isMember"
    from (select ${p.identifier}::text as identifier) as wanted
    left join accounts a on a.identifier = wanted.identifier`,
)

/** Counts a look-up, once for each identifier, and gives what is there. The same work whatever is found. */
export async function lookUp(db: Database, who: PersonId, identifier: string): Promise<LookedUp> {
  const [row] = await find(db, { person: who, identifier })
  if (!row) throw new Error('A look-up gave no row')
  const { counted, wait, status, visibility, verifiedDomains, isMember } = row
  const account = status && visibility && verifiedDomains ? { status, visibility, verifiedDomains } : null
  return { wait: counted ? 0 : (wait ?? 1), account, isMember }
}

type Settling = { person: string; identifier: string; hit: boolean; draft: string }

const settle = prepare<Settling, { misses: number }>(
  (p) => sql<{ misses: number }>`
    with drafted as (
      insert into drafts (person_id, form, content)
      values (${p.person}::uuid, 'submit', ${p.draft}::jsonb)
      on conflict (person_id, form) do update
        set content = drafts.content || excluded.content, updated_at = app_now()
    ), settled as (
      update look_ups set hit = ${p.hit}::boolean
      where person_id = ${p.person}::uuid and identifier = ${p.identifier}
    )
    select count(*) as misses from look_ups
    where person_id = ${p.person}::uuid and identifier <> ${p.identifier} and not hit and looked_at > coalesce((
      select max(looked_at) from look_ups
      where person_id = ${p.person}::uuid and identifier <> ${p.identifier} and hit), '-infinity')`,
)

/** Notes whether the look-up may go on to the form, and keeps what was typed. Gives how many misses in a row came before. */
export async function noteLookUp(
  db: Database,
  who: PersonId,
  noted: { readonly identifier: string; readonly hit: boolean; readonly typed: string },
): Promise<number> {
  const draft = JSON.stringify({ identifier: noted.typed.replaceAll('\0', '').toWellFormed() })
  const [row] = await settle(db, { person: who, identifier: noted.identifier, hit: noted.hit, draft })
  return row?.misses ?? 0
}

const mark = prepare<{ person: string; identifier: string }, never>(
  (p) => sql<never>`
    update look_ups set hit = true where person_id = ${p.person}::uuid and identifier = ${p.identifier}`,
)

/** Notes that a look-up may go on, where no form of somebody's own was typed into. */
export async function noteHit(db: Database, who: PersonId, identifier: string): Promise<void> {
  await mark(db, { person: who, identifier })
}

/** An account that may be listed for somebody. */
export type Listed = { readonly identifier: string; readonly name: string }

const list = prepare<{ person: string; domains: readonly string[] }, Listed>(
  (p) => sql<Listed>`
    select a.identifier, a.name from (
      select h.id from accounts h where h.verified_domains && ${p.domains}::text[]
      union
      select g.account_id from grants g where g.person_id = ${p.person}::uuid and ${grantIsActive}
    ) mine
    cross join lateral (
      select x.identifier, x.name from accounts x where x.id = mine.id and x.status = 'ACTIVE' offset 0
    ) a
    order by a.name, a.identifier limit 20`,
)

/** The accounts of somebody's own verified domains, and those they have a role in; twenty at most. */
export function directoryOf(db: Database, who: PersonId, domains: readonly string[]): Promise<Listed[]> {
  return list(db, { person: who, domains })
}
