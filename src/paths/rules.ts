const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})
const ofOne = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string, id: string): string =>
    pattern.replace(':identifier', encodeURIComponent(identifier)).replace(':id', id),
})

/** Writing a new rule: the form, its rehearsal, and the act. */
export const newRulePath = ofAccount('/accounts/:identifier/rules/new')
/** The same for a rule that exists. */
export const rulePath = ofOne('/accounts/:identifier/rules/:id')
/** Moving, switching and removing a rule: its rehearsal, and the act. */
export const changeRulesPath = ofAccount('/accounts/:identifier/rules/change')
/** Saying where only people decide. */
export const manualOnlyPath = ofAccount('/accounts/:identifier/rules/manual-only')
/** What was changed in the rules, by whom and when. */
export const ruleVersionsPath = ofAccount('/accounts/:identifier/rules/versions')
/** The people from whom the account takes no request, and adding one. */
export const blocksPath = ofAccount('/accounts/:identifier/rules/blocks')
/** Taking requests from somebody again. */
export const liftBlockPath = ofOne('/accounts/:identifier/rules/blocks/:id/lift')
/** Having a person decide what a rule has declined. */
export const askAPersonPath = {
  pattern: '/requests/:id/ask-a-person',
  to: (id: string): string => `/requests/${id}/ask-a-person`,
}
/** The rules of an account for programs. */
export const apiRulesPath = ofAccount('/api/v1/accounts/:identifier/rules')
export const apiManualOnlyPath = ofAccount('/api/v1/accounts/:identifier/rules/manual-only')
/** The people from whom the account takes no request, for programs. */
export const apiBlocksPath = ofAccount('/api/v1/accounts/:identifier/blocks')
export const apiLiftBlockPath = ofOne('/api/v1/accounts/:identifier/blocks/:id/lift')
/** Having a person decide what a rule has declined, for programs. */
export const apiAskAPersonPath = {
  pattern: '/api/v1/requests/:id/ask-a-person',
  to: (id: string): string => `/api/v1/requests/${id}/ask-a-person`,
}
