import type { PersonId } from '../../kernel/id.ts'
import { factsOf, type Log } from '../../platform/log.ts'

/** An open stream: whose it is, the session that opened it, and how it is ended and kept alive. */
export type Stream = {
  readonly personId: PersonId
  readonly sessionId: string
  readonly beat: () => void
  readonly end: () => void
}

/** What the streams of one process go by. */
type Parts = {
  /** Which of these sessions still let their holder in. */
  readonly openAmong: (sessionIds: readonly string[]) => Promise<ReadonlySet<string>>
  readonly log: Pick<Log, 'warn'>
  readonly everyMs: number
}

/** The open streams of one process. */
export type OpenStreams = {
  /** Gives back how to leave. */
  readonly join: (stream: Stream) => () => void
  /** Ends the streams, of one person or of all, whose session has ended. */
  readonly look: (person?: PersonId) => Promise<void>
}

/**
 * Keeps the open streams of one process alive, and ends those of a session that has ended: one query for all of them at
 * each beat, since it may have ended in another process or at the command line.
 */
export function openStreams({ openAmong, log, everyMs }: Parts): OpenStreams {
  const streams = new Set<Stream>()
  let timer: NodeJS.Timeout | undefined

  const look = async (person?: PersonId): Promise<void> => {
    const looked = [...streams].filter(({ personId }) => person === undefined || personId === person)
    if (looked.length === 0) return
    const open = await openAmong([...new Set(looked.map(({ sessionId }) => sessionId))])
    for (const stream of looked) if (!open.has(stream.sessionId)) stream.end()
  }
  const safely = (person?: PersonId) =>
    look(person).catch((error: unknown) => log.warn('live-sessions-not-looked-at', factsOf(error)))
  const beat = () => {
    for (const stream of streams) stream.beat()
    void safely()
  }

  return {
    join(stream) {
      streams.add(stream)
      timer ??= setInterval(beat, everyMs)
      return () => {
        streams.delete(stream)
        if (streams.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    look: safely,
  }
}
