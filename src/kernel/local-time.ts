const dayInMs = 86_400_000
const quarterInMs = 900_000
const mostQuarters = 5_000
const clocks = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

/** What clocks and calendars in the IANA zone show at the instant, as a Date whose UTC fields are the local ones. */
export function localTimeIn(instant: Date, timeZone: string): Date {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone))
}

/**
 * The instant at which the zone's clocks show `local` (a Date whose UTC fields are the local ones). The first of two
 * when clocks go back; as long after the gap as `local` is into it when they go forward.
 */
export function momentOf(local: Date, timeZone: string): Date {
  const shown = local.getTime()
  const before = shown - offsetAt(shown - dayInMs, timeZone)
  const after = shown - offsetAt(shown + dayInMs, timeZone)
  const fitting = [before, after].filter((moment) => moment + offsetAt(moment, timeZone) === shown)
  return new Date(fitting.length > 0 ? Math.min(...fitting) : before)
}

// Milliseconds to add to UTC. Clocks go forward and back at a full quarter of an hour only.
function offsetAt(moment: number, timeZone: string): number {
  const quarter = Math.floor(moment / quarterInMs)
  const key = `${quarter} ${timeZone}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= mostQuarters) offsets.clear()
  const offset = readOffset(quarter * quarterInMs, timeZone)
  offsets.set(key, offset)
  return offset
}

function readOffset(second: number, timeZone: string): number {
  const shown = {} as Record<Intl.DateTimeFormatPartTypes, number>
  for (const { type, value } of clockOf(timeZone).formatToParts(second)) shown[type] = Number(value)
  return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second) - second
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(timeZone, made)
  return made
}
