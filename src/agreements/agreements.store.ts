import { type RawBuilder, sql } from 'kysely'
import { type AccountId, installation, newId, type PersonId } from '../kernel/id.ts'
import { type Database, prepare, type Tx, withTimes } from '../platform/db/index.ts'
import type { AgreementId, Version, WhichVersion } from './domain/agreement.ts'

/** A title or a text in each language. */
export type InLanguages = { readonly en: string; readonly fr: string }

/** A version of an agreement without its text. */
export type ListedVersion = Version &
  WhichVersion & {
    readonly title: InLanguages
    readonly publishedAt: Date
    readonly retiredAt: Date | null
  }

/** A version of an agreement with its text. */
export type StoredVersion = ListedVersion & { readonly text: InLanguages }

const listed = sql`
  v.agreement_id as "agreementId", v.version, v.required_from as "requiredFrom", v.published_at as "publishedAt",
  a.retired_at as "retiredAt", jsonb_build_object('en', v.title_en, 'fr', v.title_fr) as title`
const whole = sql`${listed}, jsonb_build_object('en', v.text_en, 'fr', v.text_fr) as text`
const source = sql`
  agreement_versions v join agreements a on a.account_id = v.account_id and a.id = v.agreement_id`
const inOrder = sql`a.created_at, v.agreement_id, v.version desc`

const everyVersion = sql<ListedVersion>`
    select ${listed} from ${source} where v.account_id = ${sql.lit(installation)}::uuid order by ${inOrder}`
const all = prepare<Record<string, never>, ListedVersion>(() => everyVersion)

/** Every version of every agreement, the newest of each first. */
export function allVersions(db: Database | Tx): Promise<ListedVersion[]> {
  return all(db, {})
}

const newestOfEach = sql<StoredVersion>`
    select ${whole} from ${source}
    where v.account_id = ${sql.lit(installation)}::uuid and a.retired_at is null
      and not exists (select from agreement_versions o
        where o.account_id = v.account_id and o.agreement_id = v.agreement_id and o.version > v.version)
    order by ${inOrder}`
const newest = prepare<Record<string, never>, StoredVersion>(() => newestOfEach)

/** What an account accepts today: the newest version of each agreement that is not retired. */
export function newestVersions(db: Database | Tx): Promise<StoredVersion[]> {
  return newest(db, {})
}

const one = prepare<{ installation: string; agreement: string; version: number }, StoredVersion>(
  (p) => sql<StoredVersion>`
    select ${whole} from ${source}
    where v.account_id = ${p.installation}::uuid and v.agreement_id = ${p.agreement}::uuid
      and v.version = ${p.version}::int`,
)

/** One version; undefined when there is none. */
export async function findVersion(
  db: Database | Tx,
  { agreementId, version }: WhichVersion,
): Promise<StoredVersion | undefined> {
  return (await one(db, { installation, agreement: agreementId, version }))[0]
}

/** Writes an agreement without any version; gives its id. */
export async function insertAgreement(tx: Tx): Promise<AgreementId> {
  const id = newId<'agreement'>()
  await tx.insertInto('agreements').values({ account_id: installation, id }).execute()
  return id
}

/** Locks an agreement; undefined when there is none. */
export async function lockAgreement(
  tx: Tx,
  id: AgreementId,
): Promise<{ retiredAt: Date | null } | undefined> {
  const row = await tx
    .selectFrom('agreements')
    .select('retired_at as retiredAt')
    .where('account_id', '=', installation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row
}

/** A version on its way into the database. */
export type NewVersion = WhichVersion & {
  readonly title: InLanguages
  readonly text: InLanguages
  readonly requiredFrom: Date
  readonly by: PersonId
}

/** Writes the next version of a locked agreement; false when the number is taken. */
export async function insertVersion(tx: Tx, made: NewVersion): Promise<boolean> {
  const row = await tx
    .insertInto('agreement_versions')
    .values({
      account_id: installation,
      agreement_id: made.agreementId,
      version: made.version,
      title_en: made.title.en,
      title_fr: made.title.fr,
      text_en: made.text.en,
      text_fr: made.text.fr,
      required_from: made.requiredFrom,
      published_by: made.by,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** Nobody has to accept it any more; false when that was so already. */
export async function retire(tx: Tx, id: AgreementId): Promise<boolean> {
  const { rows } = await sql`
    update agreements set retired_at = app_now()
    where account_id = ${installation}::uuid and id = ${id}::uuid and retired_at is null returning id`.execute(
    tx,
  )
  return rows.length === 1
}

/** Who accepted which version for an account, and when. */
export type Acceptance = WhichVersion & {
  readonly at: Date
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
  readonly isErased: boolean
}

const acceptancesFor = (account: RawBuilder<unknown>) => sql<Acceptance>`
    select c.agreement_id as "agreementId", c.version, c.accepted_at as at, p.first_name as "firstName",
      p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.address,
      p.status = 'ERASED' as "isErased"
    from agreement_acceptances c join people p on p.id = c.person_id
    where c.account_id = ${account}::uuid order by c.accepted_at desc limit 500`

/** The agreements as an account stands to them. */
export type OfAccount = {
  /** Every version of every agreement, the newest of each first. */
  readonly versions: readonly ListedVersion[]
  /** What an account accepts today. */
  readonly newest: readonly StoredVersion[]
  /** What was accepted for it, the last first. */
  readonly accepted: readonly Acceptance[]
}

const listOf = (rows: RawBuilder<unknown>) => sql`coalesce((select json_agg(l) from (${rows}) l), '[]')`
const ofAccount = prepare<{ account: string }, OfAccount>(
  (p) => sql<OfAccount>`
    select ${listOf(everyVersion)} as versions, ${listOf(newestOfEach)} as newest,
      ${listOf(acceptancesFor(p.account))} as accepted`,
)

/** The agreements as an account stands to them, by one question. */
export async function agreementsOf(db: Database | Tx, account: AccountId): Promise<OfAccount> {
  const [found] = await ofAccount(db, { account })
  const { versions = [], newest: last = [], accepted = [] } = found ?? {}
  return {
    versions: versions.map((one) => withTimes(one, ['requiredFrom'])),
    newest: last.map((one) => withTimes(one, ['requiredFrom'])),
    accepted: accepted.map((one) => withTimes(one, ['at'])),
  }
}

/** Writes that somebody accepts a version for an account; false when somebody has already. */
export async function insertAcceptance(
  tx: Tx,
  { agreementId, version, account, by }: WhichVersion & { account: AccountId; by: PersonId },
): Promise<boolean> {
  const row = await tx
    .insertInto('agreement_acceptances')
    .values({ account_id: account, agreement_id: agreementId, version, person_id: by })
    .onConflict((clash) => clash.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}
