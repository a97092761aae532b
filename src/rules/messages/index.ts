import { catalogue } from '../../platform/i18n/messages.ts'
import en from './en.ts'
import fr from './fr.ts'

/** What the pages and mails about rules and blocks say. */
export const words = catalogue({ en, fr })
