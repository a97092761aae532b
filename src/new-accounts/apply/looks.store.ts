import { sql } from 'kysely'
import type { Account } from '../../accounts/domain/account.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { identifierLooks, nameLooks } from '../../accounts/domain/looks.ts'

/** An account that could be the one that is asked for. */
export type Similar = Pick<
  Account,
  'identifier' | 'name' | 'type' | 'status' | 'visibility' | 'verifiedDomains'
> & {
  readonly isSame: boolean
  readonly looksAlike: boolean
  readonly sharesDomain: boolean
  readonly isMember: boolean
}

type Wish = {
  person: string
  identifier: string
  identifierLooks: string
  nameLooks: string
  domains: readonly string[]
}

const similar = prepare<Wish, Similar>(
  (p) => sql<Similar>`
    select a.identifier, a.name, a.type, a.status, a.visibility, a.verified_domains as "verifiedDomains",
      a.identifier = ${p.identifier} as "isSame",
      coalesce(l.name_looks = ${p.nameLooks} or l.identifier_looks = ${p.identifierLooks}, false) as "looksAlike",
      a.verified_domains && ${p.domains}::text[] as "sharesDomain",
      exists (select from grants g
        where g.person_id = ${p.person}::uuid and g.account_id = a.id and ${grantIsActive}) as "isMember"
    from accounts a left join account_looks l on l.account_id = a.id
    where a.id in (
      select id from accounts where identifier = ${p.identifier}
      union select account_id from account_looks where name_looks = ${p.nameLooks}
      union select account_id from account_looks where identifier_looks = ${p.identifierLooks}
      union select id from accounts where verified_domains && ${p.domains}::text[])
    order by a.identifier = ${p.identifier} desc, a.name, a.identifier limit 50`,
)

/** The accounts that could be meant by a name and an identifier, or belong to the same domains; whoever may see them. */
export function similarAccounts(
  db: Database | Tx,
  wish: {
    readonly person: PersonId
    readonly identifier: string
    readonly name: string
    readonly domains: readonly string[]
  },
): Promise<Similar[]> {
  const { person, identifier, name, domains } = wish
  const looks = { identifierLooks: identifierLooks(identifier), nameLooks: nameLooks(name) }
  return similar(db, { person, identifier, domains, ...looks })
}

const elsewhere = prepare<
  { installation: string; identifier: string; but: string | null },
  { reserved: boolean; asked: boolean }
>(
  (p) => sql<{ reserved: boolean; asked: boolean }>`
    select exists (select from former_identifiers f
        where f.identifier = ${p.identifier} and f.reserved_until > (select app_now())) as reserved,
      exists (select from account_applications o
        where o.account_id = ${p.installation}::uuid and o.identifier = ${p.identifier}
          and o.status in ('CHECKING', 'ACTION_NEEDED', 'AWAITING_NOMINEE')
          and (${p.but}::uuid is null or o.id <> ${p.but}::uuid)) as asked`,
)

/** Whether an identifier is kept for an account that had it, and whether somebody else has asked for it. */
export async function claimsOn(
  db: Database | Tx,
  identifier: string,
  but: string | null,
): Promise<{ reserved: boolean; asked: boolean }> {
  const [row] = await elsewhere(db, { installation, identifier, but })
  return row ?? { reserved: false, asked: false }
}

const taken = prepare<{ identifier: string }, { taken: boolean }>(
  (p) => sql<{ taken: boolean }>`
    select exists (select from accounts where identifier = ${p.identifier})
      or exists (select from former_identifiers f
        where f.identifier = ${p.identifier} and f.reserved_until > (select app_now())) as taken`,
)

/** Whether an account has this identifier, or it is kept for one that had it. */
export async function isTaken(db: Database | Tx, identifier: string): Promise<boolean> {
  return (await taken(db, { identifier }))[0]?.taken ?? false
}
