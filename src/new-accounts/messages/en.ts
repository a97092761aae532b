import application from './en/application.ts'
import apply from './en/apply.ts'
import letters from './en/letters.ts'
import log from './en/log.ts'

/** The English sentences about new accounts. */
export default { ...apply, ...application, ...letters, ...log } as const
