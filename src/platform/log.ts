/** The facts that a log line may carry. What is not named here cannot be logged: no address, no text, no token, no query string. */
export type LogFacts = {
  readonly request?: string
  readonly method?: string
  /** The pattern of the route, never the path that was asked for. */
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  /** How many queries answering took. */
  readonly queries?: number
  readonly person?: string
  readonly account?: string
  readonly job?: string
  readonly attempts?: number
  readonly error?: string
  readonly stack?: string
  readonly count?: number
  readonly port?: number
  readonly file?: string
  readonly head?: string
}

export const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type Level = (typeof levels)[number]

/** Writes JSON lines; one method a level. */
export type Log = Record<Exclude<Level, 'silent'>, (message: string, facts?: LogFacts) => void>

const allowed: ReadonlySet<string> = new Set([
  'request',
  'method',
  'route',
  'status',
  'ms',
  'queries',
  'person',
  'account',
  'job',
  'attempts',
  'error',
  'stack',
  'count',
  'port',
  'file',
  'head',
])

/** A log that writes lines of at least `level` through `write`. JSON escapes every control character, so a line is one line. */
export function createLog(level: Level, write: (line: string) => void): Log {
  const from = levels.indexOf(level)
  const at =
    (name: Exclude<Level, 'silent'>) =>
    (message: string, facts: LogFacts = {}) => {
      if (levels.indexOf(name) < from) return
      const named = Object.entries(facts).filter(([key, value]) => allowed.has(key) && value !== undefined)
      write(
        `${JSON.stringify({ time: new Date().toISOString(), level: name, message, ...Object.fromEntries(named) })}\n`,
      )
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** What may be said of an unexpected error: its kind and where it came from, not its message, which may hold values. */
export function factsOf(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = (error as { code?: unknown }).code
  // A message of several lines can hold one that looks like a place.
  const frames = (error.stack ?? '')
    .replace(error.message, () => '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
  return {
    error: typeof code === 'string' ? `${error.name} ${code}` : error.name,
    stack: frames.map((frame) => frame.trim()).join(' | '),
  }
}
