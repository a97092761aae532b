import { randomUUID } from 'node:crypto'
import { openChannel } from './db/index.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'

const gatherMs = 100
// PostgreSQL carries 8,000 bytes at most.
const mostBytes = 7_000

/**
 * Carries what changed to the other processes on the same database, and what changed there to this one: gathered for
 * a tenth of a second and sent in a transaction of its own, never in a person's.
 */
export function bridgeLive(
  local: Live,
  parts: { url: string; log: Log },
): { live: Live; stop: () => Promise<void> } {
  const me = randomUUID()
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const channel = openChannel({
    ...parts,
    hear: (payload) => {
      const [from, ...topics] = payload.split(' ')
      if (from !== me) local.changed(topics)
    },
  })

  const tellOthers = () => {
    timer = undefined
    let payload = me
    for (const topic of waiting) if (payload.length < mostBytes) payload += ` ${topic}`
    waiting.clear()
    channel.tell(payload)
  }

  return {
    live: {
      listen: local.listen,
      changed(topics) {
        local.changed(topics)
        for (const topic of topics) waiting.add(topic)
        timer ??= setTimeout(tellOthers, gatherMs)
      },
      get listeners() {
        return local.listeners
      },
    },
    stop() {
      clearTimeout(timer)
      return channel.stop()
    },
  }
}
