import acting from './fr/acting.ts'
import actions from './fr/actions.ts'
import pages from './fr/pages.ts'

/** Les rôles propres à un compte. */
export default { ...pages, ...actions, ...acting } as const
