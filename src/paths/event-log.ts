const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})

/** An account's event log as a table for a spreadsheet; its page is `accountEventsPath`. */
export const accountEventsCsvPath = ofAccount('/accounts/:identifier/events.csv')
/** The same without loss, with what it takes to verify the chain. */
export const accountEventsJsonPath = ofAccount('/accounts/:identifier/events.json')

/** The installation's own event log: sign-ins, people, settings. */
export const installationEventsPath = { pattern: '/operator/events', to: (): string => '/operator/events' }
export const installationEventsCsvPath = {
  pattern: '/operator/events.csv',
  to: (): string => '/operator/events.csv',
}
export const installationEventsJsonPath = {
  pattern: '/operator/events.json',
  to: (): string => '/operator/events.json',
}
