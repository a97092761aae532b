const ofAccount = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string): string => pattern.replace(':identifier', encodeURIComponent(identifier)),
})
const ofOne = <Path extends string>(pattern: Path) => ({
  pattern,
  to: (identifier: string, id: string): string =>
    pattern.replace(':identifier', encodeURIComponent(identifier)).replace(':id', id),
})

const pages = '/accounts/:identifier/roles'
/** The roles of an account: those that every account has, and its own. */
export const accountRolesPath = ofAccount(pages)
/** Making a role of one's own. */
export const newRolePath = ofAccount(`${pages}/new`)
/** One of the account's own roles: what it may do, and who holds it. */
export const rolePath = ofOne(`${pages}/:id`)
export const changeRolePath = ofOne(`${pages}/:id/change`)
/** What it was before, and who changed it. */
export const roleVersionsPath = ofOne(`${pages}/:id/versions`)
/** Giving it to nobody any more: a page that asks, and the act; and taking that back. */
export const retireRolePath = ofOne(`${pages}/:id/retire`)
export const bringBackRolePath = ofOne(`${pages}/:id/bring-back`)

const api = '/api/v1/accounts/:identifier/roles'
/** The same for programs. */
export const apiRolesPath = ofAccount(api)
export const apiRolePath = ofOne(`${api}/:id`)
export const apiChangeRolePath = ofOne(`${api}/:id/change`)
export const apiRoleVersionsPath = ofOne(`${api}/:id/versions`)
export const apiRetireRolePath = ofOne(`${api}/:id/retire`)
export const apiBringBackRolePath = ofOne(`${api}/:id/bring-back`)
