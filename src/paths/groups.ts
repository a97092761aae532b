const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})
const inAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string, id: string): string =>
    pattern.replace(':identifier', encodeURIComponent(identifier)).replace(':id', id),
})

/** Making a group. */
export const newGroupPath = ofAccount('/accounts/:identifier/groups/new')
/** One group and the people in it. */
export const groupPath = inAccount('/accounts/:identifier/groups/:id')
export const changeGroupPath = inAccount('/accounts/:identifier/groups/:id/change')
export const closeGroupPath = inAccount('/accounts/:identifier/groups/:id/close')
export const addToGroupPath = inAccount('/accounts/:identifier/groups/:id/people')
export const removeFromGroupPath = {
  pattern: '/accounts/:identifier/groups/:id/people/:person/remove',
  to: (identifier: string, id: string, person: string): string =>
    `/accounts/${encodeURIComponent(identifier)}/groups/${id}/people/${person}/remove`,
}

const api = '/api/v1/accounts/:identifier/groups'
/** The groups of an account for programs: listing and making them, one of them, and each change of it. */
export const apiGroupsPath = ofAccount(api)
export const apiGroupPath = inAccount(`${api}/:id`)
export const apiChangeGroupPath = inAccount(`${api}/:id/change`)
export const apiCloseGroupPath = inAccount(`${api}/:id/close`)
export const apiAddToGroupPath = inAccount(`${api}/:id/members`)
export const apiRemoveFromGroupPath = inAccount(`${api}/:id/members/remove`)
