const inAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string, id: string): string =>
    pattern.replace(':identifier', encodeURIComponent(identifier)).replace(':id', id),
})

/** One tag, and what carries it; its name is changed there. */
export const tagPath = inAccount('/accounts/:identifier/tags/:id')
export const deleteTagPath = inAccount('/accounts/:identifier/tags/:id/delete')
/** The virtual accounts that carry it. */
export const tagPlacesPath = inAccount('/accounts/:identifier/tags/:id/places')
/** The people who carry it. */
export const tagPeoplePath = inAccount('/accounts/:identifier/tags/:id/people')
export const untagPersonPath = {
  pattern: '/accounts/:identifier/tags/:id/people/:person/remove',
  to: (identifier: string, id: string, person: string): string =>
    `/accounts/${encodeURIComponent(identifier)}/tags/${id}/people/${person}/remove`,
}

/** The tags of one virtual account, and of one user. */
export const placeTagsPath = inAccount('/accounts/:identifier/virtual-accounts/:id/tags')
export const userTagsPath = inAccount('/accounts/:identifier/users/:id/tags')

const api = '/api/v1/accounts/:identifier/tags'
/** The tags of an account for programs: listing and making them, one of them, and each change of it. */
export const apiTagsPath = {
  pattern: api,
  to: (identifier: string): string => `/api/v1/accounts/${encodeURIComponent(identifier)}/tags`,
}
export const apiTagPath = inAccount(`${api}/:id`)
export const apiRenameTagPath = inAccount(`${api}/:id/rename`)
export const apiDeleteTagPath = inAccount(`${api}/:id/delete`)
export const apiTagPlacesPath = inAccount(`${api}/:id/virtual-accounts`)
export const apiTagPeoplePath = inAccount(`${api}/:id/people`)
export const apiUntagPersonPath = inAccount(`${api}/:id/people/remove`)
