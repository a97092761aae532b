const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const ofRequest = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})

/** The reference page of the API, for people. */
export const apiReferencePath = plain('/api')
/** The operations of one kind, such as those about requests; with a name, one of them. */
export const apiPartPath = {
  pattern: '/api/reference/:part',
  to: (part: string, operation?: string): string =>
    operation === undefined ? `/api/reference/${part}` : `/api/reference/${part}#${operation}`,
}
/** Its document, for programs: OpenAPI 3.1. */
export const apiDocumentPath = plain('/api/v1/openapi.json')

export const apiRequestsPath = plain('/api/v1/requests')
export const apiRequestPath = ofRequest('/api/v1/requests/:id')
/** What happened to a request, and who it waits for. */
export const apiHistoryPath = ofRequest('/api/v1/requests/:id/history')
export const apiAmendPath = ofRequest('/api/v1/requests/:id/amend')
export const apiWithdrawPath = ofRequest('/api/v1/requests/:id/withdraw')
export const apiRemindPath = ofRequest('/api/v1/requests/:id/remind')
export const apiApprovePath = ofRequest('/api/v1/requests/:id/approve')
export const apiDeclinePath = ofRequest('/api/v1/requests/:id/decline')
/** What was said on a request, and saying something. */
export const apiConversationPath = ofRequest('/api/v1/requests/:id/conversation')
export const apiAskForInformationPath = ofRequest('/api/v1/requests/:id/ask-for-information')
export const apiAnswerPath = ofRequest('/api/v1/requests/:id/answer')
export const apiCommentPath = ofRequest('/api/v1/requests/:id/comment')
export const apiClaimPath = ofRequest('/api/v1/requests/:id/claim')
export const apiReleasePath = ofRequest('/api/v1/requests/:id/release')
export const apiQueuePath = plain('/api/v1/queue')

/** The roles one holds. */
export const apiAccessPath = plain('/api/v1/access')
/** Taking one grant back. */
export const apiTakeBackPath = {
  pattern: '/api/v1/accounts/:identifier/grants/:id/take-back',
  to: (identifier: string, grantId: string): string =>
    `/api/v1/accounts/${encodeURIComponent(identifier)}/grants/${grantId}/take-back`,
}
const ofRemoval = <Step extends string>(step: Step) => ({
  pattern: `/api/v1/accounts/:identifier/grants/:id/removal${step}` as const,
  to: (identifier: string, grantId: string): string =>
    `/api/v1/accounts/${encodeURIComponent(identifier)}/grants/${grantId}/removal${step}`,
})

/** Removing an account administrator, which takes two: what is proposed, and proposing it. */
export const apiRemovalPath = ofRemoval('')
export const apiConfirmRemovalPath = ofRemoval('/confirm')
export const apiRefuseRemovalPath = ofRemoval('/refuse')
export const apiWithdrawRemovalPath = ofRemoval('/withdraw')
/** The event log of an account. */
export const apiEventsPath = {
  pattern: '/api/v1/accounts/:identifier/events',
  to: (identifier: string): string => `/api/v1/accounts/${encodeURIComponent(identifier)}/events`,
}
/** The insights of an account. */
export const apiInsightsPath = {
  pattern: '/api/v1/accounts/:identifier/insights',
  to: (identifier: string): string => `/api/v1/accounts/${encodeURIComponent(identifier)}/insights`,
}

const ofSettings = <Step extends string>(step: Step) => ({
  pattern: `/api/v1/accounts/:identifier/settings${step}` as const,
  to: (identifier: string): string => `/api/v1/accounts/${encodeURIComponent(identifier)}/settings${step}`,
})
/** When an account works and how long requests wait there: reading and changing it. */
export const apiSettingsPath = ofSettings('')
export const apiCalendarPath = ofSettings('/calendar')
export const apiTimesPath = ofSettings('/times')
export const apiBackupApproversPath = ofSettings('/backup-approvers')
export const apiClosedDaysPath = ofSettings('/closed-days')
export const apiOpenDayPath = ofSettings('/closed-days/open')

/** When one is away, and being back. */
export const apiAwayPath = plain('/api/v1/away')
export const apiBackPath = plain('/api/v1/away/end')

/** Who stands in for one in the accounts where one decides, and for whom one stands in oneself. */
export const apiDelegatesPath = plain('/api/v1/away/delegates')
export const apiStopStandingInPath = plain('/api/v1/away/delegates/stop')
/** What an account shows of its administrators, and how many people one takes. */
export const apiSightPath = ofSettings('/administrators')
export const apiSettleSightPath = ofSettings('/administrators/settle')
