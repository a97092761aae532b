import { sql } from 'kysely'
import type { GrantSource } from '../../accounts/domain/events.ts'
import type { CustomRoleId, GrantedRole, Role } from '../../accounts/domain/roles.ts'
import type { AccountId, GrantId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import type { nameOf } from '../../people/domain/viewer.ts'
import { grantedRole, grantIsHeld, isAwayAs } from '../../people/index.ts'
import {
  allOf,
  type Database,
  lookedFor,
  type Placeholders,
  prepare,
  type Reading,
  type Tx,
} from '../../platform/db/index.ts'

type Name = Parameters<typeof nameOf>[0]

/** One role of somebody in the list. */
export type UserGrant = {
  readonly id: GrantId
  readonly role: GrantedRole
  readonly virtualAccountId: VirtualAccountId | null
  readonly endsAt: Date | null
  readonly since: Date
  readonly source: GrantSource
  readonly requestId: RequestId | null
  readonly reference: string | null
  /** The user group it comes from. */
  readonly groupId: string | null
  readonly groupName: string | null
  readonly givenBy: Name | null
  readonly isSuspended: boolean
  /** Who proposed to remove this administrator, while a second one is waited for. */
  readonly removalBy: Name | null
}

/** How long ago somebody was here last; null when never. */
export type Activity = 'week' | 'month' | 'quarter' | 'older' | null

/** Somebody who holds at least one role in an account. */
export type UserRow = Name & {
  readonly personId: PersonId
  readonly isDisabled: boolean
  readonly hasBounced: boolean
  readonly isAway: boolean
  /** Their confirmed address lies in a domain that the account has proved. */
  readonly ofTheHouse: boolean
  readonly activity: Activity
  /** The account's own words for them. */
  readonly tags: readonly string[]
  readonly grants: readonly UserGrant[]
  /** Sorts the list, and says where the next page goes on. */
  readonly key: string
}

/** What the list is narrowed to, and where it goes on. */
export type UserFilter = {
  readonly account: AccountId
  /** The virtual accounts whose people are shown; null for the whole account. */
  readonly within: readonly VirtualAccountId[] | null
  readonly find: string
  readonly role: Role | CustomRoleId | null
  /** Only roles in this virtual account. */
  readonly place: VirtualAccountId | null
  readonly outside: boolean
  /** Only roles that end within 30 days. */
  readonly ending: boolean
  /** Only this person. */
  readonly person: PersonId | null
  /** Only those who carry this tag. */
  readonly tag?: string | null
  readonly after: readonly [key: string, id: string] | null
  readonly limit: number
}

type Values = {
  account: string
  within: readonly string[] | null
  find: string
  role: string | null
  place: string | null
  outside: boolean
  ending: boolean
  person: string | null
  tag: string | null
  afterKey: string | null
  afterId: string | null
  limit: number
}

const ofTheHouse = (person: 'p' | 'found') => {
  const of = (column: string) => sql.ref(`${person}.${column}`)
  return sql`${of('verified_at')} is not null and split_part(${of('address')}, '@', 2) = any(a.verified_domains)`
}
const nameJson = (p: string) => {
  const of = (column: string) => sql.ref(`${p}.${column}`)
  return sql`case when ${of('id')} is not null then json_build_object('firstName', ${of('first_name')},
    'lastName', ${of('last_name')}, 'preferredFirstName', ${of('preferred_first_name')}, 'address', ${of('address')}) end`
}

/** Which of the narrowings are asked for: each mix is a statement of its own, so that its plan fits it. */
type Mix = { readonly [Name in (typeof narrowings)[number]]: boolean }
const narrowings = ['within', 'find', 'role', 'place', 'outside', 'ending', 'person', 'tag', 'after'] as const

function mixOf({ within, find, role, place, outside, ending, person, tag, after }: UserFilter): Mix {
  return {
    within: within !== null,
    find: find !== '',
    role: role !== null,
    place: place !== null,
    outside,
    ending,
    person: person !== null,
    tag: (tag ?? null) !== null,
    after: after !== null,
  }
}

const seenGrant = (p: Placeholders<Values>, { within }: Mix) =>
  within ? sql`and g.virtual_account_id = any(${p.within}::uuid[])` : sql``

function narrowed(p: Placeholders<Values>, mix: Mix, areFew: boolean) {
  return sql`
    ${mix.person ? sql`and m.person_id = ${p.person}::uuid` : sql``}
    ${mix.after ? sql`and (m.sort_key, m.person_id) > (${p.afterKey}::text collate "C", ${p.afterId}::uuid)` : sql``}
    ${mix.outside ? sql`and not (${ofTheHouse('found')})` : sql``}
    ${
      mix.tag
        ? sql`and exists (select from person_tags x where x.account_id = m.account_id and x.tag_id = ${p.tag}::uuid
            and x.person_id = m.person_id)`
        : sql``
    }
    and ${areFew ? eachHolds(p, mix) : holds(p, mix)}`
}

// Both are kept from becoming joins: the planner does not know how large this account is, and joins all of it.
function holds(p: Placeholders<Values>, mix: Mix) {
  if (!(mix.within || mix.role || mix.place || mix.ending)) return eachHolds(p, mix)
  return sql`(m.person_id in (
      select g.person_id from grants g where g.account_id = ${p.account}::uuid and ${isMeant(p, mix)})) is true`
}

const eachHolds = (p: Placeholders<Values>, mix: Mix) => sql`exists (
      select from grants g
      where g.account_id = m.account_id and g.person_id = found.id and ${isMeant(p, mix)} offset 0)`

const isMeant = (p: Placeholders<Values>, mix: Mix) => sql`${grantIsHeld} ${seenGrant(p, mix)}
        ${mix.role ? sql`and coalesce(g.custom_role_id::text, g.role) = ${p.role}::text` : sql``}
        ${mix.place ? sql`and g.virtual_account_id = ${p.place}::uuid` : sql``}
        ${mix.ending ? sql`and g.ends_at > (select app_now()) and g.ends_at < (select app_now()) + interval '30 days'` : sql``}`

// Few people are looked up by what they hold: by its people, PostgreSQL would read the whole of a large account.
function membersAmong(p: Placeholders<Values>, mix: Mix, { from, condition, areFew }: Reading) {
  const members = areFew
    ? sql`${from} cross join lateral (select ${p.account}::uuid as account_id, found.id as person_id,
        member_sort_key(found.last_name, found.first_name) collate "C" as sort_key) m`
    : sql`account_members m cross join lateral (select f.* from people f where f.id = m.person_id offset 0) found`
  return sql`
      select m.account_id, m.person_id, m.sort_key from ${members} join accounts a on a.id = m.account_id
      where m.account_id = ${p.account}::uuid ${narrowed(p, mix, areFew)} and ${condition}
      order by m.sort_key, m.person_id limit ${p.limit}::int`
}

const listed = (p: Placeholders<Values>, mix: Mix) => sql<UserRow>`
    with shown as materialized (${
      mix.find
        ? lookedFor('people', p.find, (reading) => membersAmong(p, mix, reading))
        : membersAmong(p, mix, allOf('people'))
    })
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address, p.status <> 'ACTIVE' as "isDisabled",
      p.mail_bounced_at is not null as "hasBounced", ${isAwayAs('p')} as "isAway",
      coalesce(${ofTheHouse('p')}, false) as "ofTheHouse", shown.sort_key as key,
      case when s.seen_on is null then null
        when s.seen_on > (select app_now())::date - 7 then 'week'
        when s.seen_on > (select app_now())::date - 30 then 'month'
        when s.seen_on > (select app_now())::date - 90 then 'quarter' else 'older' end as activity,
      array(select t.name from person_tags x join custom_tags t on t.account_id = x.account_id and t.id = x.tag_id
        where x.account_id = shown.account_id and x.person_id = shown.person_id order by lower(t.name)) as tags,
      held.grants
    from shown join people p on p.id = shown.person_id join accounts a on a.id = shown.account_id
    left join person_activity s on s.person_id = p.id
    cross join lateral (
      select json_agg(json_build_object('id', g.id, 'role', ${grantedRole}, 'virtualAccountId', g.virtual_account_id,
        'endsAt', g.ends_at, 'since', g.created_at, 'source', g.source, 'requestId', g.request_id,
        'reference', r.reference, 'groupId', g.group_id, 'groupName', u.name, 'givenBy', ${nameJson('giver')}, 'isSuspended', g.suspended_at is not null,
        'removalBy', ${nameJson('remover')}) order by g.created_at, g.id) as grants
      from grants g
      left join people giver on giver.id = g.given_by and giver.status <> 'ERASED'
      left join access_requests r on r.account_id = g.account_id and r.id = g.request_id
      left join user_groups u on u.account_id = g.account_id and u.id = g.group_id
      left join administrator_removals m on m.account_id = g.account_id and m.grant_id = g.id
        and m.settled_at is null and m.lapses_at > (select app_now())
      left join people remover on remover.id = m.proposed_by
      where g.account_id = shown.account_id and g.person_id = shown.person_id and ${grantIsHeld} ${seenGrant(p, mix)}
    ) held
    order by shown.sort_key, shown.person_id`

type Found = { rows: UserRow[]; waiting: Waiting }
type Statements = {
  readonly list: ReturnType<typeof prepare<Values, UserRow>>
  readonly page: ReturnType<typeof prepare<Values, Found>>
}
const statements = new Map<string, Statements>()

function statementsFor(mix: Mix): Statements {
  const key = narrowings.map((name) => Number(mix[name])).join('')
  const known = statements.get(key)
  if (known) return known
  const made = {
    list: prepare<Values, UserRow>((p) => listed(p, mix)),
    page: prepare<Values, Found>((p) => withWaiting(p, mix)),
  }
  statements.set(key, made)
  return made
}

function valuesOf({ after, ...rest }: UserFilter): Values {
  return { ...rest, tag: rest.tag ?? null, afterKey: after?.[0] ?? null, afterId: after?.[1] ?? null }
}

/** Who holds what in an account, by last name, one row for each person. */
export async function usersOf(db: Database | Tx, filter: UserFilter): Promise<UserRow[]> {
  const rows = await statementsFor(mixOf(filter)).list(db, valuesOf(filter))
  return rows.map(withTimes)
}

// JSON knows no times.
function withTimes(row: UserRow): UserRow {
  const grants = row.grants.map((grant) => {
    const { endsAt, since } = grant
    return { ...grant, endsAt: endsAt && new Date(endsAt), since: new Date(since) }
  })
  return { ...row, grants }
}

/** Of the open invitations only so many of the newest, and one more, are counted. */
export const mostInvitations = 1_000

/** What waits for somebody in an account, beside its users. */
export type Waiting = {
  readonly invitations: number
  /** The tags of the account, to narrow the list by. */
  readonly tags: readonly { readonly id: string; readonly name: string }[]
  /** The roles that the account made for itself, to narrow the list by. */
  readonly ownRoles: readonly { readonly id: CustomRoleId; readonly name: string }[]
  readonly proposals: readonly {
    readonly id: string
    readonly person: Name
    readonly by: Name
  }[]
}

const withWaiting = (p: Placeholders<Values>, mix: Mix) => sql<Found>`
    select coalesce((select json_agg(l) from (${listed(p, mix)}) l), '[]') as rows, json_build_object(
      'invitations', (select count(*)::int from (
        select i.virtual_account_ids as places from invitations i where i.account_id = ${p.account}::uuid
          and i.settled_at is null and i.lapses_at > (select app_now())
        order by i.id desc limit ${sql.lit(mostInvitations + 1)}) newest
        where ${p.within}::uuid[] is null
          or (cardinality(newest.places) > 0 and newest.places <@ ${p.within}::uuid[])),
      'tags', coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name))
        from custom_tags t where t.account_id = ${p.account}::uuid), '[]'),
      'ownRoles', coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by lower(c.name))
        from custom_roles c where c.account_id = ${p.account}::uuid and c.retired_at is null), '[]'),
      'proposals', coalesce((
        select json_agg(json_build_object('id', m.id, 'person', ${nameJson('who')}, 'by', ${nameJson('proposer')})
          order by m.id)
        from administrator_proposals m join people who on who.id = m.person_id
        join people proposer on proposer.id = m.proposed_by
        where m.account_id = ${p.account}::uuid and m.settled_at is null and m.lapses_at > (select app_now())
          and ${p.within}::uuid[] is null
      ), '[]')) as waiting`

/** A page of the users of an account, with its open invitations, counted, and who is proposed as an administrator. */
export async function usersPage(
  db: Database,
  filter: UserFilter,
): Promise<{ readonly rows: readonly UserRow[]; readonly waiting: Waiting }> {
  const [found] = await statementsFor(mixOf(filter)).page(db, valuesOf(filter))
  if (!found) throw new Error('A query without a from gives one row')
  return { rows: found.rows.map(withTimes), waiting: found.waiting }
}
