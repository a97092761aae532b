import { sql } from 'kysely'
import type { ClaimId, PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

/** Somebody who is told about a claim. */
export type Told = {
  readonly personId: PersonId
  readonly address: string
  readonly locale: 'en' | 'fr'
}

const everybody = prepare<{ account: string; claimant: string }, Told>(
  (v) => sql<Told>`
    select p.id as "personId", p.address, p.locale from people p
    where p.id in (select g.person_id from grants g where g.account_id = ${v.account}::uuid)
      and p.id <> ${v.claimant}::uuid and p.status <> 'ERASED'
    order by p.id`,
)

/** Everybody who holds or ever held a role in the account, disabled or not, but for the claimant. */
export function membersToTell(tx: Tx, of: { account: string; claimant: string }): Promise<Told[]> {
  return everybody(tx, of)
}

const agents = prepare<{ not: string }, Told>(
  (v) => sql<Told>`
    select p.id as "personId", p.address, p.locale from people p
    where p.is_support and p.status = 'ACTIVE' and p.mail_bounced_at is null and p.id <> ${v.not}::uuid
    order by p.id limit 200`,
)

/** The support agents who get mail, but for one. */
export function agentsBut(tx: Tx, not: PersonId): Promise<Told[]> {
  return agents(tx, { not })
}

type Beside = Told & { readonly claimId: ClaimId }

const beside = prepare<{ account: string; claim: string }, Beside>(
  (v) => sql<Beside>`
    select c.id as "claimId", p.id as "personId", p.address, p.locale
    from claims c join people p on p.id = c.claimant_id and p.status = 'ACTIVE'
    where c.account_id = ${v.account}::uuid and c.id <> ${v.claim}::uuid and c.status = 'OPEN'
    order by c.id limit 200`,
)

/** Who else claims the account and has proven nothing yet. */
export function openClaimsBeside(tx: Tx, claim: { accountId: string; id: string }): Promise<Beside[]> {
  return beside(tx, { account: claim.accountId, claim: claim.id })
}

/** Somebody as a letter or a page about a claim names them. */
export type Party = {
  readonly personId: PersonId
  readonly address: string
  readonly locale: 'en' | 'fr'
  readonly timeZone: string
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly company: string
  readonly status: 'ACTIVE' | 'DISABLED' | 'ERASED'
}

const party = prepare<{ person: string }, Party>(
  (v) => sql<Party>`
    select p.id as "personId", p.address, p.locale, p.time_zone as "timeZone", p.first_name as "firstName",
      p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.company, p.status
    from people p where p.id = ${v.person}::uuid`,
)

/** Somebody by their id, in any state. */
export async function partyOf(db: Database | Tx, person: PersonId): Promise<Party | undefined> {
  return (await party(db, { person }))[0]
}

/** The claim an event or a mail is about. */
export function claimIn(facts: Readonly<Record<string, unknown>>): ClaimId | undefined {
  const id = facts['claimId']
  return typeof id === 'string' ? (id as ClaimId) : undefined
}
