import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'
import adding from './fr/adding.ts'
import letters from './fr/letters.ts'
import log from './fr/log.ts'
import steps from './fr/steps.ts'
import users from './fr/users.ts'

/** The French sentences about the people of an account. */
export default { ...users, ...adding, ...steps, ...letters, ...log } satisfies Translation<typeof en>
