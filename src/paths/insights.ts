const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})

/** One chart of an account's insights as a table for a spreadsheet; the page is `accountInsightsPath`. */
export const accountInsightsCsvPath = ofAccount('/accounts/:identifier/insights.csv')

/** The same numbers over all accounts, for operators. */
export const operatorInsightsPath = { pattern: '/operator/insights', to: (): string => '/operator/insights' }
export const operatorInsightsCsvPath = {
  pattern: '/operator/insights.csv',
  to: (): string => '/operator/insights.csv',
}
