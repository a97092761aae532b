const hourInMs = 3_600_000

/** The instant `hours` hours later; elapsed time, whatever the clocks on the wall do. */
export function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * hourInMs)
}

/** The instant `days` times 24 hours later. */
export function daysAfter(instant: Date, days: number): Date {
  return hoursAfter(instant, days * 24)
}

/** The instant `minutes` minutes later. */
export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000)
}
