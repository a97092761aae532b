const dayInMs = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

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

// Milliseconds to add to UTC. The clock shows whole seconds, so the milliseconds are left out and put back.
function offsetAt(moment: number, timeZone: string): number {
  const second = Math.floor(moment / 1000) * 1000
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
