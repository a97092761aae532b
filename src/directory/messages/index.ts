import { catalogue } from '../../platform/i18n/messages.ts'
import en from './en.ts'
import fr from './fr.ts'

/** The sentences of the directory. */
export const words = catalogue({ en, fr })
