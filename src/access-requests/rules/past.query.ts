import { sql } from 'kysely'
import type { Given, Grant } from '../../accounts/domain/rights.ts'
import type { AccountId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { askedOwnRole, decidedRole, grantedRole, grantIsActive } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { mostRehearsed, rehearsedDays } from '../../rules/domain/rehearse.ts'
import type { Ask, Profile } from '../domain/request.ts'
import { type AskRow, askOf } from '../requests.row.ts'

/** A request of the past, as it is replayed. */
export type PastRequest = {
  readonly id: RequestId
  readonly reference: string
  readonly requesterId: PersonId
  readonly beneficiaryId: PersonId
  readonly profile: Profile
  readonly ask: Ask
  readonly submittedAt: Date
  readonly address: string
  readonly verified: boolean
  /** What people decided; null when nobody did. */
  readonly verdict: 'APPROVE' | 'DECLINE' | null
  readonly given: Given | null
}

type Row = Omit<PastRequest, 'ask' | 'given'> &
  AskRow & {
    role: Given['role'] | null
    scope: 'ACCOUNT' | 'VIRTUAL' | null
    virtualAccountIds: VirtualAccountId[] | null
    endsAt: Date | null
  }

const past = prepare<{ account: string }, Row>(
  (p) => sql<Row>`
    select r.id, r.reference, r.requester_id as "requesterId", r.beneficiary_id as "beneficiaryId", r.profile,
      r.ask_scope as "askScope", r.ask_virtual_account_ids as "askVirtualAccountIds", r.ask_named as "askNamed",
      r.ask_role as "askRole", ${askedOwnRole} as "askOwnRole", r.ask_ends_at as "askEndsAt", r.submitted_at as "submittedAt", p.address,
      p.verified_at is not null as verified, d.verdict, ${decidedRole('d')} as role, d.scope,
      d.virtual_account_ids as "virtualAccountIds", d.ends_at as "endsAt"
    from access_requests r
    join people p on p.id = r.beneficiary_id
    left join decisions d on d.account_id = r.account_id and d.request_id = r.id and d.final and d.rule_id is null
    where r.account_id = ${p.account}::uuid and not r.past_rules
      and r.submitted_at > (select app_now()) - make_interval(days => ${sql.lit(rehearsedDays)})
    order by r.submitted_at desc, r.id desc limit ${sql.lit(mostRehearsed + 1)}`,
)

/** The requests of an account in the days that a rehearsal looks back on, newest first; one more than it replays. */
export async function pastRequests(db: Database, accountId: AccountId): Promise<PastRequest[]> {
  return (await past(db, { account: accountId })).map(
    ({ askScope, askVirtualAccountIds, askNamed, askRole, askOwnRole, askEndsAt, role, scope, ...row }) => {
      const { virtualAccountIds, endsAt, ...rest } = row
      return {
        ...rest,
        ask: askOf({ askScope, askVirtualAccountIds, askNamed, askRole, askOwnRole, askEndsAt }),
        given: role && {
          role,
          endsAt,
          scope:
            scope === 'ACCOUNT'
              ? { kind: 'ACCOUNT' }
              : { kind: 'VIRTUAL', virtualAccountIds: virtualAccountIds ?? [] },
        },
      }
    },
  )
}

const deciding = prepare<{ account: string }, Grant>(
  (p) => sql<Grant>`
    select g.id, g.account_id as "accountId", g.person_id as "personId", ${grantedRole} as role,
      g.virtual_account_id as "virtualAccountId", g.ends_at as "endsAt", g.revoked_at as "revokedAt",
      g.suspended_at as "suspendedAt"
    from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
    where g.account_id = ${p.account}::uuid and g.decides and ${grantIsActive}`,
)

/** What those who decide in an account hold there. */
export function decidingGrants(db: Database | Tx, accountId: AccountId): Promise<Grant[]> {
  return deciding(db, { account: accountId })
}
