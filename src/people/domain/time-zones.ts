let zones: readonly string[] | undefined

/** Every time zone by its IANA name, `UTC` first. */
export function timeZones(): readonly string[] {
  zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  return zones
}

/** Whether a text names a time zone. */
export function isTimeZone(text: string): boolean {
  return timeZones().includes(text)
}
