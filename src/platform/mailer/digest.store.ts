import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { installation, newId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../db/index.ts'
import { enqueue, type Handler } from '../jobs/index.ts'
import { isLocale, type Reader } from '../i18n/reader.ts'
import { type Block, compose } from './compose.tsx'
import { digestKind } from './digest.ts'
import type { Composer, Letter, Letters, Mail } from './letter.ts'
import { words } from './messages/index.ts'

type Held = { readonly account: string; readonly id: string }

const heldFor = prepare<{ person: string }, Held>(
  (p) => sql<Held>`
    select account_id as account, id from mails
    where person_id = ${p.person}::uuid and state = 'QUEUED' and digest_id is null
      and held_until <= (select app_now())
    order by id for update skip locked`,
)

type Recipient = { readonly address: string; readonly locale: string; readonly bounced: boolean }

async function recipientOf(tx: Tx, person: string): Promise<Recipient | undefined> {
  const { rows } = await sql<Recipient>`
    select address, locale, mail_bounced_at is not null as bounced from people
    where id = ${person}::uuid and status = 'ACTIVE'`.execute(tx)
  return rows[0]
}

async function leaveToBell(tx: Tx, held: readonly Held[]): Promise<void> {
  await sql`update mails set state = 'SUPPRESSED', settled_at = app_now(), response = 'mail to this address came back'
    where id = any(${held.map(({ id }) => id)}::uuid[])`.execute(tx)
}

// One alone needs no other mail around it.
async function release(tx: Tx, mail: Held): Promise<void> {
  await sql`update mails set held_until = null
    where account_id = ${mail.account}::uuid and id = ${mail.id}::uuid`.execute(tx)
  await enqueue(tx, { account: mail.account, kind: 'mail', key: mail.id })
}

type Gathering = {
  readonly person: string
  readonly why: string
  readonly host: string
  readonly to: Recipient
}

async function gather(tx: Tx, held: readonly Held[], { person, why, host, to }: Gathering): Promise<void> {
  const id = newId<'mail'>()
  const mark = createHash('sha256').update(held.map((mail) => mail.id).join('\n'))
  await tx
    .insertInto('mails')
    .values({
      account_id: installation,
      id,
      kind: digestKind,
      person_id: person,
      address: to.address,
      locale: to.locale,
      message_id: `<${mark.digest('hex').slice(0, 32)}@${host}>`,
      payload: JSON.stringify({ why }),
      read_at: sql<Date>`app_now()`,
    })
    .execute()
  await sql`update mails set digest_id = ${id}::uuid where id = any(${held.map((mail) => mail.id)}::uuid[])`.execute(
    tx,
  )
  await enqueue(tx, { account: installation, kind: 'mail', key: id })
}

/** The worker's handler of `digest`: gathers what is held for somebody into one mail. */
export function gathering({ host }: { readonly host: () => string }): Handler {
  return async (job) => async (tx) => {
    const { person, why = 'daily' } = job.payload
    if (typeof person !== 'string' || typeof why !== 'string') return
    const held = await heldFor(tx, { person })
    const [first] = held
    const to = first && (await recipientOf(tx, person))
    if (!first) return
    if (!to || to.bounced) return leaveToBell(tx, held)
    return held.length === 1 ? release(tx, first) : gather(tx, held, { person, why, host: host(), to })
  }
}

const gathered = prepare<{ digest: string }, Mail>(
  (p) => sql<Mail>`
    select account_id as account, id, event_id as "eventId", request_id as "requestId", kind, n,
      person_id as "personId", address, locale, message_id as "messageId", payload, category
    from mails where digest_id = ${p.digest}::uuid and state = 'QUEUED' order by id`,
)

/** What a digest is written with. */
export type DigestDesk = {
  readonly letters: Letters
  readonly publicUrl: string
  readonly installationName: () => string
  /** Where the bell leads. */
  readonly bellPath: string
  /** The heads of the event chains that this person answers for. */
  readonly headsFor: (
    tx: Tx,
    person: string,
  ) => Promise<readonly { readonly name: string; readonly seq: number; readonly hash: string }[]>
}

const mostShown = 40

type Line = { readonly text: string; readonly href?: string }

// What has become pointless meanwhile is dropped here like anywhere else.
async function linesOf(tx: Tx, mail: Mail, letters: Letters): Promise<Line[]> {
  const lines: Line[] = []
  for (const one of await gathered(tx, { digest: mail.id })) {
    const letter = await letters[one.kind]?.(tx, one)
    if (letter)
      lines.push({ text: letter.opening ?? letter.subject, ...(letter.href ? { href: letter.href } : {}) })
    else {
      await sql`update mails set state = 'SUPPRESSED', settled_at = app_now(), response = 'no longer of use'
        where account_id = ${one.account}::uuid and id = ${one.id}::uuid`.execute(tx)
    }
  }
  return lines
}

/** The letter of the mail that others are gathered into; null when all of them have become pointless. */
export function digestLetter(desk: DigestDesk): Composer {
  return async (tx, mail) => {
    const lines = await linesOf(tx, mail, desk.letters)
    if (lines.length === 0) return null
    const reader = { locale: isLocale(mail.locale) ? mail.locale : 'en', timeZone: 'UTC' } as const
    const heads = mail.personId === null ? [] : await desk.headsFor(tx, mail.personId)
    return writeDigest(desk, { reader, lines, heads, isDaily: mail.payload['why'] !== 'cap' })
  }
}

function writeDigest(
  desk: DigestDesk,
  said: {
    reader: Reader
    lines: readonly Line[]
    heads: Awaited<ReturnType<DigestDesk['headsFor']>>
    isDaily: boolean
  },
): Letter {
  const { reader, lines, heads } = said
  const t = words.for(reader)
  const n = lines.length
  const blocks: Block[] = [{ kind: 'links', links: lines.slice(0, mostShown) }]
  if (n > mostShown) blocks.push({ kind: 'paragraph', text: t('digest.more', { n: n - mostShown }) })
  if (heads.length > 0) {
    blocks.push({ kind: 'paragraph', text: t('digest.heads') })
    blocks.push({
      kind: 'facts',
      facts: heads.map(({ name, seq, hash }) => ({ label: name, value: `${seq} ${hash}` })),
    })
  }
  const composed = compose({
    reader,
    installationName: desk.installationName(),
    opening: t('digest.opening', { n }),
    blocks,
    button: {
      label: t('digest.button'),
      href: `${desk.publicUrl}${desk.bellPath}`,
      orVisit: t('digest.or-visit'),
    },
    why: t(said.isDaily ? 'digest.why.daily' : 'digest.why.cap'),
  })
  return { subject: t('digest.subject', { n, installation: desk.installationName() }), ...composed }
}
