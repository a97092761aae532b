import { freshHeads } from '../../event-log/index.ts'
import { factsOf } from '../../platform/log.ts'
import type { Platform } from '../../platform/platform.ts'

const everyHours = 24

/** Writes the heads of the chains that grew in the last day into the log, which leaves the machine. */
export async function tellHeads({ db, log }: Pick<Platform, 'db' | 'log'>): Promise<void> {
  for (const { account, seq, hash } of await freshHeads(db, everyHours + 1))
    log.info('head of a chain', { account, count: seq, head: hash })
}

/** Does so now and every day; `stop` ends it. */
export function tellHeadsDaily(platform: Pick<Platform, 'db' | 'log'>): { readonly stop: () => void } {
  const tell = () =>
    tellHeads(platform).catch((error: unknown) => platform.log.warn('heads-not-told', factsOf(error)))
  void tell()
  const timer = setInterval(() => void tell(), everyHours * 3_600_000)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
