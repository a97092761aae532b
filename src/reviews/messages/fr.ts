import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'
import letters from './fr/letters.ts'
import pages from './fr/pages.ts'

export default { ...pages, ...letters } satisfies Translation<typeof en>
