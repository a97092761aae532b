import { codeOf as roleCode } from '../../accounts/domain/roles.ts'
import { sql } from 'kysely'
import type { AccountId, PersonId, RequestId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import {
  bandOf,
  codeOf,
  type Evidence,
  type MailState,
  type Reach,
} from '../../support-cases/domain/evidence.ts'
import type { StoredRequest } from '../requests.row.ts'
import { type Approver, approversOf, readRequest } from '../requests.store.ts'

type Row = {
  now: Date
  active: Record<string, string>
  mails: {
    personId: PersonId | null
    kind: string
    state: MailState
    attempts: number
    response: string | null
    at: string
  }[]
  reminders: { byHand: boolean; recipients: number; at: string }[]
  views: { personId: PersonId; version: number; at: string }[]
}

const most = 100

const read = prepare<{ account: string; request: string; people: readonly string[] }, Row>(
  (v) => sql<Row>`
    select app_now() as now,
      coalesce((
        select json_object_agg(p.id, greatest(
          (select max(s."seenAt") from auth.session s where s."userId" = p.id),
          (select max(t.last_used_at) from personal_tokens t where t.person_id = p.id)))
        from people p where p.id = any(${v.people}::uuid[])), '{}') as active,
      coalesce((
        select json_agg(json_build_object('personId', m.person_id, 'kind', m.kind, 'state', m.state,
          'attempts', m.attempts, 'response', m.response, 'at', coalesce(m.settled_at, m.queued_at))
          order by m.queued_at, m.id)
        from (select * from mails where account_id = ${v.account}::uuid and request_id = ${v.request}::uuid
          order by queued_at desc, id desc limit ${sql.lit(most)}) m), '[]') as mails,
      coalesce((
        select json_agg(json_build_object('byHand', m.kind = 'BY_HAND', 'recipients', m.recipients,
          'at', m.reminded_at) order by m.reminded_at)
        from reminders m
        where m.account_id = ${v.account}::uuid and m.request_id = ${v.request}::uuid), '[]') as reminders,
      coalesce((
        select json_agg(json_build_object('personId', w.person_id, 'version', w.version, 'at', w.first_at)
          order by w.first_at)
        from views w
        where w.account_id = ${v.account}::uuid and w.request_id = ${v.request}::uuid), '[]') as views`,
)

function reachOf({ reachable, bounced }: Approver): Reach {
  if (reachable) return 'REACHABLE'
  return bounced ? 'BOUNCED' : 'AWAY'
}

const iso = (at: string) => new Date(at).toISOString()

/** What is known about a request at this moment, as a case keeps it: ids, codes and times, no names and no texts. */
export async function evidenceOf(tx: Tx, request: StoredRequest): Promise<Evidence> {
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  const [row] = await read(tx, {
    account: request.accountId,
    request: request.id,
    people: approvers.map(({ personId }) => personId),
  })
  if (!row) throw new Error('Reading gave no row')
  const lastActive = (id: PersonId) => {
    const at = row.active[id]
    return bandOf(at ? new Date(at) : null, row.now)
  }
  return {
    takenAt: row.now.toISOString(),
    request: {
      reference: request.reference,
      version: request.version,
      submittedAt: request.submittedAt.toISOString(),
      dueAt: request.dueAt.toISOString(),
      expiresAt: request.expiresAt.toISOString(),
      scope: request.ask.scope.kind,
      role: request.ask.role && roleCode(request.ask.role),
      firstViewedAt: request.firstViewedAt?.toISOString() ?? null,
    },
    approvers: approvers.map((one) => ({
      personId: one.personId,
      reach: reachOf(one),
      lastActive: lastActive(one.personId),
      isBackup: one.isBackup,
    })),
    mails: row.mails.map(({ response, at, ...mail }) => ({ ...mail, answer: codeOf(response), at: iso(at) })),
    reminders: row.reminders.map(({ at, ...reminder }) => ({ ...reminder, at: iso(at) })),
    views: row.views.map(({ at, ...view }) => ({ ...view, at: iso(at) })),
  }
}

/** The same, about a request by its id. */
export async function evidenceAbout(tx: Tx, accountId: AccountId, id: RequestId): Promise<Evidence> {
  return evidenceOf(tx, await readRequest(tx, accountId, id))
}
