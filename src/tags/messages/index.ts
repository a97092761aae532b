import { catalogue } from '../../platform/i18n/messages.ts'
import en from './en.ts'
import fr from './fr.ts'

/** The sentences of custom tags. */
export const words = catalogue({ en, fr })
