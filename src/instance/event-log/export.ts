import type { Database } from '../../platform/db/index.ts'
import { csv } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import { type EventFilter, type EventLine, eventsAfter } from './events.query.ts'
import { nameIn, type PlaceNames, sayEvent } from './sentences.ts'

const atOnce = 500

async function* all(db: Database, filter: EventFilter): AsyncGenerator<EventLine[]> {
  for (let after = 0; ; ) {
    const lines = await eventsAfter(db, filter, after, atOnce)
    if (lines.length > 0) yield lines
    if (lines.length < atOnce) return
    after = lines.at(-1)?.seq ?? after
  }
}

type Wanted = {
  readonly filter: EventFilter
  readonly reader: Reader
  readonly places: PlaceNames
}

/** The events as a table for a spreadsheet, piece by piece, oldest first. */
export async function* asCsv(db: Database, { filter, reader, places }: Wanted): AsyncGenerator<string> {
  const t = words.for(reader)
  const heading = ['number', 'time', 'who', 'address', 'what', 'event', 'request', 'hash'] as const
  // A spreadsheet takes the text for UTF-8 only when it begins with this mark.
  yield `\uFEFF${csv([heading.map((name) => (name === 'who' || name === 'what' ? t(`log.${name}`) : t(`log.csv.${name}`)))])}`
  for await (const lines of all(db, filter)) {
    yield csv(
      lines.map((line) => [
        String(line.seq),
        line.at.toISOString(),
        nameIn(reader, line.actor),
        line.actor?.erased ? '' : (line.actor?.address ?? ''),
        sayEvent(line, { reader, places }),
        line.type,
        line.reference ?? '',
        line.hash,
      ]),
    )
  }
}

/** The events without loss, with bodies and hashes as they are chained, as one JSON document, piece by piece. */
export async function* asJson(
  db: Database,
  { filter, head, name }: Wanted & { readonly head: unknown; readonly name: string },
): AsyncGenerator<string> {
  yield `{"account":${JSON.stringify(name)},"accountId":${JSON.stringify(filter.account)},"head":${JSON.stringify(head ?? null)},"events":[`
  let separator = '\n'
  for await (const lines of all(db, filter)) {
    for (const { seq, at, micros, type, actor, subject, reference, text, previous, hash } of lines) {
      const event = {
        seq,
        at,
        micros,
        type,
        actor,
        subject,
        reference,
        body: text,
        previousHash: previous,
        hash,
      }
      yield `${separator}${JSON.stringify(event)}`
      separator = ',\n'
    }
  }
  yield '\n]}\n'
}
