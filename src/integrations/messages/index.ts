import { catalogue } from '../../platform/i18n/messages.ts'
import en from './en.ts'
import fr from './fr.ts'

/** The sentences about what other programs do with this one. */
export const words = catalogue({ en, fr })
