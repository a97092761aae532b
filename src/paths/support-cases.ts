const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const ofId = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})
const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const search = new URLSearchParams(given).toString()
  return search === '' ? path : `${path}?${search}`
}

/** What the page of a case says about what was just done. */
export type CaseNotice =
  | 'opened'
  | 'escalated'
  | 'written'
  | 'noted'
  | 'solved'
  | 'reopened'
  | 'assigned'
  | 'released'
  | 'proof'
  | 'handed-back'
  | 'proposed'
  | 'dropped'
  | 'decided'

/** The cases somebody has to do with: their own, and those of accounts they administer. */
export const casesPath = {
  pattern: '/cases',
  to: (query: { after?: string | undefined } = {}): string => withQuery('/cases', query),
}
/** Opening a case; what the page knew that leads here is filled in. */
export const newCasePath = {
  pattern: '/cases/new',
  to: (known: { request?: string | undefined; from?: string | undefined; error?: string | undefined } = {}) =>
    withQuery('/cases/new', known),
}
/** One case, for everybody who has to do with it. */
export const casePath = {
  pattern: '/cases/:id',
  to: (id: string, notice?: CaseNotice): string => withQuery(`/cases/${id}`, { notice }),
}
/** Saying something in a case. */
export const writeInCasePath = ofId('/cases/:id/write')
export const solveCasePath = ofId('/cases/:id/solve')
export const reopenCasePath = ofId('/cases/:id/reopen')
export const assignCasePath = ofId('/cases/:id/assign')
/** Adding a file as proof. */
export const proofPath = ofId('/cases/:id/proof')
/** One file, as it came. */
export const proofFilePath = {
  pattern: '/cases/:id/proof/:file',
  to: (id: string, file: string): string => `/cases/${id}/proof/${file}`,
}

/** The support desk: the cases that wait for support. */
export const deskPath = {
  pattern: '/support',
  to: (
    query: { show?: string | undefined; cause?: string | undefined; after?: string | undefined } = {},
  ): string => withQuery('/support', query),
}

/** Passing a request on to support: a page that asks, and the act. */
export const escalatePath = ofId('/requests/:id/escalate')
/** Giving a request back to its administrators: a page that asks, and the act. */
export const handBackPath = ofId('/requests/:id/hand-back')
/** Deciding a request that nobody else can: proposing, by the first agent. */
export const proposeDecisionPath = ofId('/requests/:id/decide-as-support')
/** The same, by the second agent. */
export const confirmDecisionPath = ofId('/requests/:id/decide-as-support/confirm')
export const dropDecisionPath = ofId('/requests/:id/decide-as-support/drop')

export const apiCasesPath = plain('/api/v1/cases')
export const apiCasePath = ofId('/api/v1/cases/:id')
export const apiWriteInCasePath = ofId('/api/v1/cases/:id/messages')
export const apiSolveCasePath = ofId('/api/v1/cases/:id/solve')
export const apiReopenCasePath = ofId('/api/v1/cases/:id/reopen')
export const apiEscalatePath = ofId('/api/v1/requests/:id/escalate')
/** For support agents: the cases of the desk. */
export const apiDeskPath = plain('/api/v1/support/cases')
export const apiAnswerCasePath = ofId('/api/v1/cases/:id/answer')
export const apiAssignCasePath = ofId('/api/v1/cases/:id/assign')
export const apiResolveCasePath = ofId('/api/v1/cases/:id/resolve')
export const apiHandBackPath = ofId('/api/v1/requests/:id/hand-back')
/** Deciding a request that nobody else can: what is proposed, proposing it, and what a second agent does then. */
export const apiSupportDecisionPath = ofId('/api/v1/requests/:id/support-decision')
export const apiConfirmSupportDecisionPath = ofId('/api/v1/requests/:id/support-decision/confirm')
export const apiDropSupportDecisionPath = ofId('/api/v1/requests/:id/support-decision/drop')
