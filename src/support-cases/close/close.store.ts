import { sql } from 'kysely'
import { daysAfter } from '../../kernel/time.ts'
import { type NewClock, setClocks, stopClocks } from '../../platform/clocks/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import { daysToReopen, type SupportCase } from '../domain/case.ts'

/** The clock that closes a resolved case for good. */
export const closing = 'case.close'

type Which = Pick<SupportCase, 'accountId' | 'id'>

const stand = prepare<{ account: string; id: string }, { resolvedAt: Date | null; version: number }>(
  (p) => sql<{ resolvedAt: Date | null; version: number }>`
    select c.resolved_at as "resolvedAt", c.version from cases c
    where c.account_id = ${p.account}::uuid and c.id = ${p.id}::uuid`,
)

/** Lets a case that was just resolved close by itself a week later. */
export async function startClosing(tx: Tx, { accountId, id }: Which): Promise<void> {
  const [row] = await stand(tx, { account: accountId, id })
  if (!row?.resolvedAt) return
  // Each time it is resolved is another one: the version tells them apart.
  const clock: NewClock = { kind: closing, n: row.version, dueAt: daysAfter(row.resolvedAt, daysToReopen) }
  await setClocks(tx, { account: accountId, subject: id }, [clock])
}

/** A case that is under way closes by no clock. */
export async function settleClock(tx: Tx, { accountId, id }: Which): Promise<void> {
  await stopClocks(tx, { account: accountId, subject: id })
}

const hold = prepare<{ account: string; id: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    select id from cases where account_id = ${p.account}::uuid and id = ${p.id}::uuid for update skip locked`,
)

/** Locks a case for a clock; false when somebody is at it, who must not be waited for. */
export async function holdForClock(tx: Tx, { accountId, id }: Which): Promise<boolean> {
  return (await hold(tx, { account: accountId, id })).length === 1
}
