import { sql } from 'kysely'
import { done } from '../../kernel/outcome.ts'
import { type Database, type Tx, transact } from '../db/index.ts'
import { backoff, type Handler, TryLater } from '../jobs/index.ts'
import type { Letter, Letters, Mail } from './letter.ts'
import type { Transport } from './transport.ts'

async function mailOf(db: Database, account: string, id: string): Promise<Mail | undefined> {
  const { rows } = await sql<Mail>`
    select account_id as account, id, event_id as "eventId", request_id as "requestId", kind, n,
      person_id as "personId", address, locale, message_id as "messageId", payload, category
    from mails where account_id = ${account} and id = ${id} and state in ('QUEUED', 'DEFERRED')`.execute(db)
  return rows[0]
}

type Settled = { state: 'ACCEPTED' | 'BOUNCED' | 'SUPPRESSED' | 'DEFERRED'; response: string }

async function settle(tx: Tx | Database, mail: Mail, how: Settled): Promise<void> {
  await sql`update mails set state = ${how.state}, response = ${how.response.slice(0, 300)}, attempts = attempts + 1,
      settled_at = case when ${how.state !== 'DEFERRED'} then app_now() end
    where account_id = ${mail.account} and id = ${mail.id}`.execute(tx)
  if (how.state === 'BOUNCED' && mail.personId) {
    await sql`update people set mail_bounced_at = coalesce(mail_bounced_at, app_now()) where id = ${mail.personId}`.execute(
      tx,
    )
  }
}

async function compose(db: Database, letters: Letters, mail: Mail): Promise<Letter | null> {
  const composer = letters[mail.kind]
  if (!composer) throw new TryLater(`no letter ${mail.kind}`, null)
  const outcome = await transact(db, async (tx) => done(await composer(tx, mail)))
  return outcome.ok ? outcome.value : null
}

/** The worker's handler of `mail`: composes at the last moment, hands over to the next server, keeps what it answered. */
export function delivering(parts: {
  db: Database
  letters: Letters
  transport: Transport | null
  chance: () => number
}): Handler {
  return async (job) => {
    const mail = await mailOf(parts.db, job.account, job.key)
    if (!mail) return async () => {}
    if (!parts.transport) throw new TryLater('no mail server is configured', 300, { tried: false })
    const letter = await compose(parts.db, parts.letters, mail)
    if (!letter) return (tx) => settle(tx, mail, { state: 'SUPPRESSED', response: 'no longer of use' })
    const answer = await parts.transport.hand(mail, letter)
    if (answer.kind === 'later') {
      await settle(parts.db, mail, { state: 'DEFERRED', response: answer.response })
      throw new TryLater('deferred', backoff(job.attempts, parts.chance()))
    }
    const state = answer.kind === 'accepted' ? 'ACCEPTED' : 'BOUNCED'
    return (tx) => settle(tx, mail, { state, response: answer.response })
  }
}
