const firstSeconds = 10
const mostSeconds = 24 * 3600

/** Seconds to wait before the next attempt: 10 s, doubled each time, a day at most, and up to a fifth more by chance (0–1). */
export function backoff(attempts: number, chance: number): number {
  return Math.min(mostSeconds, firstSeconds * 2 ** Math.max(0, attempts - 1)) * (1 + 0.2 * chance)
}
