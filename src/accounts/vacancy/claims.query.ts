import { type RawBuilder, sql } from 'kysely'
import type { AccountId, ClaimId, PersonId } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { ClaimStatus } from '../domain/claim.ts'

/** A claim as a list shows it. */
export type ListedClaim = {
  readonly id: ClaimId
  readonly reference: string
  readonly status: ClaimStatus
  readonly openedAt: Date
  readonly accountName: string
  readonly identifier: string
}

const columns = sql`
  c.id, c.reference, c.status, c.opened_at as "openedAt", a.name as "accountName", a.identifier`
const source = sql`claims c join accounts a on a.id = c.account_id`
const pageSize = 50

const mine = prepare<{ person: string }, ListedClaim>(
  (p) => sql<ListedClaim>`
    select ${columns} from ${source} where c.claimant_id = ${p.person}::uuid order by c.id desc limit 100`,
)

/** Somebody's own claims, newest first, 100 at most. */
export function claimsOf(db: Database, person: PersonId): Promise<ListedClaim[]> {
  return mine(db, { person })
}

/** Which claims the desk lists. */
export const deskFilters = ['decide', 'open', 'over'] as const
export type DeskFilter = (typeof deskFilters)[number]

// Each its own statement, so that the few that wait are found among the many by an index.
const shown: Readonly<Record<DeskFilter, RawBuilder<boolean>>> = {
  decide: sql`(c.status = 'WITH_SUPPORT' or (c.status = 'OPEN' and c.documents_at is not null))`,
  open: sql`c.status in ('OPEN', 'NOTICE', 'WITH_SUPPORT')`,
  over: sql`c.status not in ('OPEN', 'NOTICE', 'WITH_SUPPORT')`,
}
const listOf = (filter: DeskFilter) =>
  prepare<{ after: string | null; person: string }, ListedClaim>(
    (p) => sql<ListedClaim>`
      select ${columns} from ${source}
      where ${shown[filter]} and c.claimant_id <> ${p.person}::uuid
        and (${p.after}::uuid is null or c.id < ${p.after}::uuid)
      order by c.id desc limit ${sql.lit(pageSize + 1)}`,
  )
const desk = { decide: listOf('decide'), open: listOf('open'), over: listOf('over') } as const

/** A page of the desk's claims, newest first, without the agent's own. */
export async function deskClaims(
  db: Database,
  agent: PersonId,
  page: { readonly filter: DeskFilter; readonly after: string | null },
): Promise<{ readonly claims: readonly ListedClaim[]; readonly next: string | undefined }> {
  const rows = await desk[page.filter](db, { after: page.after, person: agent })
  const claims = rows.slice(0, pageSize)
  return { claims, next: rows.length > pageSize ? claims.at(-1)?.id : undefined }
}

/** A claim that is noticed, for the banner in its account. */
export type NoticedClaim = {
  readonly id: ClaimId
  readonly claimantId: PersonId
  readonly noticeEndsAt: Date
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
}

const noticed = prepare<{ account: string }, NoticedClaim>(
  (p) => sql<NoticedClaim>`
    select c.id, c.claimant_id as "claimantId", c.notice_ends_at as "noticeEndsAt", p.first_name as "firstName",
      p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.address
    from claims c join people p on p.id = c.claimant_id
    where c.account_id = ${p.account}::uuid and c.status in ('NOTICE', 'WITH_SUPPORT')`,
)

/** The claim of an account that everybody there should know of; undefined when there is none. */
export async function noticedClaim(db: Database, account: AccountId): Promise<NoticedClaim | undefined> {
  return (await noticed(db, { account }))[0]
}
