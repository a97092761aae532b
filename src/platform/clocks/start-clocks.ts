import { factsOf } from '../log.ts'
import { fireDue, type Firing } from './fire.ts'

/** Looks for clocks that are due and fires them; any number of these can run over one database. */
export type Clocks = {
  /** Fires all that is due now; gives how many fired. */
  readonly tick: () => Promise<number>
  /** Looks no more, and waits for what is firing. */
  readonly stop: () => Promise<void>
}

/** What the clocks run on. */
export type ClocksOptions = Firing & {
  /** Seconds between looks; null: only `tick` looks. */
  readonly pollSeconds: number | null
  /** Told after clocks have fired. */
  readonly fired?: () => void
}

/** Starts looking for clocks that are due. */
export function startClocks(options: ClocksOptions): Clocks {
  const { pollSeconds, log, fired: tell } = options
  let stopping = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<number> = Promise.resolve(0)

  const look = async () => {
    const fired = await fireDue(options, () => stopping)
    if (fired > 0) tell?.()
    return fired
  }
  const tick = () => {
    looking = looking.catch(() => 0).then(look)
    return looking
  }
  const later = () => {
    if (pollSeconds === null || stopping) return
    timer = setTimeout(() => {
      tick()
        .catch((error: unknown) => log.warn('looking at the clocks failed', factsOf(error)))
        .finally(later)
    }, pollSeconds * 1_000)
  }
  later()
  return {
    tick,
    async stop() {
      stopping = true
      clearTimeout(timer)
      await looking.catch(() => 0)
    },
  }
}
