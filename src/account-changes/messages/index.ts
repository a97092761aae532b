import { catalogue } from '../../platform/i18n/messages.ts'
import en from './en.ts'
import fr from './fr.ts'

/** The sentences about changes of whole accounts. */
export const words = catalogue({ en, fr })
/** One of its readers. */
export type Words = ReturnType<typeof words.for>
