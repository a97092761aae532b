import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/*
 * Ports that systems give to connections going out begin higher. One of those, found free, may be somebody's other end
 * by the time that a server listens there.
 */
const lowest = 20_000
const highest = 32_000

/** A port on loopback where nothing listens, and where nothing will unless it is asked to. */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, highest)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  try {
    await once(probe.listen(port, '127.0.0.1'), 'listening')
  } catch {
    return false
  }
  await new Promise((resolve) => probe.close(resolve))
  return true
}
