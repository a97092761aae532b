const plain = <Path extends string>(pattern: Path) => ({ pattern, to: (): string => pattern })
const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})
const inAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string, id: string): string =>
    pattern.replace(':identifier', encodeURIComponent(identifier)).replace(':id', id),
})

/** The users of an account as a file. */
export const usersCsvPath = ofAccount('/accounts/:identifier/users.csv')
/** Adding people by their addresses, and by a file. */
export const addUsersPath = ofAccount('/accounts/:identifier/users/add')
export const addUsersFilePath = ofAccount('/accounts/:identifier/users/add/file')
export const addUsersLinesPath = ofAccount('/accounts/:identifier/users/add/lines')
export const addUsersTemplatePath = ofAccount('/accounts/:identifier/users/add/template.csv')
/** What becomes of each line before it is done, how far it is, and what became of it. */
export const addUsersBatchPath = inAccount('/accounts/:identifier/users/add/:id')
/** Open invitations, and what can be done with one. */
export const invitationsOfPath = ofAccount('/accounts/:identifier/users/invitations')
export const inviteAgainPath = inAccount('/accounts/:identifier/users/invitations/:id/again')
export const withdrawInvitationPath = inAccount('/accounts/:identifier/users/invitations/:id/withdraw')
/** Making somebody an administrator, which takes two. */
export const administratorProposalPath = inAccount('/accounts/:identifier/users/proposals/:id')
/** One person: what they may do here, and where it comes from. */
export const userPath = inAccount('/accounts/:identifier/users/:id')
/** The same done to several people: who they are. */
export const severalUsersPath = ofAccount('/accounts/:identifier/several-users')
/** What is to happen to them, what becomes of each, and what became of it; doing it; the result as a file. */
export const chosenUsersPath = inAccount('/accounts/:identifier/several-users/:id')
export const carryOutPath = inAccount('/accounts/:identifier/several-users/:id/carry-out')
export const carriedOutCsvPath = inAccount('/accounts/:identifier/several-users/:id/result.csv')
/** Ending all that one person holds. */
export const removeUserPath = inAccount('/accounts/:identifier/users/:id/remove')
/** Giving somebody another role, place or end in the stead of what they hold. */
export const changeGrantPath = inAccount('/accounts/:identifier/grants/:id/change')

/** The link of an invitation's mail, and the page it leads to. */
export const invitationLinkPath = plain('/invitation-link')
export const invitationPath = plain('/invitation')
/** The invitations to oneself, and the answer to one. */
export const invitationsPath = plain('/invitations')
export const answerInvitationPath = {
  pattern: '/invitations/:id',
  to: (id: string): string => `/invitations/${id}`,
}

const api = '/api/v1/accounts/:identifier'
/** The users of an account: to list them, and to add some. */
export const apiUsersPath = ofAccount(`${api}/users`)
/** What one person holds there, and ending all of it. */
export const apiRemoveUserPath = inAccount(`${api}/users/:id/remove`)
export const apiChangeGrantPath = inAccount(`${api}/grants/:id/change`)
export const apiLeavePath = ofAccount(`${api}/leave`)
/** Open invitations of an account, sending one again and taking one back. */
export const apiInvitationsOfPath = ofAccount(`${api}/invitations`)
export const apiInviteAgainPath = inAccount(`${api}/invitations/:id/send-again`)
export const apiWithdrawInvitationPath = inAccount(`${api}/invitations/:id/withdraw`)
/** Making somebody an administrator, which takes two. */
export const apiProposalPath = inAccount(`${api}/proposals/:id`)
export const apiConfirmProposalPath = inAccount(`${api}/proposals/:id/confirm`)
export const apiEndProposalPath = inAccount(`${api}/proposals/:id/end`)

const ofInvitation = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (id: string): string => pattern.replace(':id', id),
})
/** The invitations to oneself, and the answers to one. */
export const apiInvitationsPath = plain('/api/v1/invitations')
export const apiAcceptInvitationPath = ofInvitation('/api/v1/invitations/:id/accept')
export const apiDeclineInvitationPath = ofInvitation('/api/v1/invitations/:id/decline')
