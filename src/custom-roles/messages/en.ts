import acting from './en/acting.ts'
import actions from './en/actions.ts'
import pages from './en/pages.ts'

/** Roles of an account's own. */
export default { ...pages, ...actions, ...acting } as const
