import { z } from 'zod'
import { done, refuse } from '../../kernel/outcome.ts'
import type { SeenAccount } from '../../accounts/index.ts'
import { apiEventsPath } from '../../paths/api.ts'
import type { ApiCaller } from '../../people/index.ts'
import { cursorRefused, type Operation, reading } from '../../platform/api/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type EventFilter, type EventLine, eventsBefore } from './events.query.ts'
import { type Kind, kinds } from './kinds.ts'
import { readableAccount } from './readable.ts'
import { nameIn } from './names.ts'

const pageSize = 50
const instant = z.iso.datetime({ offset: true })

const eventSchema = z
  .strictObject({
    number: z.int().min(1).meta({ description: 'Its number in the chain of the account, without gaps.' }),
    at: instant,
    type: z.string().meta({ description: 'What happened: access-request.approved.' }),
    actor: z
      .strictObject({ id: z.uuid(), name: z.string() })
      .nullable()
      .meta({ description: 'Who did it; null when it was the system.' }),
    channel: z
      .enum(['command-line'])
      .nullable()
      .meta({ description: 'Where it was done at the machine itself; null for pages, programs and clocks.' }),
    requestId: z.uuid().nullable(),
    reference: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()).meta({ description: 'Ids, numbers and codes.' }),
    hash: z.string(),
    previousHash: z.string(),
  })
  .meta({ id: 'Event' })

const listSchema = z
  .strictObject({
    items: z.array(eventSchema),
    after: z
      .string()
      .nullable()
      .meta({ description: 'Send it as `after` for the next page; null on the last.' }),
  })
  .meta({ id: 'EventList' })

const day = z.iso.date().optional()

const query = z.strictObject({
  kind: z
    .enum(Object.keys(kinds) as [Kind, ...Kind[]])
    .optional()
    .meta({ description: 'Only events of this kind, as the page of the log names them.' }),
  person: z.uuid().optional().meta({ description: 'Only what this person did, or what was done to them.' }),
  object: z.uuid().optional().meta({
    description: 'Only what is about this request, virtual account, grant or other thing, by its id.',
  }),
  from: day.meta({ description: 'Only from this day on, in the time zone of the account.' }),
  to: day.meta({ description: 'Only up to the end of this day, in the time zone of the account.' }),
  after: z.string().max(1_000).optional().meta({ description: 'Where the page before ended: its `after`.' }),
})

const example: z.input<typeof eventSchema> = {
  number: 12,
  at: '2026-11-24T10:00:00.000Z',
  type: 'access-request.approved',
  actor: { id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f70', name: 'Ana Costa' },
  channel: null,
  requestId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f71',
  reference: 'AR-7K3M-Q9XD',
  facts: { role: 'SU', scope: 'ACCOUNT', version: 2 },
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  previousHash: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
}

/** Reading the event log of an account. */
export function eventOperations({ cursors }: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  const list = reading<ApiCaller, typeof query>({
    id: 'listEvents',
    tag: 'Events',
    path: apiEventsPath.pattern,
    params: { identifier: 'The identifier of the account.' },
    scope: 'events:read',
    summary: 'Read the event log of an account',
    description:
      'What happened in an account whose log you may read, newest first, fifty at a time, as it stands in the hash chain.',
    query,
    answer: {
      description: 'A page of the log.',
      schema: listSchema,
      example: { items: [example], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, params, query: { after, ...chosen } }) {
      const log = await readableAccount(db, caller, params.identifier ?? '')
      if (!log?.seen) return refuse({ status: 404, code: 'not-found' })
      const { seen, within } = log
      const { account } = seen
      const bound = {
        person: caller.personId,
        filter: `api:events:${account.id}:${JSON.stringify(chosen)}`,
        now: caller.now,
      }
      const [before] = (after === undefined ? [] : cursors.open(after, bound)) ?? []
      if (after !== undefined && before === undefined) return cursorRefused(caller)
      const piece = await eventsBefore(db, filterOf(log.seen, within, chosen), {
        before: before === undefined ? undefined : Number(before),
        most: pageSize,
      })
      const sealed = piece.on === undefined ? null : cursors.seal([String(piece.on)], bound)
      return done({ body: { items: piece.lines.map((line) => shown(line, caller)), after: sealed } })
    },
  })
  return [list]
}

function filterOf(
  { account }: SeenAccount,
  places: readonly string[] | null,
  { kind, person, object, from, to }: Omit<z.output<typeof query>, 'after'>,
): EventFilter {
  return {
    account: account.id,
    kinds: kind ? [...kinds[kind]] : null,
    who: person ?? null,
    object: object ?? null,
    from: from ?? null,
    to: to ?? null,
    zone: account.timeZone,
    places,
  }
}

function shown(line: EventLine, { reader }: ApiCaller): z.output<typeof eventSchema> {
  return {
    number: line.seq,
    at: line.at.toISOString(),
    type: line.type,
    actor: line.actor && { id: line.actor.id, name: nameIn(reader, { ...line.actor, mergedInto: null }) },
    channel: line.body.channel ?? null,
    requestId: line.requestId,
    reference: line.reference,
    facts: line.body.facts ?? {},
    hash: line.hash,
    previousHash: line.previous,
  }
}
