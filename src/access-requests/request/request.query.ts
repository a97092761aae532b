import { sql } from 'kysely'
import type { GrantedRole } from '../../accounts/domain/roles.ts'
import { decidedRole } from '../../people/index.ts'
import type { PersonId, RequestId } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { roleNamesIn, type SaidRule } from '../../rules/index.ts'
import type { Ask } from '../domain/request.ts'
import type { SeenRequest, Sight } from '../requests.store.ts'
import { sightOf, stillAdministers } from '../requests.store.ts'
import { askFromJson } from '../told.store.ts'
import { type Waiting, waitingColumns, waitingFrom, type WaitingRow } from './waiting.query.ts'

/** One thing that happened to a request. */
export type Happened = {
  readonly type: string
  readonly at: Date
  readonly actor: PersonId | null
  /** Who it was; null when a clock or the system acted. */
  readonly name: NameParts | null
  readonly facts: Readonly<Record<string, unknown>>
}

/** The parts of a name, for `nameOf`. */
export type NameParts = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
}

/** A mail about a request: to whom, and how far it came. */
export type Delivery = {
  readonly kind: string
  readonly name: NameParts | null
  readonly address: string
  readonly state: 'QUEUED' | 'ACCEPTED' | 'DEFERRED' | 'BOUNCED' | 'SUPPRESSED'
  readonly at: Date
}

/** What the page of one request tells. */
export type Story = Waiting & {
  readonly happened: readonly Happened[]
  readonly deliveries: readonly Delivery[]
  /** What was asked before each amendment, by the version it was then. */
  readonly before: ReadonlyMap<number, { readonly ask: Ask; readonly reason: string }>
  readonly notes: ReadonlyMap<string, Note>
  readonly caseReference: string | null
  readonly caseId: string | null
  /** The version the viewer has recorded as read; null when none. */
  readonly viewed: number | null
  /** What the rule said that decided it, for those who see behind; null where somebody decided. */
  readonly ruleSaid: Pick<SaidRule, 'conditions' | 'outcome' | 'ownRoles'> | null
  /** The request in which a person was asked about what a rule had declined; null where nobody was. */
  readonly askedAs: RequestId | null
  /** The role of the account's own that it asks for is given no more. */
  readonly roleIsRetired: boolean
  /** The first of two approvals stands for the request as it is. */
  readonly isHalfApproved: boolean
}

/** What was given and written with one decision. */
type Note = { readonly note: string; readonly privateNote: string; readonly role: GrantedRole | null }

type Row = WaitingRow & {
  happened: { type: string; at: string; actor: PersonId | null; name: NameParts | null; body: string }[]
  deliveries: (Omit<Delivery, 'at'> & { at: string })[]
  before: { version: number; ask: Parameters<typeof askFromJson>[0]; reason: string }[]
  notes: (Note & { readonly id: string })[]
  caseReference: string | null
  caseId: string | null
  viewed: number | null
  ruleSaid: Story['ruleSaid']
  askedAs: RequestId | null
  roleIsRetired: boolean
  isHalfApproved: boolean
}

const name = sql`case when p.id is not null then json_build_object('firstName', p.first_name, 'lastName', p.last_name,
  'preferredFirstName', p.preferred_first_name,
  'address', case when p.status <> 'ERASED' then p.address else '' end) end`

type Values = { account: string; request: string; person: string; seesDelivery: boolean }

const read = prepare<Values, Row>(
  (v) => sql<Row>`
    select ${waitingColumns(v)},
      coalesce((
        select json_agg(json_build_object('type', e.type, 'at', e.occurred_at, 'actor', e.actor_id, 'name', ${name},
          'body', e.body) order by e.seq)
        from events e left join people p on p.id = e.actor_id
        where e.account_id = ${v.account}::uuid and e.request_id = ${v.request}::uuid), '[]') as happened,
      coalesce((
        select json_agg(json_build_object('kind', m.kind, 'address', case when ${v.seesDelivery}::boolean then m.address
          else '' end, 'name', case when ${v.seesDelivery}::boolean then ${name} end, 'state', m.state,
          'at', coalesce(m.settled_at, m.queued_at)) order by m.queued_at, m.id)
        from mails m left join people p on p.id = m.person_id
        where m.account_id = ${v.account}::uuid and m.request_id = ${v.request}::uuid), '[]') as deliveries,
      coalesce((
        select json_agg(json_build_object('version', a.version, 'ask', a.ask, 'reason', a.reason))
        from amendments a
        where a.account_id = ${v.account}::uuid and a.request_id = ${v.request}::uuid), '[]') as before,
      coalesce((
        select json_agg(json_build_object('id', d.id, 'note', d.note, 'role', ${decidedRole('d')},
          'privateNote', case when ${v.seesDelivery}::boolean then d.private_note else '' end))
        from decisions d
        where d.account_id = ${v.account}::uuid and d.request_id = ${v.request}::uuid), '[]') as notes,
      (select c.reference from cases c
        where c.account_id = ${v.account}::uuid and c.request_id = ${v.request}::uuid and c.cause <> 'PORTAL_TROUBLE'
        order by c.opened_at desc limit 1) as "caseReference",
      (select c.id from cases c
        where c.account_id = ${v.account}::uuid and c.request_id = ${v.request}::uuid and c.cause <> 'PORTAL_TROUBLE'
        order by c.opened_at desc limit 1) as "caseId",
      (select w.version from views w
        where w.account_id = ${v.account}::uuid and w.request_id = ${v.request}::uuid
          and w.person_id = ${v.person}::uuid) as viewed,
      (select json_build_object('conditions', u.conditions, 'outcome', u.outcome, 'ownRoles', ${roleNamesIn('u')})
        from decisions d join rule_versions u
          on u.account_id = d.account_id and u.rule_id = d.rule_id and u.version = d.rule_version
        where d.account_id = ${v.account}::uuid and d.request_id = ${v.request}::uuid and ${v.seesDelivery}::boolean) as "ruleSaid",
      (select n.id from access_requests n
        where n.account_id = ${v.account}::uuid and n.previous_request_id = ${v.request}::uuid and n.past_rules) as "askedAs",
      exists (
        select from access_requests r
        join custom_roles c on c.account_id = r.account_id and c.id = r.ask_custom_role_id and c.retired_at is not null
        where r.account_id = ${v.account}::uuid and r.id = ${v.request}::uuid) as "roleIsRetired",
      exists (
        select from decisions half join access_requests r
          on r.account_id = half.account_id and r.id = half.request_id and r.version = half.request_version
        where half.account_id = ${v.account}::uuid and half.request_id = ${v.request}::uuid and not half.final
          and ${stillAdministers('half')}) as "isHalfApproved"`,
)

/** Whether somebody sees names, deliveries and private notes: those who administer it, and support; never the requester. */
export function seesBehind(viewer: Sight, request: SeenRequest): boolean {
  return !request.mine && (request.administered || sightOf(viewer).seesAll)
}

/** All that happened to a request that the viewer may see. Names and notes they may not see are not even read. */
export async function readStory(db: Database, viewer: Sight, request: SeenRequest): Promise<Story> {
  const [row] = await read(db, {
    account: request.accountId,
    request: request.id,
    person: viewer.personId,
    seesDelivery: seesBehind(viewer, request),
  })
  if (!row) throw new Error('Reading gave no row')
  return {
    happened: row.happened.map(({ body, at, ...rest }) => ({
      ...rest,
      at: new Date(at),
      facts: factsIn(body),
    })),
    deliveries: row.deliveries.map((delivery) => ({ ...delivery, at: new Date(delivery.at) })),
    before: new Map(
      row.before.map(({ version, ask, reason }) => [version, { ask: askFromJson(ask), reason }]),
    ),
    notes: new Map(row.notes.map(({ id, ...texts }) => [id, texts])),
    ...waitingFrom(row),
    caseReference: row.caseReference,
    caseId: row.caseId,
    viewed: row.viewed,
    ruleSaid: row.ruleSaid,
    askedAs: row.askedAs,
    roleIsRetired: row.roleIsRetired,
    isHalfApproved: row.isHalfApproved,
  }
}

function factsIn(body: string): Readonly<Record<string, unknown>> {
  return (JSON.parse(body) as { facts?: Record<string, unknown> }).facts ?? {}
}
