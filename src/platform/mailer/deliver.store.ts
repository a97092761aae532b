import { sql } from 'kysely'
import { done } from '../../kernel/outcome.ts'
import { type Database, prepare, type Tx, transact } from '../db/index.ts'
import { countAttempt } from '../http/limits.store.ts'
import { backoff, type Handler, TryLater } from '../jobs/index.ts'
import type { Log } from '../log.ts'
import { digestKind } from './digest.ts'
import { createGate, type Gate } from './gate.ts'
import type { Letter, Letters, Mail } from './letter.ts'
import { type ChosenServer, chosenAsJson, unchosen } from './mail-server.store.ts'
import type { Answer } from './meaning.ts'
import { gatherAt } from './queue.store.ts'
import { noServer, settle, type Told, wakeWaiting } from './settle.store.ts'
import type { Envelope, Transport } from './transport.ts'

type Due = Mail & {
  readonly attempts: number
  /** What was answered last; null: never tried. */
  readonly response: string | null
  readonly heldUntil: Date | null
  readonly now: Date
  /** The mail server that operators chose. */
  readonly server: ChosenServer | null
  /** Seconds until an older mail about the same request to the same address is tried; null when there is none. */
  readonly olderIn: number | null
}

const dueMail = prepare<{ account: string; id: string }, Due>(
  (p) => sql<Due>`
    select m.account_id as account, m.id, m.event_id as "eventId", m.request_id as "requestId", m.kind, m.n,
      m.person_id as "personId", m.address, m.locale, m.message_id as "messageId", m.payload, m.category, m.attempts, m.response,
      m.held_until as "heldUntil", app_now() as now, ${chosenAsJson} as server, (
        select extract(epoch from min(j.run_at) - app_now())::float8
        from mails o join jobs j on j.account_id = o.account_id and j.kind = 'mail' and j.key = o.id::text
        where m.request_id is not null and o.account_id = m.account_id and o.request_id = m.request_id
          and o.address = m.address and o.id < m.id and o.state in ('QUEUED', 'DEFERRED') and j.failed_at is null
      ) as "olderIn"
    from mails m
    where m.account_id = ${p.account}::uuid and m.id = ${p.id}::uuid and m.state in ('QUEUED', 'DEFERRED')
      and m.digest_id is null`,
)

/** A recipient gets so many mails singly within an hour; what is more is gathered. */
const cap = { most: 20, seconds: 3_600 }
/** Tries that count before a mail is given up: with back-off from ten seconds to a day, three to four days. */
const mostTries = 16

/** What mail is delivered with. */
export type DeliveringParts = {
  readonly db: Database
  readonly letters: Letters
  /** The way that mail leaves by with what operators chose; null while there is none. */
  readonly transport: (chosen: ChosenServer) => Transport | null
  readonly chance: () => number
  readonly log: Pick<Log, 'warn'>
  /** Where reports come back to, and the headers by which a mail program lets its reader unsubscribe. */
  readonly envelopeOf: (mail: Mail) => Envelope
  readonly told: Told
}

async function compose(db: Database, letters: Letters, mail: Mail): Promise<Letter | null> {
  const composer = letters[mail.kind]
  if (!composer) throw new TryLater(`no letter ${mail.kind}`, null)
  const outcome = await transact(db, async (tx) => done(await composer(tx, mail)))
  return outcome.ok ? outcome.value : null
}

// The cap spares nobody what is about their own safety, and a digest is what it leads to.
async function secondsOverCap(db: Database, mail: Due): Promise<number> {
  const isFree = !mail.category || mail.category === 'security' || mail.kind === digestKind
  if (isFree || mail.personId === null || mail.response !== null) return 0
  return countAttempt(db, [{ name: `mail:person:${mail.personId}`, limit: cap }])
}

async function hold(tx: Tx, mail: Due, seconds: number): Promise<void> {
  const at = new Date(mail.now.getTime() + seconds * 1_000)
  await sql`update mails set held_until = ${at}
    where account_id = ${mail.account}::uuid and id = ${mail.id}::uuid`.execute(tx)
  if (mail.personId) await gatherAt(tx, { person: mail.personId, at, why: 'cap' })
}

function inTurn(mail: Due, gate: Gate): void {
  if (mail.olderIn !== null)
    throw new TryLater('an older mail goes first', Math.max(1, mail.olderIn + 0.5), { tried: false })
  waitIf(gate.left(mail.now))
}

function waitIf(seconds: number): void {
  if (seconds > 0) throw new TryLater('the mail server is away', seconds, { tried: false })
}

async function afterAnswer(
  parts: DeliveringParts,
  { mail, answer, gate }: { mail: Due; answer: Answer; gate: Gate },
): Promise<(tx: Tx) => Promise<void>> {
  if (answer.kind === 'away') {
    parts.log.warn('mail server away', { error: answer.response.slice(0, 120) })
    const { response } = answer
    const noted = { response: `the mail server is away (${response})`, counts: false } as const
    await settle(parts.db, mail, { ...noted, state: mail.attempts > 0 ? 'DEFERRED' : 'QUEUED' })
    throw new TryLater('the mail server is away', gate.shut(mail.now), { tried: false })
  }
  if (gate.open()) await wakeWaiting(parts.db)
  if (answer.kind === 'accepted')
    return (tx) => settle(tx, mail, { state: 'ACCEPTED', response: answer.response })
  const { response } = answer
  if (answer.kind === 'refused') {
    return (tx) => settle(tx, mail, { state: 'BOUNCED', response, told: parts.told, address: answer.address })
  }
  const tries = mail.attempts + 1
  if (tries >= mostTries) {
    return (tx) => settle(tx, mail, { state: 'BOUNCED', response, gaveUp: true, told: parts.told })
  }
  await settle(parts.db, mail, { state: 'DEFERRED', response })
  throw new TryLater('deferred', backoff(tries, parts.chance()))
}

/** The worker's handler of `mail`: composes at the last moment, hands over to the next server, keeps what it answered. */
export function delivering(parts: DeliveringParts): Handler {
  const gate = createGate()
  let before: Transport | undefined
  return async (job) => {
    const [mail] = await dueMail(parts.db, { account: job.account, id: job.key })
    if (!mail || (mail.heldUntil !== null && mail.heldUntil > mail.now)) return async () => {}
    const transport = parts.transport(mail.server ?? unchosen)
    if (!transport) throw new TryLater(noServer, 300, { tried: false })
    if (transport !== before) gate.open()
    before = transport
    inTurn(mail, gate)
    const seconds = await secondsOverCap(parts.db, mail)
    if (seconds > 0) return (tx) => hold(tx, mail, seconds)
    const letter = await compose(parts.db, parts.letters, mail)
    if (!letter) return (tx) => settle(tx, mail, { state: 'SUPPRESSED', response: 'no longer of use' })
    // Only now: what has become pointless takes nobody's turn.
    waitIf(gate.wait(mail.now))
    const answer = await transport.hand(mail, letter, parts.envelopeOf(mail))
    return afterAnswer(parts, { mail, answer, gate })
  }
}
