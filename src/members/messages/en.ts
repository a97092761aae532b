import adding from './en/adding.ts'
import letters from './en/letters.ts'
import log from './en/log.ts'
import steps from './en/steps.ts'
import users from './en/users.ts'

/** The English sentences about the people of an account. */
export default { ...users, ...adding, ...steps, ...letters, ...log } as const
