import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Given, Scope } from '../../accounts/domain/rights.ts'
import { codeOf, type GrantedRole, isCustom } from '../../accounts/domain/roles.ts'
import { type AccountId, type Id, newId, type PersonId, type VirtualAccountId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

export type InvitationId = Id<'invitation'>

/** An invitation lapses after so many days, counted from the newest mail. */
export const invitationDays = 14
/** So often one invitation is mailed. */
export const mostMails = 5

/** An invitation that nobody has settled and that has not lapsed. */
export type Invitation = {
  readonly accountId: AccountId
  readonly id: InvitationId
  readonly address: string
  readonly given: Given
  readonly locale: 'en' | 'fr'
  readonly invitedBy: PersonId
  readonly invitedAt: Date
  readonly lapsesAt: Date
  readonly mailed: number
  readonly lastMailedAt: Date
}

type Row = Omit<Invitation, 'given'> & {
  role: GrantedRole
  virtualAccountIds: VirtualAccountId[]
  endsAt: Date | null
}

/** SQL: the role of the invitation `i`; a custom one as it is now: whoever accepts is given it as everybody holds it. */
export const invitedRole = sql`
  case when i.custom_role_id is null then to_jsonb(i.role) else (
    select jsonb_build_object('id', c.id, 'name', c.name, 'version', c.version, 'reach', c.reach, 'actions', c.actions)
    from custom_roles c where c.account_id = i.account_id and c.id = i.custom_role_id) end`

const columns = sql`
  i.account_id as "accountId", i.id, i.address, ${invitedRole} as role, i.virtual_account_ids as "virtualAccountIds",
  i.ends_at as "endsAt", i.locale, i.invited_by as "invitedBy", i.invited_at as "invitedAt",
  i.lapses_at as "lapsesAt", i.mailed, i.last_mailed_at as "lastMailedAt"`
const isOpen = sql`i.settled_at is null and i.lapses_at > (select app_now())`

function invitationOf({ role, virtualAccountIds, endsAt, ...rest }: Row): Invitation {
  const scope: Scope =
    virtualAccountIds.length === 0 ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds }
  return { ...rest, given: { role, scope, endsAt } }
}

/** The hash by which an address is found; the address itself can be forgotten. */
export function hashOfAddress(address: string): Buffer {
  return createHash('sha256').update(address).digest()
}

const hashOfLink = (token: string): Buffer => createHash('sha256').update(token).digest()

const settleLapsed = prepare<{ account: string; hashes: readonly Buffer[] }, never>(
  (p) => sql<never>`
    update invitations set settled_at = lapses_at, outcome = 'LAPSED', address = '', link_hash = null
    where account_id = ${p.account}::uuid and address_hash = any(${p.hashes}::bytea[]) and settled_at is null
      and lapses_at <= (select app_now())`,
)
const invited = prepare<{ account: string; hashes: readonly Buffer[] }, { address: string }>(
  (p) => sql<{ address: string }>`
    select i.address from invitations i
    where i.account_id = ${p.account}::uuid and i.address_hash = any(${p.hashes}::bytea[]) and ${isOpen}`,
)

/** Which of these addresses an open invitation is on its way to. */
export async function invitedAmong(
  db: Database | Tx,
  accountId: AccountId,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await invited(db, { account: accountId, hashes: addresses.map(hashOfAddress) })
  return new Set(rows.map(({ address }) => address))
}

/** A new invitation. */
export type NewInvitation = {
  readonly accountId: AccountId
  readonly address: string
  readonly given: Given
  readonly locale: 'en' | 'fr'
  readonly by: PersonId
  readonly now: Date
}

/** Writes an invitation; undefined when one to this address is open. */
export async function insertInvitation(tx: Tx, made: NewInvitation): Promise<InvitationId | undefined> {
  const { accountId, address, given, now } = made
  const hash = hashOfAddress(address)
  await settleLapsed(tx, { account: accountId, hashes: [hash] })
  const id = newId<'invitation'>()
  const row = await tx
    .insertInto('invitations')
    .values({
      account_id: accountId,
      id,
      address,
      address_hash: hash,
      role: codeOf(given.role),
      ...(isCustom(given.role) && {
        custom_role_id: given.role.id,
        custom_role_version: given.role.version,
      }),
      virtual_account_ids: given.scope.kind === 'VIRTUAL' ? [...given.scope.virtualAccountIds] : [],
      ends_at: given.endsAt,
      locale: made.locale,
      invited_by: made.by,
      invited_at: now,
      lapses_at: lapsesFrom(now),
      last_mailed_at: now,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row && id
}

/** When an invitation that is mailed now lapses. */
export function lapsesFrom(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000)
}

const byId = prepare<{ account: string; id: string }, Row>(
  (p) => sql<Row>`
    select ${columns} from invitations i
    where i.account_id = ${p.account}::uuid and i.id = ${p.id}::uuid and ${isOpen}`,
)
const locked = prepare<{ account: string | null; id: string }, Row>(
  (p) => sql<Row>`
    select ${columns} from invitations i
    where i.id = ${p.id}::uuid and (${p.account}::uuid is null or i.account_id = ${p.account}::uuid) and ${isOpen}
    for update of i`,
)

/** An open invitation of an account; undefined when it is settled or has lapsed. */
export async function findInvitation(
  db: Database | Tx,
  which: { readonly accountId: AccountId; readonly id: string },
): Promise<Invitation | undefined> {
  const [row] = await byId(db, { account: which.accountId, id: which.id })
  return row && invitationOf(row)
}

/** The same, locked; its account may be unknown to whoever was invited. */
export async function lockInvitation(
  tx: Tx,
  which: { readonly accountId: AccountId | null; readonly id: string },
): Promise<Invitation | undefined> {
  const [row] = await locked(tx, { account: which.accountId, id: which.id })
  return row && invitationOf(row)
}

const toAddress = prepare<{ hash: Buffer }, Row>(
  (p) => sql<Row>`
    select ${columns} from invitations i where i.address_hash = ${p.hash} and ${isOpen} order by i.id limit 100`,
)

/** The open invitations to an address, of every account. */
export async function invitationsTo(db: Database | Tx, address: string): Promise<Invitation[]> {
  return (await toAddress(db, { hash: hashOfAddress(address) })).map(invitationOf)
}

const byLink = prepare<{ hash: Buffer }, Row>(
  (p) => sql<Row>`select ${columns} from invitations i where i.link_hash = ${p.hash} and ${isOpen}`,
)

/** The open invitation whose newest mail carries this link; looking changes nothing. */
export async function invitationByLink(db: Database, token: string): Promise<Invitation | undefined> {
  const [row] = await byLink(db, { hash: hashOfLink(token) })
  return row && invitationOf(row)
}

/** Keeps the hash of the link of a mail, when it is written; links of earlier mails lead nowhere any more. */
export async function keepInvitationLink(
  tx: Tx,
  { accountId, id }: Invitation,
  token: string,
): Promise<void> {
  await sql`update invitations set link_hash = ${hashOfLink(token)}
    where account_id = ${accountId}::uuid and id = ${id}::uuid`.execute(tx)
}

const settle = prepare<{ account: string; id: string; by: string | null; outcome: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    update invitations set settled_at = app_now(), settled_by = ${p.by}::uuid, outcome = ${p.outcome}, address = '',
      link_hash = null
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and settled_at is null
    returning id`,
)

const accepted = prepare<{ id: string; by: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    select id from invitations
    where id = ${p.id}::uuid and settled_by = ${p.by}::uuid and outcome = 'ACCEPTED'`,
)

/** Whether somebody has accepted an invitation already, by a press or by proving its address. */
export async function hasAccepted(db: Database, id: string, by: PersonId): Promise<boolean> {
  return (await accepted(db, { id, by })).length > 0
}

/** Ends an invitation and forgets its address; false when it had ended. */
export async function settleInvitation(
  tx: Tx,
  { accountId, id }: Pick<Invitation, 'accountId' | 'id'>,
  ending: { readonly outcome: 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN'; readonly by: PersonId },
): Promise<boolean> {
  return (await settle(tx, { account: accountId, id, by: ending.by, outcome: ending.outcome })).length === 1
}

/** Counts one more mail of an invitation, which lapses later for it. */
export async function mailAgain(tx: Tx, { accountId, id }: Invitation, now: Date): Promise<void> {
  await tx
    .updateTable('invitations')
    .set((update) => ({
      mailed: update('mailed', '+', 1),
      last_mailed_at: now,
      lapses_at: lapsesFrom(now),
    }))
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
}
