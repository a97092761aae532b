import { sql } from 'kysely'
import { type AccountId, installation } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

/** What a young account has, of what it should; and whether an agreement waits for it. */
export type FirstSteps = {
  /** It was asked for and opened less than ninety days ago. */
  readonly isYoung: boolean
  readonly administrators: boolean
  readonly calendar: boolean
  readonly rules: boolean
  readonly contact: boolean
  /** How many agreements it has not accepted, and whether one of them is required by now. */
  readonly toAccept: number
  readonly isDue: boolean
}

const steps = prepare<{ account: string; installation: string }, FirstSteps>(
  (p) => sql<FirstSteps>`
    select exists (select from account_applications o where o.new_account_id = a.id)
        and a.created_at > (select app_now()) - interval '90 days' as "isYoung",
      (select count(distinct g.person_id) from grants g
        where g.account_id = a.id and g.role = 'SA' and ${grantIsActive}) >= 2 as administrators,
      a.holiday_country <> '' or exists (select from closed_days d where d.account_id = a.id) as calendar,
      exists (select from rules r where r.account_id = a.id) as rules,
      a.contact_address <> '' as contact,
      coalesce(due.n, 0)::int as "toAccept", coalesce(due.required, false) as "isDue"
    from accounts a left join lateral (
      select count(distinct v.agreement_id) as n, bool_or(v.required_from <= (select app_now())) as required
      from agreement_versions v
      join agreements t on t.account_id = v.account_id and t.id = v.agreement_id and t.retired_at is null
      where v.account_id = ${p.installation}::uuid and not exists (
        select from agreement_acceptances c
        where c.account_id = a.id and c.agreement_id = v.agreement_id and c.version >= v.version)
    ) due on true
    where a.id = ${p.account}::uuid`,
)

/** How far an account is set up. */
export async function firstStepsOf(db: Database, account: AccountId): Promise<FirstSteps | undefined> {
  return (await steps(db, { account, installation }))[0]
}
