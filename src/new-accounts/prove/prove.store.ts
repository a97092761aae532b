import { sql } from 'kysely'
import type { AccountId } from '../../kernel/id.ts'
import type { ProviderId } from '../../people/domain/provider.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import type { ApplicationId } from '../domain/application.ts'

const verify = prepare<{ account: string; domain: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    update accounts set verified_domains = array_append(verified_domains, ${p.domain})
    where id = ${p.account}::uuid and not (${p.domain} = any(verified_domains)) returning id`,
)

/** Writes that an account has proven a domain; false when it had before. */
export async function addVerifiedDomain(tx: Tx, account: AccountId, domain: string): Promise<boolean> {
  return (await verify(tx, { account, domain })).length === 1
}

const proven = prepare<{ provider: string; domains: readonly string[] }, { id: ApplicationId }>(
  (p) => sql<{ id: ApplicationId }>`
    select id from account_applications
    where proof_provider_id = ${p.provider}::uuid and identifier = any(${p.domains}::text[])
      and status in ('CHECKING', 'ACTION_NEEDED', 'AWAITING_NOMINEE', 'ACTIVE')
    order by id`,
)

/** The applications, open or accepted, whose domain an identity provider has proven. */
export async function applicationsProvenBy(
  tx: Tx,
  provider: ProviderId,
  domains: readonly string[],
): Promise<ApplicationId[]> {
  return (await proven(tx, { provider, domains })).map(({ id }) => id)
}

const drop = prepare<{ account: string; domain: string }, { id: AccountId }>(
  (p) => sql<{ id: AccountId }>`
    with recursive way as (
      select id, merged_into from accounts where id = ${p.account}::uuid
      union select a.id, a.merged_into from accounts a join way on a.id = way.merged_into
    )
    update accounts set verified_domains = array_remove(verified_domains, ${p.domain})
    where id in (select id from way) and ${p.domain} = any(verified_domains) returning id`,
)

/** Takes a proven domain from an account, or from the one that it has become a part of; gives which, if it had it. */
export async function dropVerifiedDomain(
  tx: Tx,
  account: AccountId,
  domain: string,
): Promise<AccountId | undefined> {
  return (await drop(tx, { account, domain }))[0]?.id
}
