const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})

/** An account's event log as a table for a spreadsheet; its page is `accountEventsPath`. */
export const accountEventsCsvPath = ofAccount('/accounts/:identifier/events.csv')
/** The same without loss, an event a line, with what it takes to verify the chain. */
export const accountEventsLinesPath = ofAccount('/accounts/:identifier/events.jsonl')
/** Computing the chain of an account anew: where it stands, and asking for it. */
export const accountChecksPath = ofAccount('/accounts/:identifier/events/checks')
/** What came of it. */
export const accountCheckPath = {
  pattern: '/accounts/:identifier/events/checks/:id',
  to: (identifier: string, id: string): string =>
    `/accounts/${encodeURIComponent(identifier)}/events/checks/${id}`,
}

/** The installation's own event log: sign-ins, people, settings. */
export const installationEventsPath = { pattern: '/operator/events', to: (): string => '/operator/events' }
export const installationEventsCsvPath = {
  pattern: '/operator/events.csv',
  to: (): string => '/operator/events.csv',
}
export const installationEventsLinesPath = {
  pattern: '/operator/events.jsonl',
  to: (): string => '/operator/events.jsonl',
}
export const installationChecksPath = {
  pattern: '/operator/events/checks',
  to: (): string => '/operator/events/checks',
}
export const installationCheckPath = {
  pattern: '/operator/events/checks/:id',
  to: (id: string): string => `/operator/events/checks/${id}`,
}
