import { catalogue } from '../../i18n/messages.ts'
import en from './en.ts'
import fr from './fr.ts'

/** What the mail that gathers others says. */
export const words = catalogue({ en, fr })
