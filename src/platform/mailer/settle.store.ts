import { sql } from 'kysely'
import { type Database, prepare, type Tx } from '../db/index.ts'
import { digestKind } from './digest.ts'
import type { Mail } from './letter.ts'

/** Who is told what became of a mail; each is called last in its transaction. */
export type Told = {
  /** The address of this person takes no mail. */
  readonly bounced: (
    tx: Tx,
    mail: Pick<Mail, 'account' | 'id' | 'kind'> & { personId: string },
  ) => Promise<void>
  /** It was tried for days. */
  readonly gaveUp: (tx: Tx, mail: Pick<Mail, 'account' | 'id' | 'kind'>) => Promise<void>
}

/** What became of a mail. */
export type Settled = {
  readonly state: 'QUEUED' | 'ACCEPTED' | 'BOUNCED' | 'SUPPRESSED' | 'DEFERRED'
  readonly response: string
  /** False: nothing was said about the mail itself, so it is no try. */
  readonly counts?: boolean
  readonly gaveUp?: boolean
  /** The address is at fault, not the mail. */
  readonly address?: boolean
  readonly told?: Told
}

type Which = Pick<Mail, 'account' | 'id' | 'kind' | 'personId' | 'address' | 'requestId'>

// Nobody reads control characters, and PostgreSQL takes no NUL.
const readable = (text: string) => text.replace(/\p{Cc}+/gu, ' ').slice(0, 300)

type Kept = {
  account: string
  id: string
  request: string | null
  address: string
  state: string
  response: string
  counts: boolean
  gaveUp: boolean
  outcome: string
  over: boolean
}

// Mails about one request go to one person in their order; the next of them need not wait any longer.
const keep = prepare<Kept, never>(
  (p) => sql<never>`
    with answered as (
      insert into mail_answers (account_id, mail_id, n, outcome, response)
      select ${p.account}::uuid, ${p.id}::uuid, coalesce(max(n), 0) + 1, ${p.outcome}, ${p.response}
      from mail_answers where account_id = ${p.account}::uuid and mail_id = ${p.id}::uuid having ${p.counts}::boolean
      on conflict do nothing
    ), woken as (
      update jobs j set run_at = app_now()
      from mails m
      where ${p.over}::boolean and m.account_id = ${p.account}::uuid and m.request_id = ${p.request}::uuid
        and m.address = ${p.address} and m.id > ${p.id}::uuid and m.state in ('QUEUED', 'DEFERRED')
        and j.account_id = m.account_id and j.kind = 'mail' and j.key = m.id::text
        and j.last_error = 'an older mail goes first' and j.lease_until is null
    )
    update mails set state = ${p.state}, response = ${p.response},
      attempts = attempts + case when ${p.counts}::boolean then 1 else 0 end,
      settled_at = case when ${p.over}::boolean then app_now() end,
      gave_up_at = case when ${p.gaveUp}::boolean then app_now() end
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)

const keepGathered = prepare<Pick<Kept, 'id' | 'state' | 'response'>, never>(
  (p) => sql<never>`
    update mails set state = ${p.state}, response = ${p.response}, settled_at = app_now()
    where digest_id = ${p.id}::uuid and state = 'QUEUED'`,
)

/** Keeps what became of a mail, with the server's answer in its history; and of those that were gathered into it. */
export async function settle(tx: Tx | Database, mail: Which, how: Settled): Promise<void> {
  const { state, counts = true, gaveUp = false } = how
  const { account, id, requestId: request, address } = mail
  const response = readable(how.response)
  const over = state !== 'DEFERRED' && state !== 'QUEUED'
  const outcome = state === 'QUEUED' ? 'DEFERRED' : state
  await keep(tx, { account, id, request, address, state, response, counts, gaveUp, outcome, over })
  if (!over) return
  if (mail.kind === digestKind && state !== 'SUPPRESSED') await keepGathered(tx, { id, state, response })
  await tell(tx as Tx, mail, how)
}

// What this records comes last, so that the chain is locked for no longer than it must be.
async function tell(tx: Tx, mail: Which, { state, gaveUp, address, told }: Settled): Promise<void> {
  if (gaveUp) await told?.gaveUp(tx, mail)
  else if (state === 'BOUNCED' && address) await markUnreachable(tx, mail, told)
}

/** Adds to the history of a mail. */
export async function keepAnswer(
  tx: Tx | Database,
  mail: Pick<Which, 'account' | 'id'>,
  { outcome, response }: { outcome: string; response: string },
): Promise<void> {
  await sql`insert into mail_answers (account_id, mail_id, n, outcome, response)
    select ${mail.account}::uuid, ${mail.id}::uuid, coalesce(max(n), 0) + 1, ${outcome}, ${readable(response)}
    from mail_answers where account_id = ${mail.account}::uuid and mail_id = ${mail.id}::uuid
    on conflict do nothing`.execute(tx)
}

// Only while it is still their address: a mail to one they left says nothing about them.
async function markUnreachable(tx: Tx, mail: Which, told: Told | undefined): Promise<void> {
  if (mail.personId === null) return
  const { numAffectedRows } = await sql`update people set mail_bounced_at = app_now()
    where id = ${mail.personId}::uuid and address = ${mail.address} and mail_bounced_at is null`.execute(tx)
  if (numAffectedRows === 1n) await told?.bounced(tx, { ...mail, personId: mail.personId })
}

/** Why mail waits while there is no mail server, and while its password cannot be read. */
export const noServer = 'no mail server is configured'
export const lockedServer = 'the password of the mail server was sealed with another key'

/** The mail server is back, or another one: what waited for it is due now, the oldest first. */
export async function wakeWaiting(db: Database | Tx): Promise<void> {
  await sql`update jobs set run_at = app_now()
    where kind = 'mail' and failed_at is null and lease_until is null and run_at > app_now()
      and last_error in ('the mail server is away', 'an older mail goes first', ${noServer}, ${lockedServer})`.execute(
    db,
  )
}
