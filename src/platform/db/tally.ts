import { AsyncLocalStorage } from 'node:async_hooks'

/** How many queries somebody's work has sent so far. */
export type Tally = { queries: number }

const current = new AsyncLocalStorage<Tally>()

/** Does a piece of work, and counts the queries that it sends, whichever way they go. */
export function tallied<Value>(tally: Tally, work: () => Value): Value {
  return current.run(tally, work)
}

/** Counts a query for the work that sends it. */
export function countQuery(): void {
  const tally = current.getStore()
  if (tally) tally.queries++
}
