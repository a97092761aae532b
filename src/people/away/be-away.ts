import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import { clean } from '../../kernel/written.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type AwayProblem, readAway, type TypedAway } from '../domain/away.ts'
import { writeAway } from './away.query.ts'

type By = { readonly personId: PersonId; readonly timeZone: string; readonly now: Date }

/** The most characters of the note. */
const longestNote = 200

/** Notes that somebody is away on these days of their own time zone; whoever stands in for them is told. */
export async function beAway(
  tx: Tx,
  by: By,
  typed: TypedAway & { readonly note: string },
): Promise<Outcome<null, AwayProblem>> {
  const times = readAway(typed, by.timeZone, by.now)
  if (!times.ok) return times
  const note = [...clean(typed.note)].slice(0, longestNote).join('')
  await writeAway(tx, by.personId, { ...times.value, note })
  const { from, until } = times.value
  await record(tx, {
    type: 'person.away-set',
    account: installation,
    actor: by.personId,
    facts: { from: from?.toISOString() ?? null, until: until.toISOString() },
  })
  return done(null)
}

/** Notes that somebody is back, or does not go away after all. */
export async function beBack(tx: Tx, by: Pick<By, 'personId'>): Promise<Outcome<null, never>> {
  await writeAway(tx, by.personId, null)
  const event = { type: 'person.away-ended', account: installation, actor: by.personId }
  await record(tx, event, { quiet: true })
  return done(null)
}
