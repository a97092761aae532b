import application from './en/application.ts'
import apply from './en/apply.ts'
import letters from './en/letters.ts'

/** The English sentences about new accounts. */
export default { ...apply, ...application, ...letters } as const
