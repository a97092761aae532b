import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'
import cases from './fr/cases.ts'
import desk from './fr/desk.ts'
import mails from './fr/mails.ts'

/** The French sentences of the support desk. */
export default { ...cases, ...desk, ...mails } satisfies Translation<typeof en>
