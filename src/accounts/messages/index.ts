import { catalogue } from '../../platform/i18n/messages.ts'
import en from './en.ts'
import fr from './fr.ts'

/** The sentences about accounts, their parts and the roles in them. */
export const words = catalogue({ en, fr })
