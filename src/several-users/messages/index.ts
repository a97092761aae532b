import { catalogue } from '../../platform/i18n/messages.ts'
import en from './en.ts'
import fr from './fr.ts'

/** The sentences about doing the same to several users. */
export const words = catalogue({ en, fr })

/** Says a sentence of this slice in one reader's language. */
export type Words = ReturnType<typeof words.for>
