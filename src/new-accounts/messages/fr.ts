import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'
import application from './fr/application.ts'
import apply from './fr/apply.ts'
import letters from './fr/letters.ts'
import log from './fr/log.ts'

/** Les phrases françaises sur les nouveaux comptes. */
export default { ...apply, ...application, ...letters, ...log } satisfies Translation<typeof en>
