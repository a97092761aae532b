import { catalogue } from '../../platform/i18n/messages.ts'
import en from './en.ts'
import fr from './fr.ts'

/** The frame's and the parts' own sentences. */
export const words = catalogue({ en, fr })
