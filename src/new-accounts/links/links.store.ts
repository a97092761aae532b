import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { installation } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { ApplicationId } from '../domain/application.ts'

/** What a link about an application is for: its domain says yes, or the nominee finds the way in. */
export type ApplicationLinkPurpose = 'CONFIRM_DOMAIN' | 'NOMINEE'

/** A link about an application that can still be used. */
export type ApplicationLink = {
  readonly applicationId: ApplicationId
  readonly purpose: ApplicationLinkPurpose
  readonly domain: string | null
  /** Which nominee it was mailed to. */
  readonly round: number | null
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

type NewLink = {
  hash: Buffer
  installation: string
  application: string
  purpose: string
  domain: string | null
  round: number | null
  days: number
}

const insert = prepare<NewLink, never>(
  (p) => sql<never>`
    insert into application_links (hash, account_id, application_id, purpose, domain, round, expires_at)
    values (${p.hash}, ${p.installation}::uuid, ${p.application}::uuid, ${p.purpose}, ${p.domain}, ${p.round}::int,
      app_now() + make_interval(days => ${p.days}::int))
    on conflict (hash) do nothing`,
)

/** Keeps the hash of a link's token, at the moment the mail is written; the same mail written again keeps its link. */
export async function keepApplicationLink(
  tx: Tx,
  token: string,
  link: ApplicationLink,
  days: number,
): Promise<void> {
  const { applicationId, purpose, domain, round } = link
  const about = { installation, application: applicationId, purpose, domain, round, days }
  await insert(tx, { hash: hashOf(token), ...about })
}

const columns = sql`application_id as "applicationId", purpose, domain, round`

const find = prepare<{ hash: Buffer }, ApplicationLink>(
  (p) => sql<ApplicationLink>`
    select ${columns} from application_links
    where hash = ${p.hash} and used_at is null and expires_at > app_now()`,
)

/** The link of a token while it can be used; looking changes nothing. */
export async function findApplicationLink(db: Database, token: string): Promise<ApplicationLink | undefined> {
  return (await find(db, { hash: hashOf(token) }))[0]
}

const use = prepare<{ hash: Buffer; purpose: string }, ApplicationLink>(
  (p) => sql<ApplicationLink>`
    update application_links set used_at = app_now()
    where hash = ${p.hash} and purpose = ${p.purpose} and used_at is null and expires_at > app_now()
    returning ${columns}`,
)

/** Uses a link up; of two at once only one gets it. */
export async function useApplicationLink(
  tx: Tx,
  token: string,
  purpose: ApplicationLinkPurpose,
): Promise<ApplicationLink | undefined> {
  return (await use(tx, { hash: hashOf(token), purpose }))[0]
}
