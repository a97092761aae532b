import type { PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import { countAttempt } from '../platform/http/index.ts'
import { casesADay, messagesADay } from './domain/writing.ts'

const seconds = 86_400

/** Counts a case that somebody opens; false when they have opened as many today as one may. */
export async function mayOpenMore(tx: Tx, person: PersonId): Promise<boolean> {
  return (await countAttempt(tx, [{ name: `cases:${person}`, limit: { most: casesADay, seconds } }])) === 0
}

/** Counts something that somebody writes; false when they have written as much today as one may. */
export async function mayWriteMore(tx: Tx, person: PersonId): Promise<boolean> {
  const limit = { most: messagesADay, seconds }
  return (await countAttempt(tx, [{ name: `case-messages:${person}`, limit }])) === 0
}
