import { askedOwnRole } from '../people/index.ts'
import { sql } from 'kysely'
import type { PersonId } from '../kernel/id.ts'
import { prepare, type Tx } from '../platform/db/index.ts'
import type { AccessRequest, Ask } from './domain/request.ts'
import { askColumns, type Guard, stillAdministers } from './requests.store.ts'

type Reminder = {
  account: string
  request: string
  n: number
  by: string
  recipients: number
  version: number
}

const remind = prepare<Reminder, { n: number }>(
  (p) => sql<{ n: number }>`
    with sent as (
      insert into reminders (account_id, request_id, kind, n, sent_by, recipients, reminded_at)
      values (${p.account}::uuid, ${p.request}::uuid, 'BY_HAND', ${p.n}::int, ${p.by}::uuid, ${p.recipients}::int,
        app_now())
      on conflict do nothing
      returning n
    )
    update access_requests set last_reminded_at = app_now(), last_reminded_by_hand_at = app_now(),
      reminders_by_hand = ${p.n}::int
    from sent
    where account_id = ${p.account}::uuid and id = ${p.request}::uuid
      and status = 'PENDING' and version = ${p.version}::int
    returning sent.n`,
)

/** Writes the nth reminder by hand; false when it was written already. */
export async function writeReminder(
  tx: Tx,
  guard: Guard,
  reminder: { readonly n: number; readonly by: PersonId; readonly recipients: number },
): Promise<boolean> {
  const { accountId, id, version } = guard
  const rows = await remind(tx, { account: accountId, request: id, version, ...reminder })
  return rows.length === 1
}

type Amendment = ReturnType<typeof askColumns> & {
  account: string
  request: string
  version: number
  reason: string
}

const amend = prepare<Amendment, { version: number }>(
  (p) => sql<{ version: number }>`
    with before as (
      insert into amendments (account_id, request_id, version, ask, reason)
      select r.account_id, r.id, r.version, json_build_object('askScope', r.ask_scope, 'askVirtualAccountIds',
        r.ask_virtual_account_ids, 'askNamed', r.ask_named, 'askRole', r.ask_role, 'askOwnRole', ${askedOwnRole},
        'askEndsAt', r.ask_ends_at),
        r.reason
      from access_requests r where r.account_id = ${p.account}::uuid and r.id = ${p.request}::uuid
      returning version
    )
    update access_requests r set ask_scope = ${p.scope}, ask_virtual_account_ids = ${p.virtualAccounts}::uuid[],
      ask_named = ${p.named}, ask_role = ${p.role},
      ask_custom_role_id = ${p.ownRole}::uuid, ask_custom_role_version = ${p.ownRoleVersion}::int, ask_ends_at = ${p.endsAt}::timestamptz, reason = ${p.reason},
      version = r.version + 1, amendments = r.amendments + 1
    from before
    where r.account_id = ${p.account}::uuid and r.id = ${p.request}::uuid
      and r.status in ('PENDING', 'INFO_REQUESTED') and r.version = ${p.version}::int
    returning r.version`,
)

/** Writes another ask and reason, and keeps what they were; false when the request is no longer as it was. */
export async function writeAmendment(
  tx: Tx,
  guard: Guard,
  after: { readonly ask: Ask; readonly reason: AccessRequest['reason'] },
): Promise<boolean> {
  const { accountId, id, version } = guard
  const columns = askColumns(after.ask)
  const rows = await amend(tx, { account: accountId, request: id, version, reason: after.reason, ...columns })
  return rows.length === 1
}

const half = prepare<{ account: string; request: string; version: number }, { found: boolean }>(
  (p) => sql<{ found: boolean }>`
    select exists (
      select from decisions half where half.account_id = ${p.account}::uuid and half.request_id = ${p.request}::uuid
        and half.request_version = ${p.version}::int and half.verdict = 'APPROVE' and not half.final
        and ${stillAdministers('half')}
    ) as found`,
)

/** Whether the first of two approvals stands for this version of the request. */
export async function isHalfDecided(tx: Tx, guard: Guard): Promise<boolean> {
  const [row] = await half(tx, { account: guard.accountId, request: guard.id, version: guard.version })
  return row?.found ?? false
}

const look = prepare<
  { account: string; request: string; person: string; version: number },
  { first: boolean }
>(
  (p) => sql<{ first: boolean }>`
    with looked as (
      insert into views (account_id, request_id, person_id, version)
      values (${p.account}::uuid, ${p.request}::uuid, ${p.person}::uuid, ${p.version}::int)
      on conflict (account_id, request_id, person_id) do update set version = excluded.version
        where views.version < excluded.version
      returning (xmax = 0) as first
    ), seen as (
      update access_requests set first_viewed_at = app_now()
      where account_id = ${p.account}::uuid and id = ${p.request}::uuid and first_viewed_at is null
        and exists (select from looked)
    )
    select first from looked`,
)

/** Keeps that somebody who may decide looked at this version; true for their first look at the request. */
export async function writeView(tx: Tx, guard: Guard, by: PersonId): Promise<boolean> {
  const { accountId, id, version } = guard
  const [row] = await look(tx, { account: accountId, request: id, person: by, version })
  return row?.first ?? false
}
