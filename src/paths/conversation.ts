const ofRequest = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})
const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})
const ofText = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string, id: string): string =>
    pattern.replace(':identifier', encodeURIComponent(identifier)).replace(':id', id),
})

/** Asking the requester something: the page, and the act. */
export const questionPath = ofRequest('/requests/:id/question')
/** The same form with a prepared text put in; nothing is sent yet. */
export const questionFillPath = ofRequest('/requests/:id/question/fill')
/** Answering: the request's page, and the act. */
export const answerPath = ofRequest('/requests/:id/answer')
/** Commenting: the request's page, and the act. */
export const commentPath = ofRequest('/requests/:id/comment')
/** "I am looking at it", and letting go. */
export const claimPath = ofRequest('/requests/:id/claim')
export const releasePath = ofRequest('/requests/:id/release')
/** The form for a new request, filled in from this one. */
export const askAgainPath = ofRequest('/requests/:id/ask-again')
/** The form of a decline with a prepared text put in; nothing is decided yet. */
export const declineFillPath = ofRequest('/requests/:id/decline/fill')

/** The texts that an account keeps ready. */
export const preparedTextsPath = ofAccount('/accounts/:identifier/prepared-texts')
/** A new one, and one of them. */
export const newPreparedTextPath = ofAccount('/accounts/:identifier/prepared-texts/new')
export const preparedTextPath = ofText('/accounts/:identifier/prepared-texts/:id')
export const removePreparedTextPath = ofText('/accounts/:identifier/prepared-texts/:id/remove')

/** Writing to administrators whose addresses are not shown; with a request, about that. */
export const contactPath = {
  pattern: '/contact/:identifier',
  to: (identifier: string, requestId?: string): string => {
    const path = `/contact/${encodeURIComponent(identifier)}`
    return requestId === undefined ? path : `${path}?request=${requestId}`
  },
}
/** One message, for whoever wrote it and those it is for; they answer there. */
export const messagePath = {
  pattern: '/messages/:id',
  to: (id: string, notice?: 'sent' | 'answered'): string =>
    notice === undefined ? `/messages/${id}` : `/messages/${id}?notice=${notice}`,
}
/** What was written to the administrators of an account. */
export const accountMessagesPath = ofAccount('/accounts/:identifier/messages')

const api = '/api/v1/accounts/:identifier'
/** The texts that an account keeps ready, for programs. */
export const apiPreparedTextsPath = ofAccount(`${api}/prepared-texts`)
export const apiPreparedTextPath = ofText(`${api}/prepared-texts/:id`)
export const apiRemovePreparedTextPath = ofText(`${api}/prepared-texts/:id/remove`)
/** What is written to administrators who are not shown, for programs: writing, listing, and one message. */
export const apiMessagesPath = ofAccount(`${api}/messages`)
export const apiMessagePath = ofRequest('/api/v1/messages/:id')
export const apiAnswerMessagePath = ofRequest('/api/v1/messages/:id/answer')
