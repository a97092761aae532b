import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<'command-line'>()

/** Does some work at the command line: each event that is recorded meanwhile says so, whoever answers for it. */
export function atTheCommandLine<Value>(work: () => Promise<Value>): Promise<Value> {
  return current.run('command-line', work)
}

/** By which way what is recorded now was done, where that is not a page, a program or a clock. */
export function channelNow(): 'command-line' | undefined {
  return current.getStore()
}
