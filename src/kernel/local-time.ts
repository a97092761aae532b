const dayInMs = 86_400_000
const quarterInMs = 900_000
const most = 5_000

/** A zone's clock, and what was read from it: by the day where a whole day has one offset, else by the quarter. */
type Zone = {
  readonly clock: Intl.DateTimeFormat
  readonly days: Map<number, number | 'changes'>
  readonly quarters: Map<number, number>
}
const zones = new Map<string, Zone>()

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

// Milliseconds to add to UTC.
function offsetAt(moment: number, timeZone: string): number {
  const zone = zoneOf(timeZone)
  const day = Math.floor(moment / dayInMs)
  const known = zone.days.get(day)
  if (typeof known === 'number') return known
  if (known === 'changes') return offsetOfQuarter(zone, moment)
  const first = offsetOfQuarter(zone, day * dayInMs)
  const isSteady = first === offsetOfQuarter(zone, (day + 1) * dayInMs)
  keep(zone.days, day, isSteady ? first : 'changes')
  return isSteady ? first : offsetOfQuarter(zone, moment)
}

// Clocks go forward and back at a full quarter of an hour only.
function offsetOfQuarter({ clock, quarters }: Zone, moment: number): number {
  const quarter = Math.floor(moment / quarterInMs)
  const known = quarters.get(quarter)
  if (known !== undefined) return known
  const offset = readOffset(clock, quarter * quarterInMs)
  keep(quarters, quarter, offset)
  return offset
}

function keep<Value>(known: Map<number, Value>, key: number, value: Value): void {
  if (known.size >= most) known.clear()
  known.set(key, value)
}

function readOffset(clock: Intl.DateTimeFormat, second: number): number {
  const shown = {} as Record<Intl.DateTimeFormatPartTypes, number>
  for (const { type, value } of clock.formatToParts(second)) shown[type] = Number(value)
  return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second) - second
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const made: Zone = { clock, days: new Map(), quarters: new Map() }
  zones.set(timeZone, made)
  return made
}
