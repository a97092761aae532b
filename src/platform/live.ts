/** Tells listeners in this process that a topic changed, never what changed: whoever listens looks again with their own rights. */
export type Live = {
  readonly changed: (topics: readonly string[]) => void
  /** Gives back how to stop listening. */
  readonly listen: (topics: readonly string[], tell: (topic: string) => void) => () => void
  readonly listeners: number
}

/** Makes the switchboard of one process. */
export function createLive(): Live {
  const byTopic = new Map<string, Set<(topic: string) => void>>()
  let listeners = 0
  return {
    changed(topics) {
      for (const topic of topics) for (const tell of byTopic.get(topic) ?? []) tell(topic)
    },
    listen(topics, tell) {
      listeners++
      for (const topic of topics) {
        const known = byTopic.get(topic) ?? new Set()
        byTopic.set(topic, known.add(tell))
      }
      return () => {
        listeners--
        for (const topic of topics) {
          const known = byTopic.get(topic)
          known?.delete(tell)
          if (known?.size === 0) byTopic.delete(topic)
        }
      }
    },
    get listeners() {
      return listeners
    },
  }
}
