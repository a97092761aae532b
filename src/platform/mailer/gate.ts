const firstMs = 5_000
const mostMs = 120_000

/**
 * Remembers that the next mail server is away, so that a thousand waiting mails do not knock one by one: one of them
 * tries after a while, the others wait for it. Goes by the time it is told.
 */
export type Gate = {
  /** Seconds to wait before the next try; 0 when a mail that has something to say may ask for its turn. */
  readonly left: (now: Date) => number
  /** Takes the turn: seconds to wait before the next try; 0 when this mail tries now. */
  readonly wait: (now: Date) => number
  /** The server is away; gives the seconds to the next try. */
  readonly shut: (now: Date) => number
  /** The server answered; true when it had been away. */
  readonly open: () => boolean
}

/** Makes the gate of one process. */
export function createGate(): Gate {
  let until = 0
  let pause = 0
  return {
    left: (now) => (pause === 0 ? 0 : Math.max(0, (until - now.getTime()) / 1_000)),
    wait(now) {
      if (pause === 0 || now.getTime() >= until) {
        // This one tries; whoever comes meanwhile waits for what it finds.
        if (pause > 0) until = now.getTime() + pause
        return 0
      }
      return (until - now.getTime()) / 1_000
    },
    shut(now) {
      pause = Math.min(mostMs, pause === 0 ? firstMs : pause * 2)
      until = now.getTime() + pause
      return pause / 1_000
    },
    open() {
      const wasAway = pause > 0
      pause = 0
      until = 0
      return wasAway
    },
  }
}
