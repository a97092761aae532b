import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Database, Tx } from './database.ts'

class Undo extends Error {
  readonly outcome: Outcome<never, unknown>
  constructor(outcome: Outcome<never, unknown>) {
    super('refused')
    this.outcome = outcome
  }
}

const worthAnotherTry = new Set(['40001', '40P01'])

/**
 * Runs a use case in one transaction. A refusal rolls back like an error does, and is given back.
 * A deadlock or a serialisation failure is tried again, three times in all. In a transaction it is a part of that one:
 * what it is refused, the whole has to refuse.
 */
export async function transact<Value, Refusal>(
  db: Database,
  work: (tx: Tx) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal>> {
  if (db.isTransaction) return work(db as Tx)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (tx) => {
        const outcome = await work(tx)
        if (!outcome.ok) throw new Undo(outcome)
        return outcome
      })
    } catch (error) {
      if (error instanceof Undo) return error.outcome as Outcome<Value, Refusal>
      if (attempt === 3 || !worthAnotherTry.has(sqlState(error) ?? '')) throw error
      await pause(attempt * 10 * Math.random())
    }
  }
}

/** Reads everything as it is at one moment, however long that takes and whatever happens meanwhile; changes nothing. */
export function snapshot<Value>(db: Database, read: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx)
      return read(tx)
    })
}

/** The SQLSTATE of a database error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}
