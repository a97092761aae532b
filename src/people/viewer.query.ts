import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '../kernel/id.ts'
import { type Database, prepare } from '../platform/db/index.ts'
import { type Counters, isComplete, type KnownPerson } from './domain/viewer.ts'
import { carries } from './granted-role.query.ts'
import type { Reader } from '../platform/i18n/reader.ts'

/** Somebody who is signed in: their profile, what the header counts, and the database's time of the look-up. */
export type Viewer = KnownPerson & {
  readonly sessionId: string
  readonly reader: Reader
  /** When the password was last typed in this session. */
  readonly authenticatedAt: Date
  readonly now: Date
  readonly profileComplete: boolean
  readonly counters: Counters
  /** Since when mail to their address comes back; null: it does not. */
  readonly mailBouncedAt: Date | null
}

/** SQL: the grant `g` is not over: it gives its rights now, or would if it were not suspended. */
export const grantIsHeld = sql<boolean>`g.revoked_at is null and (g.ends_at is null or g.ends_at > (select app_now()))`

/** SQL: the grant `g` gives its rights now. */
export const grantIsActive = sql<boolean>`g.suspended_at is null and ${grantIsHeld}`

/**
 * SQL: this person sees the requests for all that the request `r` asks for: the account, or virtual accounts that cover
 * the whole asked scope. Whether they may also decide it is for `mayBeDecidedBy`.
 */
export function administersAsked(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return coversAsked(person, seesRequests)
}

/** SQL: this person would see the request `r` if its account were not suspended. */
export function administersOnceResumed(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return coversAsked(person, seesRequests, sql<boolean>`(g.suspended_because = 'ACCOUNT' and ${grantIsHeld})`)
}

const seesRequests = sql<boolean>`(g.decides or coalesce('see-requests' = any(g.custom_actions), false))`

/** SQL: this person's grants that have the power reach all that the request `r` asks for. */
function coversAsked(
  person: RawBuilder<unknown>,
  power: RawBuilder<boolean>,
  counts: RawBuilder<boolean> = grantIsActive,
): RawBuilder<boolean> {
  return sql<boolean>`(
    exists (
      select from grants g
      where g.person_id = ${person}::uuid and g.account_id = r.account_id and ${power}
        and g.virtual_account_id is null and ${counts}
    )
    or (r.ask_scope = 'VIRTUAL' and not exists (
      select from unnest(r.ask_virtual_account_ids) as asked (id)
      where not exists (
        select from virtual_accounts v
        join grants g on g.account_id = v.account_id and g.virtual_account_id = any(v.path)
        where v.account_id = r.account_id and v.id = asked.id
          and g.person_id = ${person}::uuid and ${power} and ${counts}
        -- Looked up one by one: as a join it reads all virtual accounts of the account for each request.
        offset 0
      )
    ))
  )`
}

/**
 * SQL: the open request `r` may be decided by this person now. True for administrators of the account, and for
 * administrators of virtual accounts that cover the whole asked scope; never for one's own request.
 */
export function mayBeDecidedBy(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(
    r.status in ('PENDING', 'INFO_REQUESTED')
    and r.requester_id <> ${person}::uuid and r.beneficiary_id <> ${person}::uuid
    and ${coversAsked(person, sql<boolean>`g.decides`)}
  )`
}

/** SQL: the accounts where this person decides on something, as `(account_id)`. */
export function accountsDecidedBy(person: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select distinct g.account_id from grants g
    where g.person_id = ${person}::uuid and g.decides and ${grantIsActive}
  )`
}

/**
 * SQL: the mail `m` still has something to say to this person in their bell, for ninety days: what asks them to decide
 * or to accept only while they may, what is about a request only while they may see it.
 */
export function stillTold(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(
    m.kind <> 'digest' and m.queued_at > (select app_now()) - interval '90 days' and (m.request_id is null or exists (
      select from access_requests r
      where r.account_id = m.account_id and r.id = m.request_id
        and case when m.category in ('decision-needed', 'reminder') then ${mayBeDecidedBy(person)}
          else ${person}::uuid in (r.requester_id, r.beneficiary_id) or ${administersAsked(person)}
            or exists (select from people o where o.id = ${person}::uuid and (o.is_support or o.is_operator))
          end
    ))
    and (m.kind <> 'agreement.published' or ${mayStillAccept(person)})
  )`
}

// What the mail `m` asks them to accept is not accepted for some account for which they could.
function mayStillAccept(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from agreement_versions v
    join agreements t on t.account_id = v.account_id and t.id = v.agreement_id and t.retired_at is null
    join grants g on g.person_id = ${person}::uuid and ${carries('accept-agreements', ['SA', 'AG'])} and ${grantIsActive}
    join accounts a on a.id = g.account_id and a.status = 'ACTIVE'
    where v.agreement_id = (m.payload ->> 'agreementId')::uuid and v.version = (m.payload ->> 'version')::int
      and not exists (select from agreement_acceptances c
        where c.account_id = g.account_id and c.agreement_id = v.agreement_id and c.version >= v.version))`
}

const counted = {
  unread: (person: RawBuilder<unknown>) => sql`(
    select count(*)::int from (
      select from mails m where m.person_id = ${person}::uuid and m.read_at is null and ${stillTold(person)} limit 100
    ) unread)`,
  toDecide: (person: RawBuilder<unknown>) => sql`(
    select count(*)::int from (
      select from ${accountsDecidedBy(person)} mine
      join access_requests r on r.account_id = mine.account_id
      where ${mayBeDecidedBy(person)} limit 100
    ) waiting)`,
  toAnswer: sql`(select count(*)::int from (select from cases c where c.status = 'OPEN' limit 100) unanswered)`,
  ownOpen: (person: RawBuilder<unknown>) => sql`(
    select count(*)::int from (
      select from access_requests r
      where r.requester_id = ${person}::uuid and r.status in ('PENDING', 'INFO_REQUESTED') limit 100
    ) open)`,
}

type Row = {
  personId: PersonId
  address: string
  verified: boolean
  firstName: string
  lastName: string
  preferredFirstName: string
  company: string
  country: string
  siteAddress: string
  companyPhone: string
  directoryId: string | null
  ownedFields: KnownPerson['ownedFields']
  isSupport: boolean
  isOperator: boolean
  locale: 'en' | 'fr'
  timeZone: string
  mailBouncedAt: Date | null
  now: Date
  canDecide: boolean
  manages: boolean
  toDecide: number
  toAnswer: number
  ownOpen: number
  unread: number
}

const counts = sql`
  case when held.can_decide then ${counted.toDecide(sql`p.id`)} else 0 end as "toDecide",
  case when p.is_support then ${counted.toAnswer} else 0 end as "toAnswer",
  ${counted.ownOpen(sql`p.id`)} as "ownOpen", ${counted.unread(sql`p.id`)} as unread`

const nothingCounted = sql`0 as "toDecide", 0 as "toAnswer", 0 as "ownOpen", 0 as unread`

const person = sql`
  p.id as "personId", p.address, p.verified_at is not null as verified, p.first_name as "firstName",
  p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.company, p.country,
  p.site_address as "siteAddress", p.company_phone as "companyPhone", p.directory_id as "directoryId",
  p.owned_fields as "ownedFields", p.is_support as "isSupport", p.is_operator as "isOperator", p.locale,
  p.time_zone as "timeZone", app_now() as now, held.can_decide as "canDecide", held.manages,
  p.mail_bounced_at as "mailBouncedAt"`

const held = sql`
  cross join lateral (
    select coalesce(bool_or(g.decides), false) as can_decide,
      coalesce(bool_or(g.manages), false) as manages
    from grants g where g.person_id = p.id and ${grantIsActive}
  ) held`

type SessionRow = Row & { sessionId: string; authenticatedAt: Date; seenAt: Date }

const sessionIsOpen = sql`s."endedAt" is null and p.status = 'ACTIVE' and s."expiresAt" > app_now()
      and case when held.can_decide or p.is_support or p.is_operator
        then s."seenAt" > app_now() - interval '30 minutes' and s."createdAt" > app_now() - interval '12 hours'
        else s."seenAt" > app_now() - interval '12 hours' and s."createdAt" > app_now() - interval '7 days'
      end`

const bySession = (counters: RawBuilder<unknown>) =>
  prepare<{ token: string }, SessionRow>(
    ({ token }) => sql<SessionRow>`
    select s.id as "sessionId", s."authenticatedAt", s."seenAt", ${person}, ${counters}
    from auth.session s
    join people p on p.id = s."userId"
    ${held}
    where s.token = ${token} and ${sessionIsOpen}`,
  )
const findBySession = { counted: bySession(counts), uncounted: bySession(nothingCounted) }

const openOnes = prepare<{ ids: readonly string[] }, { id: string }>(
  ({ ids }) => sql<{ id: string }>`
    select s.id from auth.session s join people p on p.id = s."userId" ${held}
    where s.id = any(${ids}::uuid[]) and ${sessionIsOpen}`,
)

/** Which of these sessions still let their holder in. */
export async function openSessionsAmong(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await openOnes(db, { ids })).map(({ id }) => id))
}

type TokenRow = Row & { tokenId: string; scopes: string[]; lastUsedAt: Date | null }

const findByToken = prepare<{ hash: Buffer }, TokenRow>(
  ({ hash }) => sql<TokenRow>`
    select t.id as "tokenId", t.scopes, t.last_used_at as "lastUsedAt", ${person}, ${nothingCounted}
    from personal_tokens t
    join people p on p.id = t.person_id
    ${held}
    where t.hash = ${hash} and t.revoked_at is null and t.expires_at > app_now() and p.status = 'ACTIVE'`,
)

function viewerOf(row: Row, session: { sessionId: string; authenticatedAt: Date }): Viewer {
  const { canDecide, manages, toDecide, toAnswer, ownOpen, unread, ...known } = row
  return {
    ...known,
    ...session,
    reader: { locale: row.locale, timeZone: row.timeZone },
    profileComplete: isComplete(row),
    counters: { toDecide, toAnswer, ownOpen, unread, manages, canDecide },
  }
}

/**
 * Who holds the session with this token, and when it was last seen; undefined when it has ended. `uncounted`: the
 * counters, which only a page's header shows and which cost more than all the rest, stay 0.
 */
export async function viewerBySession(
  db: Database,
  token: string,
  counting: keyof typeof findBySession = 'counted',
): Promise<{ viewer: Viewer; seenAt: Date } | undefined> {
  const [row] = await findBySession[counting](db, { token })
  if (!row) return undefined
  const { sessionId, authenticatedAt, seenAt, ...rest } = row
  return { viewer: viewerOf(rest, { sessionId, authenticatedAt }), seenAt }
}

/**
 * Who holds the personal access token with this hash, with the token's scopes; undefined when it gives nothing. No page
 * is shown to them, so nothing is counted.
 */
export async function viewerByToken(
  db: Database,
  hash: Buffer,
): Promise<
  { viewer: Viewer; scopes: readonly string[]; tokenId: string; lastUsedAt: Date | null } | undefined
> {
  const [row] = await findByToken(db, { hash })
  if (!row) return undefined
  const { tokenId, scopes, lastUsedAt, ...rest } = row
  const session = { sessionId: `token:${tokenId}`, authenticatedAt: new Date(0) }
  return { viewer: viewerOf(rest, session), scopes, tokenId, lastUsedAt }
}
