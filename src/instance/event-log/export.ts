import type { Database } from '../../platform/db/index.ts'
import { csv } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import { type EventFilter, type EventLine, eventsAfter, type Piece } from './events.query.ts'
import { whoIn } from './names.ts'
import { type PlaceNames, sayEvent } from './sentences.ts'

const atOnce = 500

/** What an export is of: as far as the head that the chain had when it began. */
export type Wanted = {
  readonly filter: EventFilter
  readonly reader: Reader
  readonly places: PlaceNames
  readonly head: { readonly seq: number; readonly hash: string } | undefined
}

async function* all(db: Database, { filter, head }: Wanted): AsyncGenerator<Pick<Piece, 'lines' | 'called'>> {
  const upTo = head?.seq ?? 0
  for (let after: number | undefined = 0; after !== undefined && after < upTo; ) {
    const { lines, called, on } = await eventsAfter(db, filter, { after, upTo, most: atOnce })
    if (lines.length > 0) yield { lines, called }
    after = on
  }
}

/** The events as a table for a spreadsheet, piece by piece, oldest first. */
export async function* asCsv(db: Database, wanted: Wanted): AsyncGenerator<string> {
  const { reader } = wanted
  const t = words.for(reader)
  const heading = ['number', 'time', 'who', 'address', 'what', 'event', 'request', 'hash'] as const
  // A spreadsheet takes the text for UTF-8 only when it begins with this mark.
  yield `\uFEFF${csv([heading.map((name) => (name === 'who' || name === 'what' ? t(`log.${name}`) : t(`log.csv.${name}`)))])}`
  for await (const { lines, called } of all(db, wanted)) {
    const places = { ...called, ...wanted.places }
    yield csv(
      lines.map((line) => [
        String(line.seq),
        line.at.toISOString(),
        whoIn(reader, line),
        line.actor?.erased ? '' : (line.actor?.address ?? ''),
        sayEvent(line, { reader, places }),
        line.type,
        line.reference ?? '',
        line.hash,
      ]),
    )
  }
}

function isWhole({ kinds, who, object, from, to, places }: EventFilter): boolean {
  return [kinds, who, object, from, to, places].every((part) => part === null)
}

/**
 * The events without loss, oldest first, as lines of JSON that `vestibule audit verify --file` can read: the first line
 * says of which chain, each after it is an event with its body as it is chained.
 */
export async function* asLines(
  db: Database,
  wanted: Wanted & { readonly name: string },
): AsyncGenerator<string> {
  const { filter, name, head } = wanted
  const about = { account: name, accountId: filter.account, head: head ?? null, whole: isWhole(filter) }
  yield `${JSON.stringify({ vestibule: 'event-log', ...about })}\n`
  for await (const { lines } of all(db, wanted)) yield lines.map(lineOf).join('')
}

function lineOf(line: EventLine): string {
  const { seq, at, micros, type, actor, subject, reference, text, previous, hash } = line
  const event = { seq, at, micros, type, actor, subject, reference, body: text, previousHash: previous, hash }
  return `${JSON.stringify(event)}\n`
}
