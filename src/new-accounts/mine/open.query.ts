import { type RawBuilder, sql } from 'kysely'
import { installation } from '../../kernel/id.ts'
import type { ApplicationId, ApplicationStatus } from '../domain/application.ts'

/** An application that is not over, as somebody's home page shows it. */
export type OpenApplication = {
  readonly id: ApplicationId
  readonly reference: string
  readonly name: string
  readonly status: ApplicationStatus
  /** What somebody has to do about it: accept it, change it, or name somebody else; null when it waits for others. */
  readonly waits: 'ACCEPT' | 'CHANGE' | 'NAME' | null
}

const most = 5

/** SQL: the open applications of somebody, and those that their verified address is to accept. */
export const openApplications = (person: RawBuilder<unknown>) => sql<OpenApplication>`
  select a.id, a.reference, a.name, a.status, case
      when a.status = 'AWAITING_NOMINEE' and p.verified_at is not null and a.nominee_address = p.address then 'ACCEPT'
      when a.action = 'OPERATOR' then 'CHANGE'
      when a.action = 'NOMINEE' then 'NAME'
    end as waits
  from people p join account_applications a on a.account_id = ${sql.lit(installation)}::uuid and a.id in (
    (select m.id from account_applications m where m.requester_id = p.id and m.settled_at is null
      order by m.id desc limit ${sql.lit(most)})
    union all
    (select m.id from account_applications m
      where m.nominee_address = p.address and p.verified_at is not null and m.status = 'AWAITING_NOMINEE'
      order by m.id desc limit ${sql.lit(most)}))
  where p.id = ${person}::uuid
  order by a.id desc limit ${sql.lit(most)}`
