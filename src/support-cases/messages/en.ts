import cases from './en/cases.ts'
import desk from './en/desk.ts'
import mails from './en/mails.ts'

/** The English sentences of the support desk. */
export default { ...cases, ...desk, ...mails } as const
